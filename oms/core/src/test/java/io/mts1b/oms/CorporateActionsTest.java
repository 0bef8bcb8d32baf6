package io.mts1b.oms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.ids.StrategyId;
import io.mts1b.foundation.marketdata.CorporateAction;
import io.mts1b.foundation.marketdata.MarketSnapshot;
import io.mts1b.foundation.numbers.Balances;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.foundation.orders.Fill;
import io.mts1b.foundation.orders.FillBuilder;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderEvent;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.positions.TaxLot;
import io.mts1b.foundation.positions.UnitRatio;
import io.mts1b.foundation.symbology.Classification;
import io.mts1b.foundation.symbology.ContractTerms;
import io.mts1b.foundation.symbology.Instrument;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.oms.archive.MemoryArchive;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CorporateActionsTest {

    private static final BrokerId BROKER = new BrokerId("notes");
    private static final StrategyId MOMENTUM = new StrategyId("momentum");
    private static final StrategyId REVERSAL = new StrategyId("reversal");
    private static final InstrumentId OTHER = InstrumentId.parse("NEWCO.XNAS");
    private static final Instant EX = Desk.NOW.plusSeconds(3_600);
    private static final Money START = Money.parse("1000000 USD");

    private final OmsState state = new OmsState();
    private int orders;

    @BeforeEach
    void furnish() {
        Desk.setUp().forEach(state::apply);
        Instrument other = new Instrument.Equity(
                OTHER, new ContractTerms(Price.parse("0.01"), Quantity.of(1), Decimal.ONE, Currency.USD));
        state.apply(new OmsEvent.InstrumentListed(other, Classification.unknown(other)));
        mark(OTHER, "40");
    }

    @Test
    void a_split_changes_units_and_prices_and_no_value() {
        trade(MOMENTUM, Side.BUY, 10, "90");
        Money before = state.nav(Desk.FUND);

        apply(new CorporateAction.Split("split", Desk.AAPL, EX, UnitRatio.parse("3:1")));

        assertThat(held(Desk.AAPL)).isEqualTo(Decimal.of(30));
        assertThat(state.lastPrice(Desk.AAPL)).contains(Price.parse("33.33333333"));
        assertThat(state.nav(Desk.FUND).minus(before).abs()).isLessThan(Money.parse("0.000001 USD"));
        assertThat(holding(Desk.AAPL).realized()).isEqualTo(Money.parse("0 USD"));
        assertThat(state.operations().stakes()).containsExactly(Map.entry(stake(Desk.AAPL, MOMENTUM), Decimal.of(30)));
        assertThat(state.venues().positions(BROKER)).containsExactly(Map.entry(Desk.AAPL, Decimal.of(30)));
        // Sold at 40, which is 120 of before: 30 a share of before.
        trade(MOMENTUM, Side.SELL, 30, "40");
        assertThat(holding(Desk.AAPL).realized()).isEqualTo(Money.parse("300 USD"));
        requireSound();
    }

    @Test
    void strategies_on_both_sides_are_split_each_for_itself() {
        trade(MOMENTUM, Side.BUY, 7, "90");
        trade(REVERSAL, Side.SHORT, 5, "110");
        trade(REVERSAL, Side.SHORT, 2, "111");

        apply(new CorporateAction.Split("reverse", Desk.AAPL, EX, UnitRatio.parse("1:3")));

        // The parts are cut to eight places each, 2.33333333 and -2.33333333.
        assertThat(state.operations().stakes())
                .containsEntry(stake(Desk.AAPL, MOMENTUM), Decimal.parse("2.33333333"))
                .containsEntry(stake(Desk.AAPL, REVERSAL), Decimal.parse("-2.33333333"));
        assertThat(held(Desk.AAPL)).isEqualTo(Decimal.ZERO);
        requireSound();
    }

    @Test
    void a_dividend_is_owed_from_its_ex_date_and_in_the_cash_once_it_is_paid() {
        trade(MOMENTUM, Side.BUY, 10, "100");
        trade(REVERSAL, Side.SHORT, 4, "100");
        Money cash = state.cash(Desk.FUND);
        Money nav = state.nav(Desk.FUND);

        apply(new CorporateAction.CashDividend("div", Desk.AAPL, EX, Money.parse("0.25 USD")));

        assertThat(state.cash(Desk.FUND)).isEqualTo(cash);
        assertThat(state.nav(Desk.FUND)).isEqualTo(nav.plus(Money.parse("1.5 USD")));
        assertThat(holding(Desk.AAPL).income()).isEqualTo(Balances.parse("1.5 USD"));
        assertThat(account(MOMENTUM).income()).isEqualTo(Balances.parse("2.5 USD"));
        // Who is short pays it.
        assertThat(account(REVERSAL).income()).isEqualTo(Balances.parse("-1 USD"));
        requireSound();
        requireSameFromSnapshot();

        state.apply(new OmsEvent.DividendPaid("div", new ActorId("ops"), EX));
        assertThat(state.cash(Desk.FUND)).isEqualTo(cash.plus(Money.parse("1.5 USD")));
        assertThat(state.nav(Desk.FUND)).isEqualTo(nav.plus(Money.parse("1.5 USD")));
        assertThat(state.account(Desk.FUND).income()).isEqualTo(Money.parse("1.5 USD"));
        requireSound();
        assertThatThrownBy(() -> state.apply(new OmsEvent.DividendPaid("div", new ActorId("ops"), EX)))
                .hasMessage("dividend div must be paid once");
    }

    @Test
    void a_merger_for_shares_brings_the_cost_along_and_covers_what_was_short() {
        // Long the target and short what buys it, as one does for the spread between them.
        trade(MOMENTUM, Side.BUY, 100, "19.50");
        trade(OTHER, MOMENTUM, Side.SHORT, 50, "40");

        apply(new CorporateAction.Conversion("merger", Desk.AAPL, EX, UnitRatio.parse("1:2"), OTHER));

        assertThat(held(Desk.AAPL)).isEqualTo(Decimal.ZERO);
        assertThat(held(OTHER)).isEqualTo(Decimal.ZERO);
        assertThat(holding(OTHER).realized()).isEqualTo(Money.parse("50 USD"));
        assertThat(holding(Desk.AAPL).realized()).isEqualTo(Money.parse("0 USD"));
        assertThat(state.operations().stakes()).isEmpty();
        assertThat(state.venues().positions(BROKER)).isEmpty();
        requireSound();
    }

    @Test
    void a_spin_off_leaves_the_shares_and_takes_a_part_of_their_cost() {
        trade(MOMENTUM, Side.BUY, 8, "100");
        Instant bought = holding(Desk.AAPL).lots().lots().getFirst().openedAt();

        apply(new CorporateAction.SpinOff("spin", Desk.AAPL, EX, UnitRatio.parse("1:4"), OTHER, Rate.parse("0.1")));

        assertThat(held(Desk.AAPL)).isEqualTo(Decimal.of(8));
        assertThat(held(OTHER)).isEqualTo(Decimal.of(2));
        TaxLot spun = holding(OTHER).lots().lots().getFirst();
        assertThat(spun.openPrice()).isEqualTo(Price.parse("40"));
        assertThat(spun.openedAt()).isEqualTo(bought);
        assertThat(holding(Desk.AAPL).lots().lots().getFirst().openPrice()).isEqualTo(Price.parse("90"));
        assertThat(state.operations().stakes())
                .containsEntry(stake(Desk.AAPL, MOMENTUM), Decimal.of(8))
                .containsEntry(stake(OTHER, MOMENTUM), Decimal.of(2));
        requireSound();
    }

    @Test
    void what_is_redeemed_is_gone_for_its_price() {
        trade(MOMENTUM, Side.BUY, 10, "90");
        trade(Desk.FUTURE, MOMENTUM, Side.BUY, 2, "5000");
        Money cash = state.cash(Desk.FUND);

        apply(new CorporateAction.Redemption("cash-out", Desk.AAPL, EX, Price.parse("101")));
        apply(new CorporateAction.Redemption("settled", Desk.FUTURE, EX, Price.parse("5010")));

        assertThat(state.positions(Desk.FUND)).isEmpty();
        // 1,010 for the shares; ten points of fifty dollars on two contracts.
        assertThat(state.cash(Desk.FUND)).isEqualTo(cash.plus(Money.parse("2010 USD")));
        assertThat(holding(Desk.AAPL).realized()).isEqualTo(Money.parse("110 USD"));
        assertThat(holding(Desk.FUTURE).realized()).isEqualTo(Money.parse("1000 USD"));
        requireSound();
    }

    @Test
    void what_is_not_ours_at_a_venue_is_restated_too() {
        trade(MOMENTUM, Side.BUY, 10, "90");
        state.venues().move(BROKER, Desk.AAPL, Decimal.of(4));

        apply(new CorporateAction.Split("split", Desk.AAPL, EX, UnitRatio.parse("2:1")));

        assertThat(state.venues().positions(BROKER)).containsEntry(Desk.AAPL, Decimal.of(28));
        assertThat(held(Desk.AAPL)).isEqualTo(Decimal.of(20));
    }

    @Test
    void what_only_a_broker_comes_to_hold_too_much_of_changes_nothing() {
        Order order = Desk.order("o-much", Side.BUY, 1)
                .quantity(Quantity.parse("20000000000.00000001"))
                .broker(BROKER)
                .build();
        Desk.trade(
                state,
                order,
                new FillBuilder()
                        .from(Desk.fill(order, "f-much", 1, "0.01"))
                        .quantity(order.quantity())
                        .build());
        // With ours, more than 18 digits once it is tripled.
        state.venues().move(BROKER, Desk.AAPL, order.quantity().value());

        refused(
                new CorporateAction.Split("split", Desk.AAPL, EX, UnitRatio.parse("3:1")),
                "corporate action split must make something that can be counted: ");
    }

    @Test
    void a_fill_of_before_cannot_be_taken_back_by_the_venue_any_more() {
        Fill fill = trade(MOMENTUM, Side.BUY, 10, "90");
        apply(new CorporateAction.Split("split", Desk.AAPL, EX, UnitRatio.parse("2:1")));

        assertThatThrownBy(() -> state.apply(new OmsEvent.OrderChanged(new OrderEvent.FillBusted(fill, EX))))
                .hasMessageContaining("an older one is taken back by hand");
        assertThat(held(Desk.AAPL)).isEqualTo(Decimal.of(20));
    }

    @Test
    void what_cannot_be_is_refused_and_changes_nothing() {
        trade(MOMENTUM, Side.BUY, 10, "90");
        CorporateAction split = new CorporateAction.Split("split", Desk.AAPL, EX, UnitRatio.parse("2:1"));
        apply(split);
        refused(split, "corporate action split must be applied once");
        refused(
                new CorporateAction.Split("s2", InstrumentId.parse("NOBODY.XNAS"), EX, UnitRatio.parse("2:1")),
                "instrument NOBODY.XNAS must be listed");
        refused(
                new CorporateAction.Split("s3", Desk.AAPL, EX, UnitRatio.parse("1000000000000000000:1")),
                "corporate action s3 must make something that can be counted");
        refused(
                new CorporateAction.Conversion(
                        "c1", Desk.AAPL, EX, UnitRatio.parse("1:1"), InstrumentId.parse("NOBODY.XNAS")),
                "instrument NOBODY.XNAS must be listed");
        Order resting = order(Desk.AAPL, MOMENTUM, Side.SELL, 5);
        state.apply(new OmsEvent.OrderReceived(resting));
        refused(
                new CorporateAction.Redemption("r1", Desk.AAPL, EX, Price.parse("1")),
                "order o-2 must have ended before AAPL.XNAS counts other units");
        state.apply(new OmsEvent.OrderChanged(new OrderEvent.Canceled(resting.orderId(), EX, "for the action")));
        state.apply(new OmsEvent.LineChanged(BROKER, LineState.CATCHING_UP, "connected", EX));
        refused(
                new CorporateAction.CashDividend("d1", Desk.AAPL, EX, Money.parse("1 USD")),
                "broker notes, where AAPL.XNAS is held, must be caught up with first");
        assertThatThrownBy(() -> state.apply(new OmsEvent.DividendPaid("split", new ActorId("ops"), EX)))
                .hasMessageStartingWith("corporate action split must be a dividend to be paid");
        assertThatThrownBy(() -> state.apply(new OmsEvent.DividendPaid("nothing", new ActorId("ops"), EX)))
                .hasMessage("corporate action nothing must have been applied");
    }

    @Test
    void what_comes_must_have_a_price_in_the_same_currency() {
        trade(MOMENTUM, Side.BUY, 10, "90");
        InstrumentId euro = InstrumentId.parse("SAP.XETR");
        Instrument share = new Instrument.Equity(
                euro, new ContractTerms(Price.parse("0.01"), Quantity.of(1), Decimal.ONE, new Currency("EUR")));
        state.apply(new OmsEvent.InstrumentListed(share, Classification.unknown(share)));
        refused(
                new CorporateAction.Conversion("c1", Desk.AAPL, EX, UnitRatio.parse("1:1"), euro),
                "SAP.XETR must be priced in USD as AAPL.XNAS is, was in EUR");
        InstrumentId unpriced = InstrumentId.parse("LATER.XNAS");
        Instrument later = new Instrument.Equity(
                unpriced, new ContractTerms(Price.parse("0.01"), Quantity.of(1), Decimal.ONE, Currency.USD));
        state.apply(new OmsEvent.InstrumentListed(later, Classification.unknown(later)));
        refused(
                new CorporateAction.SpinOff("c2", Desk.AAPL, EX, UnitRatio.parse("1:1"), unpriced, Rate.ZERO),
                "LATER.XNAS must have a price before anybody holds it");
    }

    private void refused(CorporateAction action, String message) {
        String before = state.hash();
        assertThatThrownBy(() -> apply(action))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
        assertThat(state.hash()).isEqualTo(before);
    }

    private void apply(CorporateAction action) {
        state.apply(new OmsEvent.CorporateActionApplied(action, new ActorId("ops"), EX));
    }

    /** Sums of parts are their wholes, and what was gained is what all of it is worth more. */
    private void requireSound() {
        SortedMap<InstrumentId, Decimal> held = new TreeMap<>();
        state.operations().stakes().forEach((stake, units) -> held.merge(stake.instrument(), units, Decimal::plus));
        held.values().removeIf(Decimal::isZero);
        assertThat(state.positions(Desk.FUND)).isEqualTo(held);
        Money gained = Money.zero(Currency.USD);
        for (StrategyAccount one : state.strategies(Desk.FUND)) {
            gained = gained.plus(Objects.requireNonNull(one.profit()));
        }
        assertThat(state.nav(Desk.FUND).minus(START).minus(gained).abs())
                .isLessThanOrEqualTo(Money.parse("0.000002 USD"));
        Money unrealized = Money.zero(Currency.USD);
        for (Map.Entry<InstrumentId, Holding> one : state.holdings(Desk.FUND).entrySet()) {
            ContractTerms terms = state.prices().listed(one.getKey()).terms();
            for (TaxLot lot : one.getValue().lots().lots()) {
                unrealized = unrealized.plus(lot.gainAt(state.prices().lastPrice(one.getKey()), terms));
            }
        }
        FundAccount account = state.account(Desk.FUND);
        Money explained =
                account.realizedPnl().plus(unrealized).plus(account.income()).minus(account.fees());
        assertThat(state.nav(Desk.FUND).minus(START)).isEqualTo(explained);
        requireSameFromSnapshot();
    }

    private void requireSameFromSnapshot() {
        byte[] bytes = StateSnapshot.write(state);
        OmsState again = StateSnapshot.read(bytes, new MemoryArchive(), OmsState.KEPT);
        assertThat(again.hash()).isEqualTo(state.hash());
        assertThat(StateSnapshot.write(again)).isEqualTo(bytes);
    }

    private void mark(InstrumentId id, String price) {
        state.apply(new OmsEvent.MarketMarked(Desk.TODAY, MarketSnapshot.of(Desk.NOW, Map.of(id, Price.parse(price)))));
    }

    private Decimal held(InstrumentId id) {
        return state.positions(Desk.FUND).getOrDefault(id, Decimal.ZERO);
    }

    private Holding holding(InstrumentId id) {
        return Objects.requireNonNull(state.holdings(Desk.FUND).get(id));
    }

    private StrategyAccount account(StrategyId strategy) {
        return state.strategies(Desk.FUND).stream()
                .filter(one -> one.strategy().equals(strategy))
                .findFirst()
                .orElseThrow();
    }

    private static Stake stake(InstrumentId instrument, StrategyId strategy) {
        return new Stake(Desk.FUND, instrument, BROKER, strategy);
    }

    private Fill trade(StrategyId strategy, Side side, long quantity, String price) {
        return trade(Desk.AAPL, strategy, side, quantity, price);
    }

    private Fill trade(InstrumentId instrument, StrategyId strategy, Side side, long quantity, String price) {
        Order order = order(instrument, strategy, side, quantity);
        return Desk.trade(state, order, Desk.fill(order, "f-" + order.orderId(), quantity, price));
    }

    private Order order(InstrumentId instrument, StrategyId strategy, Side side, long quantity) {
        return Desk.order("o-" + ++orders, side, quantity)
                .instrument(instrument)
                .strategy(strategy)
                .build();
    }
}
