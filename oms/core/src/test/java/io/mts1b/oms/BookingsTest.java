package io.mts1b.oms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.brokers.ClientOrderId;
import io.mts1b.brokers.NumbersFillsByOrder;
import io.mts1b.brokers.OrderName;
import io.mts1b.brokers.OrderReport;
import io.mts1b.brokers.RestoresOrders;
import io.mts1b.brokers.SubmitsOrders;
import io.mts1b.brokers.VenueFill;
import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.ids.FillId;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.ids.StrategyId;
import io.mts1b.foundation.marketdata.CorporateAction;
import io.mts1b.foundation.numbers.Balances;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Fill;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderEvent;
import io.mts1b.foundation.orders.OrderStatus;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.risk.ApprovedOrder;
import io.mts1b.foundation.risk.RiskDecision;
import io.mts1b.foundation.symbology.Classification;
import io.mts1b.foundation.symbology.ContractTerms;
import io.mts1b.foundation.symbology.Instrument;
import io.mts1b.foundation.symbology.Symbol;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The books take a fill whole, or not at all, and give it back so. */
class BookingsTest {

    private static final BrokerId OTHER = new BrokerId("other");
    private static final Instant LATER = Desk.NOW.plusSeconds(3_600);
    private static final Order BUY = Desk.order("o-1", Side.BUY, 100).build();

    /** The cash is a million, and this beside it has more digits than fit. */
    private static final Money UNCOUNTABLE = Money.parse("-9223372036854.775807 USD");

    @TempDir
    private Path folder;

    private final OmsState state = new OmsState();
    private int orders;

    @BeforeEach
    void furnish() {
        Desk.setUp().forEach(state::apply);
    }

    @Test
    void a_fill_that_nobody_can_count_changes_nothing() {
        trade("momentum", Side.BUY, 10);
        Order order = Desk.order("o-x", Side.BUY, 10).build();
        Fill fill = withFee(Desk.fill(order, "f-x", 10, "100"), UNCOUNTABLE);
        submit(order);

        refused(new OmsEvent.OrderChanged(new OrderEvent.Filled(fill)), "books must be able to count ");
    }

    @Test
    void what_only_a_broker_holds_too_much_of_changes_nothing() {
        long half = Long.MAX_VALUE / 2 + 1;
        much("f-1", Side.BUY, half, Counter.NOTES);
        much("f-2", Side.SELL, half, OTHER);
        Order order = Desk.order("o-x", Side.BUY, half).build();
        submit(order);

        // The fund holds nothing, and the broker half of what can be counted.
        assertThat(state.positions(Desk.FUND)).isEmpty();
        refused(
                new OmsEvent.OrderChanged(new OrderEvent.Filled(Desk.fill(order, "f-x", half, "0.00000001"))),
                "books must be able to count ");
    }

    private void much(String id, Side side, long quantity, BrokerId broker) {
        Order order = Desk.order("o-" + ++orders, side, quantity).broker(broker).build();
        Desk.trade(state, order, Desk.fill(order, id, quantity, "0.00000001"));
    }

    private void submit(Order order) {
        state.apply(new OmsEvent.OrderReceived(order));
        state.apply(new OmsEvent.OrderDecided(new RiskDecision.Approved(order.orderId(), Desk.NOW, 1)));
        state.apply(new OmsEvent.OrderChanged(new OrderEvent.Submitted(order.orderId(), Desk.NOW)));
    }

    @Test
    void a_fill_that_nobody_can_count_is_a_difference_and_never_a_crash() {
        try (Counter venue = Counter.up(folder)) {
            venue.work(BUY);
            Fill fill = withFee(Desk.fill(BUY, "f-1", 40, "100"), UNCOUNTABLE);

            venue.tell(new OrderReport.Traded(VenueFill.of(fill, Desk.name(BUY))));

            assertThat(venue.differences()).containsExactly("contradiction o-1");
            assertThat(venue.order(BUY).status()).isEqualTo(OrderStatus.UNKNOWN);
            assertThat(venue.position()).isEqualTo(Decimal.ZERO);
            assertThat(venue.oms().state().balances(Desk.FUND)).isEqualTo(Balances.parse("1000000 USD"));
            venue.restart();
            assertThat(venue.oms().state().balances(Desk.FUND)).isEqualTo(Balances.parse("1000000 USD"));
        }
    }

