package io.mts1b.quantkit.costmodels.calibration;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.quantkit.costmodels.FeeSchedule;
import io.mts1b.quantkit.costmodels.OrderFees;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How well a fee schedule explains what was charged.
 *
 * @param schedule the schedule
 * @param unexplained for each fill what was charged less what the schedule says; empty if it was refused
 * @param refused why the schedule does not apply to the fills, such as a day of which it knows nothing; empty if it does
 */
public record FeeMatch(FeeSchedule schedule, List<Money> unexplained, Optional<String> refused) {

    /** Validates, and copies. */
    public FeeMatch {
        Objects.requireNonNull(schedule, "schedule");
        unexplained = List.copyOf(unexplained);
        Objects.requireNonNull(refused, "refused");
    }

    /**
     * Compares one schedule.
     *
     * @param schedule the schedule
     * @param fills the fills, at least one
     * @return the differences, or why there are none
     * @throws IllegalArgumentException if there are no fills
     */
    public static FeeMatch of(FeeSchedule schedule, List<ChargedFill> fills) {
        Require.that(!fills.isEmpty(), "fills must be at least 1, were 0");
        List<Money> unexplained = new ArrayList<>();
        Map<String, OrderFees> orders = new LinkedHashMap<>();
        for (ChargedFill fill : fills) {
            try {
                OrderFees order = orders.computeIfAbsent(fill.order(), _ -> schedule.order(fill.before()));
                OrderFees.Billed billed = order.fill(fill.execution());
                orders.put(fill.order(), billed.next());
                Money charged = fill.charged();
                unexplained.add(billed.total().map(charged::minus).orElse(charged));
            } catch (IllegalArgumentException | ArithmeticException e) {
                return new FeeMatch(
                        schedule, List.of(), Optional.of("fill " + (unexplained.size() + 1) + ": " + e.getMessage()));
            }
        }
        return new FeeMatch(schedule, unexplained, Optional.empty());
    }

    /**
     * Compares several schedules.
     *
     * @param schedules the candidates
     * @param fills the fills, at least one
     * @return one for each schedule, the best explanation first, those that do not apply last
     */
    public static List<FeeMatch> ranked(List<FeeSchedule> schedules, List<ChargedFill> fills) {
        return schedules.stream()
                .map(schedule -> of(schedule, fills))
                .sorted(Comparator.comparing((FeeMatch match) -> match.refused.isPresent())
                        .thenComparingLong(match -> -match.explained())
                        .thenComparingDouble(match -> match.total()
                                .map(total -> total.amount().toReal())
                                .orElse(0.0)))
                .toList();
    }

    /**
     * Returns how many fills are explained to the last digit.
     *
     * @return the number
     */
    public long explained() {
        return unexplained.stream().filter(one -> one.signum() == 0).count();
    }

    /**
     * Returns the sum of the differences without their signs.
     *
     * @return the sum; empty if the schedule was refused, or the fills were charged in several currencies
     */
    public Optional<Money> total() {
        boolean isOneCurrency =
                unexplained.stream().map(Money::currency).distinct().count() == 1;
        return isOneCurrency ? unexplained.stream().map(Money::abs).reduce(Money::plus) : Optional.empty();
    }
}
