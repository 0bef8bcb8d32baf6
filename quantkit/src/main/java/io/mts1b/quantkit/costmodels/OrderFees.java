package io.mts1b.quantkit.costmodels;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.symbology.ContractTerms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * An order on its way through a fee schedule, fill by fill.
 *
 * <p>Each fill pays what the order comes to with it, less what the order has paid before: the first fill pays the minimum,
 * later ones nothing until the sum of rates is beyond it. So the fills of an order always pay together, to the cent, what
 * one fill for the whole would have paid, at their average price. What is left on another day counts as another order, as
 * brokers hold it with orders that stay overnight.
 *
 * <p>Sums are kept whole and rounded only when they are paid. Immutable and thread-safe: a fill gives the next state.
 */
public final class OrderFees {

    private final FeeSchedule schedule;
    private final Decimal before;
    private final Optional<Execution> last;
    private final BigDecimal value;
    private final List<Sum> sums;

    /** What one charge has come to today: the amount it was applied to, the amounts times rates, and what was paid. */
    private record Sum(BigDecimal basis, BigDecimal raw, Decimal paid) {

        private static final Sum NOTHING = new Sum(BigDecimal.ZERO, BigDecimal.ZERO, Decimal.ZERO);
    }

    /**
     * What a fill paid, and where the order stands after it.
     *
     * @param next the order after the fill
     * @param lines the charges that apply, in the order of the schedule; zero for what is paid already
     */
    public record Billed(OrderFees next, List<FeeLine> lines) {

        /** Copies. */
        public Billed {
            Objects.requireNonNull(next, "next");
            lines = List.copyOf(lines);
        }

        /**
         * Returns the sum of the lines.
         *
         * @return what the fill paid; empty if no charge applies
         */
        public Optional<Money> total() {
            return lines.stream().map(FeeLine::amount).reduce(Money::plus);
        }
    }

    private OrderFees(
            FeeSchedule schedule, Decimal before, Optional<Execution> last, BigDecimal value, List<Sum> sums) {
        this.schedule = schedule;
        this.before = before;
        this.last = last;
        this.value = value;
        this.sums = sums;
    }

    static OrderFees start(FeeSchedule schedule, Decimal before) {
        Require.that(before.signum() >= 0, "volume must not be negative, was " + before);
        return new OrderFees(schedule, before, Optional.empty(), BigDecimal.ZERO, nothing(schedule));
    }

    private static List<Sum> nothing(FeeSchedule schedule) {
        return schedule.charges().stream().map(_ -> Sum.NOTHING).toList();
    }

    /**
     * Charges a fill.
     *
     * @param fill the fill, of the same instrument and side as those before, and not earlier
     * @return what it pays, and the order after it
     * @throws IllegalArgumentException if the fill is of another order, or the schedule is not known for its day or not
     *     meant for its instrument
     * @throws ArithmeticException if an amount does not fit
     */
    public Billed fill(Execution fill) {
        schedule.requireKnown(fill.date());
        last.ifPresent(earlier -> requireSameOrder(earlier, fill));
        boolean isNewDay = last.isEmpty() || !last.get().date().equals(fill.date());
        List<Sum> today = isNewDay ? nothing(schedule) : sums;
        BigDecimal valueToday = inFeeCurrency(fill).add(isNewDay ? BigDecimal.ZERO : value);
        Currency currency = schedule.currency().of(fill);
        List<Sum> after = new ArrayList<>();
        List<FeeLine> lines = new ArrayList<>();
        Map<String, Decimal> paid = new LinkedHashMap<>();
        for (int i = 0; i < today.size(); i++) {
            Charge charge = schedule.charges().get(i);
            Sum sum = today.get(i);
            if (charge.applies(fill)) {
                Sum next = next(charge, sum, fill, valueToday, paid, currency);
                Decimal due = next.paid.minus(sum.paid);
                paid.put(charge.label(), due);
                lines.add(new FeeLine(charge.label(), new Money(due, currency)));
                sum = next;
            }
            after.add(sum);
        }
        return new Billed(new OrderFees(schedule, before, Optional.of(fill), valueToday, after), lines);
    }

    private static void requireSameOrder(Execution earlier, Execution fill) {
        ContractTerms terms = earlier.terms();
        Require.that(
                earlier.side() == fill.side()
                        && terms.equals(fill.terms())
                        && earlier.base().equals(fill.base()),
                "fills of one order must be of one side and one instrument, were " + earlier + " and " + fill);
        LocalDate date = earlier.date();
        Require.that(!fill.date().isBefore(date), "date must not be before " + date + ", was " + fill.date());
    }

    private Sum next(
            Charge charge,
            Sum sum,
            Execution fill,
            BigDecimal orderValue,
            Map<String, Decimal> paid,
            Currency currency) {
        BigDecimal amount = amount(charge.basis(), sum, fill, paid);
        BigDecimal raw = charge.raw(amount, before, sum.basis, fill);
        BigDecimal basis = sum.basis.add(amount);
        if (charge.rounding().perFill()) {
            Decimal due = charge.payable(raw, inFeeCurrency(fill), fill.date(), currency);
            return new Sum(basis, sum.raw.add(raw), sum.paid.plus(due));
        }
        BigDecimal whole = sum.raw.add(raw);
        return new Sum(basis, whole, charge.payable(whole, orderValue, fill.date(), currency));
    }

    private BigDecimal amount(FeeBasis basis, Sum sum, Execution fill, Map<String, Decimal> paid) {
        return switch (basis) {
            case FeeBasis.Units() -> fill.units();
            case FeeBasis.Value() -> inFeeCurrency(fill);
            case FeeBasis.Order() -> sum.basis.signum() == 0 ? BigDecimal.ONE : BigDecimal.ZERO;
            case FeeBasis.OfCharge(String label) ->
                paid.getOrDefault(label, Decimal.ZERO).toBigDecimal();
        };
    }

    /** Who pays in what he bought pays a share of it. */
    private BigDecimal inFeeCurrency(Execution fill) {
        return schedule.currency() instanceof FeeCurrency.Received && fill.isBuy()
                ? fill.units().multiply(fill.terms().multiplier().toBigDecimal())
                : fill.value();
    }
}
