package io.mts1b.quantkit.costmodels;

import static io.mts1b.quantkit.costmodels.Bills.total;
import static io.mts1b.quantkit.costmodels.Bills.trade;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.orders.Liquidity;
import io.mts1b.foundation.orders.Side;
import io.mts1b.testkit.ForAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class OrderFeesTest {

    private static final List<FeeSchedule> SCHEDULES = FeeSchedules.all();

    private static Execution share(Side side, long quantity, long cents, String date) {
        return trade("USD", side, Long.toString(quantity), new Decimal(cents, 2).toString(), Liquidity.TAKER, date);
    }

    /** Fills one after the other; what each paid. */
    private static List<Money> fills(FeeSchedule schedule, Decimal volume, List<Execution> fills) {
        List<Money> paid = new ArrayList<>();
        OrderFees order = schedule.order(volume);
        for (Execution fill : fills) {
            OrderFees.Billed billed = order.fill(fill);
            billed.total().ifPresent(paid::add);
            order = billed.next();
        }
        return paid;
    }

    @Test
    void the_minimum_of_an_order_is_paid_once() {
        FeeSchedule schedule = FeeSchedules.of("ibkr-us-fixed");
        Execution fill = share(Side.BUY, 100, 2500, "2024-06-03");

        // 100 shares are half a dollar: the first fill pays the dollar, the second nothing, the third half.
        assertThat(fills(schedule, Decimal.ZERO, List.of(fill, fill, fill)))
                .containsExactly(Money.parse("1 USD"), Money.parse("0 USD"), Money.parse("0.5 USD"));
    }

    @Test
    void what_is_left_overnight_is_another_order() {
        FeeSchedule schedule = FeeSchedules.of("ibkr-us-fixed");

        assertThat(fills(
                        schedule,
                        Decimal.ZERO,
                        List.of(share(Side.BUY, 100, 2500, "2024-06-03"), share(Side.BUY, 100, 2500, "2024-06-04"))))
                .containsExactly(Money.parse("1 USD"), Money.parse("1 USD"));
    }

    @Test
    void a_cap_is_the_orders_too() {
        Execution fill = share(Side.SELL, 40_000, 1000, "2024-06-03");
        List<Money> taf = new ArrayList<>();
        OrderFees order = FeeSchedules.of("us-share-sales").order(Decimal.ZERO);
        for (int i = 0; i < 3; i++) {
            OrderFees.Billed billed = order.fill(fill);
            taf.add(Bills.amount(billed.lines(), "FINRA trading activity fee"));
            order = billed.next();
        }

        assertThat(taf).containsExactly(Money.parse("6.64 USD"), Money.parse("1.66 USD"), Money.parse("0 USD"));
    }

    @Test
    void marginal_tiers_go_on_within_the_order() {
        FeeSchedule schedule = FeeSchedules.of("ibkr-us-tiered");
        Execution half = share(Side.BUY, 200_000, 10_000, "2023-06-01");

        // 100,000 shares of the second fill are beyond 300,000: 350 + 200, with clearing and shares of the commission.
        List<Money> paid = fills(schedule, Decimal.ZERO, List.of(half, half));
        assertThat(paid.get(1)).isEqualTo(Money.parse("590.4043 USD"));
        assertThat(fills(schedule, Decimal.of(300_000), List.of(half)).getFirst())
                .isEqualTo(Money.parse("440.294 USD"));
    }

    /** A schedule under which a day of the test is known, and which charges orders rather than fills. */
    private static FeeSchedule orderwise(RandomGenerator random) {
        List<FeeSchedule> candidates = SCHEDULES.stream()
                .filter(schedule -> schedule.currency() instanceof FeeCurrency.Quote
                        || schedule.currency()
                                .equals(FeeSchedules.of("ibkr-us-fixed").currency()))
                .filter(schedule -> schedule.charges().stream()
                        .noneMatch(one -> one.rounding().perFill()))
                .toList();
        return candidates.get(random.nextInt(candidates.size())).extended();
    }

    @Test
    void fills_pay_together_what_one_would_have() {
        ForAll.cases(random -> {
            FeeSchedule schedule = orderwise(random);
            Side side = ForAll.oneOf(random, Side.values());
            long cents = random.nextLong(1, 50_000);
            Decimal volume = Decimal.of(random.nextLong(0, 2_000_000));
            List<Execution> fills = new ArrayList<>();
            long whole = 0;
            for (int i = random.nextInt(1, 8); i > 0; i--) {
                long quantity = random.nextLong(1, 100_000);
                whole += quantity;
                fills.add(share(side, quantity, cents, "2024-06-03"));
            }

            Optional<Money> together = fills(schedule, volume, fills).stream().reduce(Money::plus);

            assertThat(together)
                    .as(schedule.name())
                    .isEqualTo(schedule.order(volume)
                            .fill(share(side, whole, cents, "2024-06-03"))
                            .total());
        });
    }

    @Test
    void nothing_but_a_rebate_is_negative_and_more_never_costs_less() {
        ForAll.cases(random -> {
            FeeSchedule schedule =
                    SCHEDULES.get(random.nextInt(SCHEDULES.size())).extended();
            String currency = schedule.currency() instanceof FeeCurrency.Fixed(var fixed) ? fixed.code() : "USD";
            Side side = ForAll.oneOf(random, Side.values());
            long quantity = random.nextLong(1, 1_000_000);
            long more = quantity + random.nextLong(0, 1_000_000);
            String price = new Decimal(random.nextLong(1, 50_000), 2).toString();
            Decimal volume = Decimal.of(random.nextLong(0, 200_000_000));

            List<FeeLine> less = schedule.bill(
                    trade(currency, side, Long.toString(quantity), price, Liquidity.TAKER, "2024-06-03"), volume);
            List<FeeLine> larger = schedule.bill(
                    trade(currency, side, Long.toString(more), price, Liquidity.TAKER, "2024-06-03"), volume);

            for (int i = 0; i < less.size(); i++) {
                assertThat(less.get(i).amount().signum()).as(schedule.name()).isNotNegative();
                assertThat(larger.get(i).amount())
                        .as(schedule.name())
                        .isGreaterThanOrEqualTo(less.get(i).amount());
            }
        });
    }

    @Test
    void other_orders_and_what_does_not_fit_are_refused() {
        FeeSchedule schedule = FeeSchedules.of("ibkr-us-fixed");
        OrderFees order = schedule.order(Decimal.ZERO)
                .fill(share(Side.BUY, 100, 2500, "2024-06-03"))
                .next();

        assertThatThrownBy(() -> order.fill(share(Side.SELL, 100, 2500, "2024-06-03")))
                .hasMessageStartingWith("fills of one order must be of one side and one instrument");
        assertThatThrownBy(() -> order.fill(share(Side.BUY, 100, 2500, "2024-05-31")))
                .hasMessage("date must not be before 2024-06-03, was 2024-05-31");
        assertThatThrownBy(() -> trade("USD", Side.BUY, "0", "1", Liquidity.TAKER, "2024-06-03"))
                .hasMessage("quantity must be positive, was 0");
        Execution vast = trade("USD", Side.BUY, "999999999999999999", "99999999999", Liquidity.TAKER, "2024-06-03");
        assertThatThrownBy(() -> FeeSchedules.of("paper").bill(vast, Decimal.ZERO))
                .isInstanceOf(ArithmeticException.class);
        assertThat(total(schedule.bill(share(Side.BUY, 100, 2500, "2024-06-03"), Decimal.ZERO)))
                .isEqualTo(Money.parse("1 USD"));
    }
}
