package io.mts1b.oms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.foundation.ids.FillId;
import io.mts1b.foundation.ids.StrategyId;
import io.mts1b.foundation.marketdata.CorporateAction;
import io.mts1b.foundation.marketdata.MarketSnapshot;
import io.mts1b.foundation.numbers.Balances;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Fill;
import io.mts1b.foundation.orders.Liquidity;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderEvent;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.risk.Denial.LossPeriod;
import io.mts1b.foundation.symbology.Classification;
import io.mts1b.foundation.symbology.ContractTerms;
import io.mts1b.foundation.symbology.Instrument;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.oms.archive.MemoryArchive;
import io.mts1b.oms.risk.HeldPortfolio;
import io.mts1b.riskengine.Review;
import io.mts1b.riskengine.RiskEngine;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A fund that counts in dollars trades shares in euros, and pays fees in francs. */
class CurrenciesTest {

    private static final Currency EUR = new Currency("EUR");
    private static final InstrumentId SAP = InstrumentId.parse("SAP.XETR");
    private static final InstrumentId EURUSD = InstrumentId.parse("EUR/USD.IDEALPRO");
    private static final InstrumentId USDCHF = InstrumentId.parse("USD/CHF.IDEALPRO");

    private final OmsState state = new OmsState();

    @BeforeEach
    void furnish() {
        Desk.setUp().forEach(state::apply);
        list(new Instrument.Equity(SAP, terms("0.01", EUR)));
        list(new Instrument.FxPair(EURUSD, terms("0.0001", Currency.USD), EUR));
        list(new Instrument.FxPair(USDCHF, terms("0.0001", new Currency("CHF")), Currency.USD));
        mark(SAP, "100");
    }

    @Test
    void cash_gains_and_fees_are_kept_in_their_own_currencies_and_counted_in_the_funds() {
        mark(EURUSD, "1.25");
        mark(USDCHF, "0.8");
        trade("1", Side.BUY, 10, "90", "2 EUR");
        trade("2", Side.SELL, 4, "95", "0.8 CHF");

        assertThat(state.balances(Desk.FUND)).isEqualTo(Balances.parse("-0.8 CHF, -522 EUR, 1000000 USD"));
        Holding holding = Objects.requireNonNull(state.holdings(Desk.FUND).get(SAP));
        assertThat(holding.realized()).isEqualTo(Money.parse("20 EUR"));
        assertThat(holding.fees()).isEqualTo(Balances.parse("0.8 CHF, 2 EUR"));
        // -522 euros are -652.50 dollars, and -0.80 francs one.
        assertThat(state.cash(Desk.FUND)).isEqualTo(Money.parse("999346.5 USD"));
        assertThat(state.positionsValue(Desk.FUND)).isEqualTo(Money.parse("750 USD"));
        FundAccount account = state.account(Desk.FUND);
        assertThat(account.realizedPnl()).isEqualTo(Money.parse("25 USD"));
        assertThat(account.fees()).isEqualTo(Money.parse("3.5 USD"));
        // 20 euros realized, 60 not yet, 2 euros and a dollar of fees.
        assertThat(state.nav(Desk.FUND)).isEqualTo(Money.parse("1000096.5 USD"));
        StrategyAccount strategy = state.strategies(Desk.FUND).getFirst();
        assertThat(strategy.cashFlow()).isEqualTo(Balances.parse("-0.8 CHF, -522 EUR, 0 USD"));
        assertThat(strategy.realized()).isEqualTo(Balances.parse("20 EUR, 0 USD"));
        assertThat(strategy.profit()).isEqualTo(Money.parse("96.5 USD"));

        // Another rate is another value, also of what was gained before.
        mark(EURUSD, "1.5");
        assertThat(state.nav(Desk.FUND)).isEqualTo(Money.parse("1000116 USD"));
        requireSameFromSnapshot();
    }

    @Test
    void a_fill_that_is_taken_back_takes_its_cash_back_in_every_currency() {
        trade("1", Side.BUY, 10, "90", "2 EUR");
        Fill wrong = trade("2", Side.SELL, 4, "95", "1 CHF");
        state.apply(new OmsEvent.OrderChanged(new OrderEvent.FillBusted(wrong, Desk.NOW)));
        assertThat(state.balances(Desk.FUND)).isEqualTo(Balances.parse("0 CHF, -902 EUR, 1000000 USD"));
    }