    @Test
    void a_fee_of_more_decimals_than_a_ledger_keeps_is_rounded_up_and_told_again_is_the_same() {
        try (Counter venue = Counter.up(folder)) {
            venue.work(BUY);
            Fill fill = withFee(Desk.fill(BUY, "f-1", 40, "100"), Money.parse("0.1234560000001 USD"));
            OrderReport told = new OrderReport.Traded(VenueFill.of(fill, Desk.name(BUY)));

            venue.tell(told);
            venue.tell(told);
            venue.restart();
            venue.tell(told);

            assertThat(venue.differences()).isEmpty();
            assertThat(venue.oms().state().balances(Desk.FUND)).isEqualTo(Balances.parse("995999.876543 USD"));
        }
    }

    @Test
    void two_brokers_may_call_their_fills_the_same() {
        try (Counter venue = Counter.up(folder)) {
            venue.oms().connect(new Other());
            Order order = Desk.order("o-2", Side.BUY, 100).broker(OTHER).build();
            venue.work(BUY);
            venue.submit(order);
            venue.tell(new OrderReport.Traded(venue.execute(BUY, "1001", 40, "100")));
            OrderReport told = Desk.traded(Desk.fill(order, "1001", 30, "101"), order);

            venue.oms().onVenue(OTHER, told);
            venue.oms().onVenue(OTHER, told);

            assertThat(venue.differences()).isEmpty();
            assertThat(venue.fills(BUY)).containsExactly("1001");
            assertThat(venue.fills(order)).containsExactly("other/1001");
            assertThat(venue.position()).isEqualTo(Decimal.of(70));

            venue.oms().onVenue(OTHER, new OrderReport.Busted(Desk.name(order), new FillId("1001"), venue.now()));
            assertThat(venue.fills(BUY)).containsExactly("1001");
            assertThat(venue.fills(order)).isEmpty();
            assertThat(venue.position()).isEqualTo(Decimal.of(40));
        }
    }

    @Test
    void a_venue_may_call_the_fills_of_two_orders_the_same() {
        try (Counter venue = Counter.up(folder)) {
            venue.oms().connect(new Daily());
            Order first = Desk.order("o-2", Side.BUY, 100).broker(OTHER).build();
            Order second = Desk.order("o-3", Side.BUY, 100).broker(OTHER).build();
            venue.submit(first);
            venue.submit(second);
            String number = "7".repeat(120);
            List<OrderReport> told = List.of(
                    Desk.traded(Desk.fill(first, number, 40, "100"), first),
                    Desk.traded(Desk.fill(second, number, 40, "100"), second),
                    Desk.traded(Desk.fill(first, "8", 1, "100"), first),
                    Desk.traded(Desk.fill(second, "8", 1, "100"), second));
            told.forEach(report -> venue.oms().onVenue(OTHER, report));
            told.forEach(report -> venue.oms().onVenue(OTHER, report));

            assertThat(venue.differences()).isEmpty();
            assertThat(venue.fills(first)).hasSize(2).contains(named(first, "8"));
            assertThat(venue.fills(second)).hasSize(2).contains(named(second, "8"));
            assertThat(venue.position()).isEqualTo(Decimal.of(82));

            venue.oms().onVenue(OTHER, new OrderReport.Busted(Desk.name(second), new FillId(number), venue.now()));
            venue.oms().onVenue(OTHER, new OrderReport.Busted(Desk.name(first), new FillId("8"), venue.now()));
            assertThat(venue.fills(first)).hasSize(1).doesNotContain(named(first, "8"));
            assertThat(venue.fills(second)).containsExactly(named(second, "8"));
        }
    }

    private static String named(Order order, String told) {
        return ClientOrderId.of(order.orderId(), 0) + "/" + told;
    }

    private static final WordsDesk.Owner OWNER = new WordsDesk.Owner(Desk.FUND, new StrategyId("momentum"));

