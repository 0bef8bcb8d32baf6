package io.mts1b.portfolio.rebalancing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.foundation.symbology.ContractTerms;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.portfolio.rebalancing.RebalanceRule.Always;
import io.mts1b.portfolio.rebalancing.RebalanceRule.BufferZone;
import io.mts1b.portfolio.rebalancing.TradeList.Planned;
import io.mts1b.portfolio.rebalancing.TradeList.Reason;
import io.mts1b.portfolio.rebalancing.TradeList.Refused;
import io.mts1b.quantkit.costmodels.Commission;
import io.mts1b.quantkit.costmodels.CostModel;
import io.mts1b.quantkit.costmodels.Slippage;
import io.mts1b.testkit.ForAll;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RebalancerTest {

    private static final CostModel FREE = new CostModel(new Commission.Free(), new Slippage.None());

    /** A dollar at least, ten basis points of the price. */
    private static final CostModel COSTLY = new CostModel(
            new Commission.OfValue(Rate.ZERO, Money.parse("1 USD")), new Slippage.OfPrice(Rate.ofBps(10)));

    private static final Rate ANY = Rate.ONE;

    @Test
    void trades_whole_lots_to_the_target() {
        // 100 * 50 + 20 * 100 + 3000 = 10000: 5000, 4000 and 1000 are wanted.
        Planned planned = plan(
                new Rebalancer(new Always(), FREE, Money.parse("0 USD"), ANY),
                "3000",
                holding("A", "100", 0.5, "50", "1"),
                holding("B", "20", 0.4, "100", "15"),
                holding("C", "0", 0.1, "30", "10"));

        assertThat(texts(planned)).containsExactly("BUY 10 B", "BUY 30 C");
        assertThat(planned.cashAfter()).isEqualTo(Money.parse("1100 USD"));
        assertThat(planned.skipped()).isEmpty();
    }

    @Test
    void sells_before_it_buys_and_turns_around_in_two_steps() {
        Planned planned = plan(
                new Rebalancer(new Always(), FREE, Money.parse("0 USD"), ANY),
                "0",
                holding("A", "-50", 0.5, "10", "1"),
                holding("B", "150", 0.5, "10", "1"));

        assertThat(texts(planned)).containsExactly("COVER 50 A", "SELL 100 B", "BUY 50 A");
        assertThat(planned.cashAfter()).isEqualTo(Money.parse("0 USD"));
    }

    @Test
    void counts_what_a_trade_costs_and_cuts_what_cannot_be_paid() {
        // A buys at 10.01 and pays a dollar: 99 lots take 990.99 and 1, a hundredth would take 1002.
        Planned planned = plan(
                new Rebalancer(new Always(), COSTLY, Money.parse("0 USD"), ANY),
                "1000",
                holding("A", "0", 1, "10", "1"));

        assertThat(texts(planned)).containsExactly("BUY 99 A");
        assertThat(planned.trades().getFirst().value()).isEqualTo(Money.parse("990 USD"));
        assertThat(planned.trades().getFirst().cost()).isEqualTo(Money.parse("1.99 USD"));
        assertThat(planned.cashAfter()).isEqualTo(Money.parse("8.01 USD"));
    }

    @Test
    void leaves_out_what_is_small_or_costly_but_closes_remainders() {
        Rebalancer rebalancer = new Rebalancer(new Always(), COSTLY, Money.parse("50 USD"), Rate.ofBps(100));

        Planned planned = plan(
                rebalancer,
                "1000",
                holding("A", "4", 0, "1", "1"),
                holding("B", "0", 0.03, "1", "1"),
                holding("C", "0", 0.07, "1", "1"),
                holding("D", "0", 0.2, "1", "1"));

        // Closing A brings 4 and costs 1 and, a tick being 0.01, 0.04. A hundred basis points of 70 do not pay for C.
        assertThat(texts(planned)).containsExactly("SELL 4 A");
        assertThat(planned.skipped().stream().map(TradeList.Skipped::why))
                .containsExactly(TradeList.Why.TOO_SMALL, TradeList.Why.TOO_COSTLY, TradeList.Why.TOO_COSTLY);
        assertThat(planned.cashAfter()).isEqualTo(Money.parse("1002.96 USD"));
    }

    @Test
    void leaves_alone_what_the_rule_leaves_alone() {
        Planned planned = plan(
                new Rebalancer(new BufferZone(0.05), FREE, Money.parse("0 USD"), ANY),
                "200",
                holding("A", "43", 0.4, "10", "1"),
                holding("B", "37", 0.2, "10", "1"));

        // B goes from 37 percent to the edge at 25, A stays within its zone.
        assertThat(texts(planned)).containsExactly("SELL 12 B");
    }

    @Test
    void says_where_nothing_can_be_paid() {
        // A is worth selling for nobody at this cost, so that B finds 100 where a lot takes 150.
        Planned planned = plan(
                new Rebalancer(new Always(), COSTLY, Money.parse("0 USD"), Rate.ofBps(50)),
                "100",
                holding("A", "20", 0.4, "10", "1"),
                holding("B", "0", 0.6, "150", "1"));

        assertThat(planned.trades()).isEmpty();
        assertThat(planned.skipped().stream().map(TradeList.Skipped::why))
                .containsExactly(TradeList.Why.TOO_COSTLY, TradeList.Why.NO_CASH);
        assertThat(planned.cashAfter()).isEqualTo(Money.parse("100 USD"));
    }

    @Test
    void never_overdraws_the_cash_and_never_crosses_zero() {
        ForAll.cases(random -> {
            List<Holding> holdings = new ArrayList<>();
            int assets = random.nextInt(1, 6);
            for (int asset = 0; asset < assets; asset++) {
                holdings.add(holding(
                        String.valueOf((char) ('A' + asset)),
                        String.valueOf(random.nextInt(-20, 60)),
                        random.nextDouble(-0.2, 1.0 / assets),
                        random.nextInt(1, 99) + ".5",
                        "1"));
            }
            Money cash = new Money(Decimal.of(random.nextLong(3_000, 20_000)), Currency.USD);
            Rebalancer rebalancer = new Rebalancer(new Always(), COSTLY, Money.parse("20 USD"), Rate.ofBps(500));

            Planned planned = (Planned) rebalancer.plan(holdings, cash);

            Money left = cash;
            for (PricedTrade trade : planned.trades()) {
                left = trade.trade().side().sign() > 0 ? left.minus(trade.value()) : left.plus(trade.value());
                left = left.minus(trade.cost());
                if (trade.trade().side().opens()) {
                    assertThat(left.signum()).isNotNegative();
                }
            }
            assertThat(left).isEqualTo(planned.cashAfter());
        });
    }

    @Test
    void refuses_by_name() {
        Rebalancer rebalancer = new Rebalancer(new Always(), FREE, Money.parse("0 USD"), ANY);
        Money cash = Money.parse("1000 USD");
        InstrumentId a = InstrumentId.parse("A.X");

        assertThat(rebalancer.plan(List.of(holding("A", "1", 1, "0", "1")), cash))
                .isEqualTo(new Refused(a, Reason.PRICE_NOT_POSITIVE, "price must be positive, was 0"));
        assertThat(rebalancer.plan(List.of(holding("A", "1", 1, "1", "1")), Money.parse("1000 EUR")))
                .isEqualTo(new Refused(a, Reason.OTHER_CURRENCY, "currency must be EUR, was USD"));
        assertThat(rebalancer.plan(List.of(holding("A", "-100", 1, "10", "1")), cash))
                .isEqualTo(new Refused(a, Reason.VALUE_NOT_POSITIVE, "net asset value must be positive, was 0 USD"));
        assertThatThrownBy(() -> rebalancer.plan(List.of(), cash)).hasMessage("holdings must be at least 1, were 0");
        assertThatThrownBy(() ->
                        rebalancer.plan(List.of(holding("A", "1", 1, "1", "1"), holding("A", "1", 1, "1", "1")), cash))
                .hasMessage("instrument must come once, was A.X");
        assertThatThrownBy(() -> holding("A", "1", Double.NaN, "1", "1")).hasMessage("target must be finite, was NaN");
        assertThatThrownBy(() -> new Rebalancer(new Always(), FREE, Money.parse("-1 USD"), ANY))
                .hasMessage("leastTrade must not be negative, was -1 USD");
    }

    private static Planned plan(Rebalancer rebalancer, String cash, Holding... holdings) {
        return (Planned) rebalancer.plan(List.of(holdings), Money.parse(cash + " USD"));
    }

    private static List<String> texts(Planned planned) {
        return planned.trades().stream()
                .map(PricedTrade::trade)
                .map(t -> t.side() + " " + t.quantity() + " " + t.instrument().symbol())
                .toList();
    }

    private static Holding holding(String name, String quantity, double target, String price, String lot) {
        return new Holding(
                InstrumentId.parse(name + ".X"),
                Decimal.parse(quantity),
                target,
                Price.parse(price),
                new ContractTerms(Price.parse("0.01"), Quantity.parse(lot), Decimal.ONE, Currency.USD));
    }
}
