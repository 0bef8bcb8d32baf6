package io.mts1b.oms;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.foundation.ids.StrategyId;
import io.mts1b.foundation.numbers.Balances;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.orders.Fill;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderEvent;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.oms.simulation.Simulation;
import io.mts1b.oms.simulation.SimulationPlan;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the strategies of a fund have adds up to what the fund has. */
class StrategyAccountTest {

    private static final StrategyId MOMENTUM = new StrategyId("momentum");
    private static final StrategyId REVERSAL = new StrategyId("reversal");

    private final OmsState state = new OmsState();

    @Test
    void two_strategies_on_both_sides_have_their_own_lots_and_gains() {
        Desk.setUp().forEach(state::apply);
        fill("1", MOMENTUM, Side.BUY, 10, "90");
        fill("2", REVERSAL, Side.SHORT, 10, "110");
        // The fund has closed what momentum opened; neither strategy has closed anything.
        assertThat(state.positions(Desk.FUND)).isEmpty();
        assertThat(state.account(Desk.FUND).realizedPnl()).isEqualTo(Money.parse("200 USD"));

        StrategyAccount momentum = account(MOMENTUM);
        StrategyAccount reversal = account(REVERSAL);
        assertThat(quantity(momentum)).isEqualTo(Decimal.of(10));
        assertThat(quantity(reversal)).isEqualTo(Decimal.of(-10));
        assertThat(momentum.realized()).isEqualTo(Balances.parse("0 USD"));
        // At 100, where the last price is: ten dollars a share, less a dollar of fee.
        assertThat(momentum.profit()).isEqualTo(Money.parse("99 USD"));
        assertThat(reversal.profit()).isEqualTo(Money.parse("99 USD"));
        assertThat(momentum.cashFlow()).isEqualTo(Balances.parse("-901 USD"));

        Fill closing = fill("3", MOMENTUM, Side.SELL, 4, "95");
        assertThat(account(MOMENTUM).realized()).isEqualTo(Balances.parse("20 USD"));
        assertThat(account(MOMENTUM).fees()).isEqualTo(Balances.parse("2 USD"));
        state.apply(new OmsEvent.OrderChanged(new OrderEvent.FillBusted(closing, Desk.NOW)));
        assertThat(account(MOMENTUM)).isEqualTo(momentum);
    }

    @Test
    void every_simulated_fund_is_the_sum_of_its_strategies() {
        for (long seed = 1; seed <= 20; seed++) {
            OmsState run = new OmsState();
            Simulation.log(seed, SimulationPlan.STANDARD).forEach(run::apply);
            run.funds().forEach(config -> {
                Money gained = Money.parse("0 USD");
                SortedMap<InstrumentId, Decimal> held = new TreeMap<>();
                for (StrategyAccount account : run.strategies(config.fund())) {
                    gained = gained.plus(Objects.requireNonNull(account.profit()));
                    account.holdings().forEach((id, one) -> held.merge(id, one.quantity(), Decimal::plus));
                }
                held.values().removeIf(Decimal::isZero);
                assertThat(held).isEqualTo(run.positions(config.fund()));
                assertThat(gained).isEqualTo(run.nav(config.fund()).minus(Money.parse("1000000 USD")));
            });
        }
    }

    private StrategyAccount account(StrategyId strategy) {
        return state.strategies(Desk.FUND).stream()
                .filter(one -> one.strategy().equals(strategy))
                .findFirst()
                .orElseThrow();
    }

    private static Decimal quantity(StrategyAccount account) {
        return Objects.requireNonNull(account.holdings().get(Desk.AAPL)).quantity();
    }

    private Fill fill(String number, StrategyId strategy, Side side, long quantity, String price) {
        Order order =
                Desk.order("o-" + number, side, quantity).strategy(strategy).build();
        return Desk.trade(state, order, Desk.fill(order, "f-" + number, quantity, price));
    }
}
