package io.mts1b.quantkit.costmodels.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Liquidity;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.symbology.ContractTerms;
import io.mts1b.quantkit.costmodels.Execution;
import io.mts1b.quantkit.costmodels.FeeSchedule;
import io.mts1b.quantkit.costmodels.FeeSchedules;
import io.mts1b.quantkit.costmodels.OrderFees;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FeeMatchTest {

    private static final ContractTerms SHARE =
            new ContractTerms(Price.parse("0.01"), Quantity.of(1), Decimal.ONE, Currency.USD);

    /** Fills of 20 orders of up to four fills each, billed by a schedule. */
    private static List<ChargedFill> billed(FeeSchedule schedule, String date) {
        SplittableRandom random = new SplittableRandom(5);
        Map<String, OrderFees> orders = new LinkedHashMap<>();
        List<ChargedFill> fills = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            int order = random.nextInt(20);
            Execution fill = new Execution(
                    SHARE,
                    Optional.empty(),
                    order % 2 == 0 ? Side.BUY : Side.SELL,
                    Quantity.of(random.nextLong(1, 2_000)),
                    Price.ofTicks(random.nextLong(500, 50_000), Price.parse("0.01")),
                    random.nextBoolean() ? Liquidity.MAKER : Liquidity.TAKER,
                    LocalDate.parse(date));
            String name = "order-" + order;
            OrderFees.Billed bill = orders.computeIfAbsent(name, _ -> schedule.order(Decimal.ZERO))
                    .fill(fill);
            orders.put(name, bill.next());
            fills.add(new ChargedFill(name, fill, Decimal.ZERO, bill.total().orElse(Money.zero(Currency.USD))));
        }
        return fills;
    }

    @Test
    void the_schedule_that_charged_is_found_among_all() {
        for (String name : List.of("ibkr-us-fixed", "ibkr-us-tiered", "ibkr-us-tiered-nasdaq", "paper")) {
            List<FeeMatch> ranked = FeeMatch.ranked(FeeSchedules.all(), billed(FeeSchedules.of(name), "2023-06-01"));

            FeeMatch best = ranked.getFirst();
            assertThat(best.schedule().name()).isEqualTo(name);
            assertThat(best.explained()).isEqualTo(60);
            assertThat(best.total()).contains(Money.parse("0 USD"));
            assertThat(ranked.get(1).explained()).as(name).isLessThan(60);
        }
    }

    @Test
    void what_is_not_explained_is_told_for_each_fill() {
        FeeSchedule schedule = FeeSchedules.of("ibkr-us-fixed");
        List<ChargedFill> fills = new ArrayList<>(billed(schedule, "2023-06-01"));
        ChargedFill third = fills.get(2);
        fills.set(
                2,
                new ChargedFill(
                        third.order(),
                        third.execution(),
                        third.before(),
                        third.charged().plus(Money.parse("0.35 USD"))));

        FeeMatch match = FeeMatch.of(schedule, fills);

        assertThat(match.unexplained().get(2)).isEqualTo(Money.parse("0.35 USD"));
        assertThat(match.explained()).isEqualTo(59);
        assertThat(match.total()).contains(Money.parse("0.35 USD"));
    }

    @Test
    void schedules_that_do_not_apply_say_why_and_come_last() {
        List<ChargedFill> fills = billed(FeeSchedules.of("paper"), "2019-06-03");

        FeeMatch refused = FeeMatch.of(FeeSchedules.of("ibkr-us-fixed"), fills);
        assertThat(refused.refused().orElseThrow()).startsWith("fill 1: date must be in 2022-01-01 to 2024-08-31");
        assertThat(refused.unexplained()).isEmpty();
        assertThat(refused.total()).isEmpty();
        assertThat(FeeMatch.of(FeeSchedules.of("uk-stamp-duty"), fills).refused())
                .contains("fill 1: instrument must be quoted in GBP, was in USD");
        assertThat(FeeMatch.ranked(FeeSchedules.all(), fills).getLast().refused())
                .isPresent();
        assertThatThrownBy(() -> FeeMatch.of(FeeSchedules.of("paper"), List.of()))
                .hasMessage("fills must be at least 1, were 0");
    }
}