    private static void adoptAll(Counter venue, BrokerId broker) {
        venue.oms().state().venues().differences(broker).values().stream()
                .toList()
                .forEach(seen -> venue.oms().words().adopt(broker, seen, OWNER, null, new ActorId("anna"), "ours"));
    }

    @Test
    void what_is_adopted_keeps_its_own_name_where_a_venue_calls_fills_the_same() {
        try (Counter venue = Counter.up(folder)) {
            venue.oms().connect(new Daily());
            Order own = Desk.order("o-2", Side.BUY, 100).broker(OTHER).build();
            venue.submit(own);
            Order one = Desk.order("f-1", Side.BUY, 5).broker(OTHER).build();
            Order another = Desk.order("f-2", Side.BUY, 2).broker(OTHER).build();
            List<OrderReport> told = List.of(
                    Desk.traded(Desk.fill(own, "1", 40, "100"), own),
                    Desk.traded(Desk.fill(one, "1", 5, "100"), one),
                    Desk.traded(Desk.fill(another, "1", 2, "100"), another));
            told.forEach(report -> venue.oms().onVenue(OTHER, report));
            told.forEach(report -> venue.oms().onVenue(OTHER, report));
            assertThat(venue.oms().state().venues().differences(OTHER)).hasSize(2);

            adoptAll(venue, OTHER);
            told.forEach(report -> venue.oms().onVenue(OTHER, report));

            assertThat(venue.oms().state().venues().differences(OTHER)).isEmpty();
            assertThat(venue.position()).isEqualTo(Decimal.of(47));
            venue.oms().onVenue(OTHER, new OrderReport.Busted(Desk.name(own), new FillId("1"), venue.now()));
            assertThat(venue.position()).isEqualTo(Decimal.of(7));
        }
    }

    @Test
    void fills_of_somebody_else_are_kept_apart_by_broker() {
        try (Counter venue = Counter.up(folder)) {
            venue.oms().connect(new Other());
            Order foreign = Desk.order("f-1", Side.BUY, 7).build();
            Order own = Desk.order("o-2", Side.BUY, 100).broker(OTHER).build();
            Order elsewhere = Desk.order("f-2", Side.BUY, 2).broker(OTHER).build();
            venue.submit(own);
            venue.tell(Desk.traded(Desk.fill(foreign, "1", 7, "100"), foreign));
            adoptAll(venue, Counter.NOTES);
            List<OrderReport> told = List.of(
                    Desk.traded(Desk.fill(own, "1", 40, "100"), own),
                    Desk.traded(Desk.fill(elsewhere, "2", 2, "100"), elsewhere));
            told.forEach(report -> venue.oms().onVenue(OTHER, report));
            // The same name, told by the first broker before anybody took the other's into a fund.
            venue.tell(Desk.traded(Desk.fill(foreign, "2", 1, "100"), foreign));
            adoptAll(venue, Counter.NOTES);
            told.forEach(report -> venue.oms().onVenue(OTHER, report));
            assertThat(venue.oms().state().venues().differences(OTHER)).hasSize(1);
            adoptAll(venue, OTHER);
            told.forEach(report -> venue.oms().onVenue(OTHER, report));

            assertThat(venue.oms().state().venues().differences(OTHER)).isEmpty();
            assertThat(venue.fills(own)).containsExactly("other/1");
            assertThat(venue.position()).isEqualTo(Decimal.of(50));
        }
    }

    @Test
    void orders_of_somebody_else_are_called_by_broker_and_told_apart_however_long_their_names_are() {
        OrderName told = Desk.name(BUY).at("7");
        assertThat(WordsDesk.orderId(OTHER, told).value()).isEqualTo("adopted-other-7");
        assertThat(WordsDesk.orderId(Counter.NOTES, told).value()).isEqualTo("adopted-notes-7");

        String name = "7".repeat(100);
        OrderId one = WordsDesk.orderId(OTHER, told.at(name + "1"));
        assertThat(one).isEqualTo(WordsDesk.orderId(OTHER, told.at(name + "1")));
        assertThat(one).isNotEqualTo(WordsDesk.orderId(OTHER, told.at(name + "2")));
    }

