package io.mts1b.treasury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.foundation.funds.FundConfig;
import io.mts1b.foundation.funds.NavSnapshot;
import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.ids.FillId;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.IdempotencyKey;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.ids.StrategyId;
import io.mts1b.foundation.marketdata.MarketSnapshot;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Fill;
import io.mts1b.foundation.orders.Liquidity;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderEvent;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.orders.TimeInForce;
import io.mts1b.foundation.risk.RiskDecision;
import io.mts1b.foundation.symbology.AssetClass;
import io.mts1b.foundation.symbology.Classification;
import io.mts1b.foundation.symbology.ContractTerms;
import io.mts1b.foundation.symbology.Instrument;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.oms.OmsEvent;
import io.mts1b.oms.OmsState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NavCalculatorTest {

    private static final Instant NOW = Instant.parse("2024-05-31T20:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2024, 5, 31);
    private static final FundId FUND = new FundId("alpha");
    private static final BrokerId BROKER = new BrokerId("paper");
    private static final StrategyId STRATEGY = new StrategyId("momentum");
    private static final InstrumentId AAPL = InstrumentId.parse("AAPL.XNAS");

    private final OmsState state = new OmsState();

    @BeforeEach
    void openTheFund() {
        FundConfig config = FundConfig.builder()
                .fund(FUND)
                .name("Alpha")
                .targetNav(Money.parse("10000 USD"))
                .broker(BROKER)
                .addAssetClasses(AssetClass.EQUITIES)
                .addStrategies(STRATEGY)
                .createdAt(NOW)
                .build();
        state.apply(new OmsEvent.FundOpened(config, Money.parse("10000 USD")));
        Instrument apple = new Instrument.Equity(
                AAPL, new ContractTerms(Price.parse("0.01"), Quantity.of(1), Decimal.ONE, Currency.USD));
        state.apply(new OmsEvent.InstrumentListed(apple, Classification.unknown(apple)));
    }

    private void trade(String id, Side side, long quantity, String price, String fee) {
        Order order = Order.builder()
                .orderId(new OrderId(id))
                .idempotencyKey(new IdempotencyKey("key-" + id))
                .fund(FUND)
                .strategy(STRATEGY)
                .instrument(AAPL)
                .side(side)
                .quantity(Quantity.of(quantity))
                .type(new OrderType.Market())
                .timeInForce(TimeInForce.DAY)
                .broker(BROKER)
                .actor(new ActorId("momentum"))
                .createdAt(NOW)
                .build();
        state.apply(new OmsEvent.OrderReceived(order));
        state.apply(new OmsEvent.OrderDecided(new RiskDecision.Approved(order.orderId(), NOW, 1)));
        state.apply(new OmsEvent.OrderChanged(new OrderEvent.Submitted(order.orderId(), NOW)));
        state.apply(new OmsEvent.OrderChanged(new OrderEvent.Filled(Fill.builder()
                .fillId(new FillId("fill-" + id))
                .orderId(order.orderId())
                .instrument(AAPL)
                .side(side)
                .quantity(Quantity.of(quantity))
                .price(Price.parse(price))
                .fee(Money.parse(fee))
                .liquidity(Liquidity.TAKER)
                .at(NOW)
                .build())));
    }

    private void mark(String price) {
        state.apply(new OmsEvent.MarketMarked(TODAY, MarketSnapshot.of(NOW, Map.of(AAPL, Price.parse(price)))));
    }

    @Test
    void a_fund_that_did_nothing_is_worth_its_cash() {
        Money cash = Money.parse("10000 USD");
        Money nothing = Money.zero(Currency.USD);

        assertThat(NavCalculator.value(state.account(FUND), TODAY))
                .isEqualTo(new NavSnapshot(FUND, TODAY, cash, cash, nothing, nothing, nothing));
    }

    /**
     * By hand: 50 bought at 100.10 for 5005 and a fee of 1, 20 sold at 110 for 2200 and a fee of 1.25; so
     * 7192.75 in cash, 30 at 108.005 are 3240.15, and 20 times 9.90 are 198 gained.
     */
    @Test
    void adds_cash_and_positions_and_tells_gains_and_fees_apart() {
        trade("buy", Side.BUY, 50, "100.10", "1 USD");
        trade("sell", Side.SELL, 20, "110", "1.25 USD");
        mark("108.005");

        assertThat(NavCalculator.value(state.account(FUND), TODAY))
                .isEqualTo(new NavSnapshot(
                        FUND,
                        TODAY,
                        Money.parse("10432.9 USD"),
                        Money.parse("7192.75 USD"),
                        Money.parse("3240.15 USD"),
                        Money.parse("198 USD"),
                        Money.parse("2.25 USD")));
    }

    /** By hand: 10 sold short at 100 are 11000 less a fee of 1 in cash; at 120 they cost 1200 to buy back. */
    @Test
    void counts_a_short_position_against_the_fund() {
        trade("short", Side.SHORT, 10, "100", "1 USD");
        mark("120");

        NavSnapshot nav = NavCalculator.value(state.account(FUND), TODAY);

        assertThat(nav.cash()).isEqualTo(Money.parse("10999 USD"));
        assertThat(nav.positionsValue()).isEqualTo(Money.parse("-1200 USD"));
        assertThat(nav.nav()).isEqualTo(Money.parse("9799 USD"));
    }

    @Test
    void a_position_that_never_had_a_price_has_no_value() {
        trade("buy", Side.BUY, 50, "100", "1 USD");

        assertThatThrownBy(() -> NavCalculator.value(state.account(FUND), TODAY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("AAPL.XNAS");
    }
}