    @Test
    void without_a_rate_nothing_is_guessed() {
        trade("1", Side.BUY, 10, "90", "2 EUR");

        assertThatThrownBy(() -> state.nav(Desk.FUND))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("what -902 EUR is worth in USD must be known: list the pair of both, and mark its price");
        assertThat(state.strategies(Desk.FUND).getFirst().profit()).isNull();
        assertThat(passes(buy("2"))).isFalse();
        // What can be known is told all the same.
        assertThat(state.balances(Desk.FUND).of(EUR)).isEqualTo(Money.parse("-902 EUR"));

        mark(EURUSD, "1.25");
        assertThat(state.nav(Desk.FUND)).isEqualTo(Money.parse("1000122.5 USD"));
        assertThat(passes(buy("2"))).isTrue();
        assertThat(state.loss(Desk.FUND, LossPeriod.DAILY)).isEmpty();
    }

    @Test
    void what_closes_is_as_large_as_the_limits_allow_at_the_rate() {
        // Half a million dollars at most; a share is 125 of them.
        mark(EURUSD, "1.25");
        assertThat(atMost("10000")).isEqualTo(Quantity.of(4_000));
        mark(EURUSD, "1");
        assertThat(atMost("10000")).isEqualTo(Quantity.of(5_000));
        assertThat(atMost("3")).isEqualTo(Quantity.of(3));
    }

    private Quantity atMost(String wanted) {
        return FlattenTerms.of(state, Desk.FUND, state.prices().listed(SAP), true)
                .orElseThrow()
                .atMost(Quantity.parse(wanted));
    }

    @Test
    void risk_counts_in_the_funds_currency() {
        trade("1", Side.BUY, 10, "90", "0 EUR");
        assertThatThrownBy(() -> HeldPortfolio.of(state, Desk.FUND, new TreeMap<>(), 0.01))
                .hasMessage("the rate of EUR in USD must be known, in which SAP.XETR is priced");
        mark(EURUSD, "1.25");
        HeldPortfolio held = HeldPortfolio.of(state, Desk.FUND, new TreeMap<>(Map.of(SAP, Decimal.of(2))), 0.01);
        assertThat(held.wished().getFirst().value()).isEqualTo(250);
        assertThat(held.wished().getFirst().units()).isEqualTo(2);
    }

    @Test
    void a_dividend_in_another_currency_than_the_shares_is_owed_in_its_own() {
        mark(EURUSD, "1.25");
        mark(USDCHF, "0.8");
        trade("1", Side.BUY, 10, "90", "0 EUR");
        Money before = state.nav(Desk.FUND);
        state.apply(new OmsEvent.CorporateActionApplied(
                new CorporateAction.CashDividend("div", SAP, Desk.NOW, Money.parse("0.4 CHF")),
                buy("9").actor(),
                Desk.NOW));
        assertThat(state.nav(Desk.FUND)).isEqualTo(before.plus(Money.parse("5 USD")));
        state.apply(new OmsEvent.DividendPaid("div", buy("9").actor(), Desk.NOW));
        assertThat(state.balances(Desk.FUND)).isEqualTo(Balances.parse("4 CHF, -900 EUR, 1000000 USD"));
        requireSameFromSnapshot();
    }

    private void requireSameFromSnapshot() {
        byte[] bytes = StateSnapshot.write(state);
        OmsState again = StateSnapshot.read(bytes, new MemoryArchive(), OmsState.KEPT);
        assertThat(again.hash()).isEqualTo(state.hash());
        assertThat(again.nav(Desk.FUND)).isEqualTo(state.nav(Desk.FUND));
    }

    private boolean passes(Order order) {
        RiskEngine gates = new RiskEngine(RiskEngine.Mode.REPORT_ALL);
        return gates.review(order, state, Desk.NOW) instanceof Review.Passed;
    }

    private static Order buy(String id) {
        return Desk.order("o-" + id, Side.BUY, 10).instrument(SAP).build();
    }

    private Fill trade(String id, Side side, long quantity, String price, String fee) {
        Order order = Desk.order("o-" + id, side, quantity)
                .instrument(SAP)
                .strategy(new StrategyId("momentum"))
                .build();
        return Desk.trade(
                state,
                order,
                Fill.builder()
                        .fillId(new FillId("f-" + id))
                        .orderId(order.orderId())
                        .instrument(SAP)
                        .side(side)
                        .quantity(Quantity.of(quantity))
                        .price(Price.parse(price))
                        .fee(Money.parse(fee))
                        .liquidity(Liquidity.TAKER)
                        .at(Desk.NOW)
                        .build());
    }

    private void list(Instrument instrument) {
        state.apply(new OmsEvent.InstrumentListed(instrument, Classification.unknown(instrument)));
    }

    private void mark(InstrumentId id, String price) {
        state.apply(new OmsEvent.MarketMarked(Desk.TODAY, MarketSnapshot.of(Desk.NOW, Map.of(id, Price.parse(price)))));
    }

    private static ContractTerms terms(String tick, Currency currency) {
        return new ContractTerms(Price.parse(tick), Quantity.of(1), Decimal.ONE, currency);
    }
}