    /** A broker that begins its numbers again. */
    private static final class Daily extends Other implements NumbersFillsByOrder {}

    /** A broker beside the venue. */
    private static class Other implements SubmitsOrders, RestoresOrders {

        @Override
        public BrokerId broker() {
            return OTHER;
        }

        @Override
        public void open() {
            // The test tells what it says.
        }

        @Override
        public void restore(List<ApprovedOrder> orders) {
            // It has none.
        }

        @Override
        public void submit(ApprovedOrder order) {
            // It takes all.
        }
    }

    @Test
    void a_fill_that_the_strategy_can_no_longer_give_back_stays_with_the_fund() {
        trade("momentum", Side.BUY, 10);
        Fill sold = trade("reversal", Side.SHORT, 10);
        // The fund holds none and is owed nothing; its strategies are.
        state.apply(new OmsEvent.CorporateActionApplied(
                new CorporateAction.CashDividend("div", Desk.AAPL, LATER, Money.parse("0.25 USD")),
                new ActorId("ops"),
                LATER));

        refused(
                new OmsEvent.OrderChanged(new OrderEvent.FillBusted(sold, LATER)),
                "fill f-o-2 must be one of the last 0");
    }

    @Test
    void what_is_flat_is_counted_by_the_terms_it_is_listed_with_again() {
        list(100, Currency.USD);
        future("f-1", Side.BUY, "5");
        Fill sold = future("f-2", Side.SELL, "6");

        list(10, Currency.USD);
        future("f-3", Side.BUY, "5");
        future("f-4", Side.SELL, "6");

        // A point was a hundred and is ten; four fills cost four dollars.
        assertThat(state.balances(Desk.FUND)).isEqualTo(Balances.parse("1000106 USD"));
        assertThat(state.strategies(Desk.FUND).getFirst().realized()).isEqualTo(Balances.parse("110 USD"));
        refused(
                new OmsEvent.OrderChanged(new OrderEvent.FillBusted(sold, LATER)),
                "fill f-2 must be one of the last 2");
    }

    @Test
    void what_is_held_is_not_counted_otherwise() {
        future("f-1", Side.BUY, "5");

        refused(
                listed(10, Currency.USD),
                "ESM4.XCME must be a contract as before, with a multiplier of 50, while it is held");
        refused(listed(50, new Currency("EUR")), "ESM4.XCME must be priced in USD as when it traded, was in EUR");

        future("f-2", Side.SELL, "5");
        refused(listed(50, new Currency("EUR")), "ESM4.XCME must be priced in USD as when it traded, was in EUR");
    }

    private void list(long multiplier, Currency currency) {
        state.apply(listed(multiplier, currency));
    }

    private static OmsEvent listed(long multiplier, Currency currency) {
        Instrument future = new Instrument.Future(
                Desk.FUTURE,
                new ContractTerms(Price.parse("0.25"), Quantity.of(1), Decimal.of(multiplier), currency),
                new Symbol("ES"),
                Instant.parse("2024-06-21T13:30:00Z"));
        return new OmsEvent.InstrumentListed(future, Classification.unknown(future));
    }

    private Fill future(String id, Side side, String price) {
        Order order =
                Desk.order("o-" + ++orders, side, 1).instrument(Desk.FUTURE).build();
        return Desk.trade(state, order, Desk.fill(order, id, 1, price));
    }

    private Fill trade(String strategy, Side side, long quantity) {
        Order order = Desk.order("o-" + ++orders, side, quantity)
                .strategy(new StrategyId(strategy))
                .build();
        return Desk.trade(state, order, Desk.fill(order, "f-" + order.orderId(), quantity, "100"));
    }

    private void refused(OmsEvent event, String message) {
        byte[] before = StateSnapshot.write(state);
        assertThatThrownBy(() -> state.apply(event))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
        assertThat(StateSnapshot.write(state)).isEqualTo(before);
    }

    private static Fill withFee(Fill fill, Money fee) {
        return new Fill(
                fill.fillId(),
                fill.orderId(),
                fill.instrument(),
                fill.side(),
                fill.quantity(),
                fill.price(),
                fee,
                fill.liquidity(),
                fill.at());
    }
}
