package io.mts1b.oms;

import static io.mts1b.oms.Floor.FUND;
import static io.mts1b.oms.Floor.SHARE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.brokers.OrderReport;
import io.mts1b.brokers.VenueMessage;
import io.mts1b.brokers.VenueOrder.Standing;
import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.marketdata.CorporateAction;
import io.mts1b.foundation.marketdata.MarketSnapshot;
import io.mts1b.foundation.marketdata.Quote;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderEvent;
import io.mts1b.foundation.orders.OrderStatus;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.positions.UnitRatio;
import io.mts1b.foundation.risk.HaltRequest;
import io.mts1b.foundation.risk.HaltSeverity;
import io.mts1b.foundation.risk.RiskDecision;
import io.mts1b.foundation.symbology.Instrument;
import io.mts1b.foundation.symbology.InstrumentId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Positions whose price has passed their stop, ten percent from where they were opened. */
class StopsTest {

    private static final OrderId EXIT = new OrderId("stop-1-1");
    private static final Scope POSITION = new Scope.OfPosition(FUND, SHARE);

    @TempDir
    private Path folder;

    private Floor holding(Side side, String quantity) {
        Floor floor = new Floor(folder);
        floor.submit(Floor.order("o-1", SHARE, side, quantity).build());
        floor.trade();
        return floor;
    }

    private static void mark(Floor floor, String price) {
        mark(floor.oms(), SHARE, price, floor.now());
    }

    private static void mark(Oms oms, InstrumentId id, String price, Instant at) {
        oms.accept(new OmsEvent.MarketMarked(
                LocalDate.of(2024, 5, 6), MarketSnapshot.of(at, Map.of(id, Price.parse(price)))));
    }

    private static Quote quote(Floor floor, String bid, String ask) {
        return new Quote(SHARE, Price.parse(bid), Price.parse(ask), Quantity.of(100), Quantity.of(100), floor.now());
    }

    private static Order exit(Floor floor, String id) {
        return floor.oms().state().order(new OrderId(id)).orElseThrow().order();
    }

    private static boolean isQuiet(Floor floor) {
        return floor.oms().state().operations().all().isEmpty();
    }

    @Test
    void a_long_position_is_sold_once_when_a_mark_comes_down_to_its_stop() {
        try (Floor floor = holding(Side.BUY, "100")) {
            mark(floor, "90.05");
            assertThat(isQuiet(floor)).isTrue();

            mark(floor, "90");
            mark(floor, "80");
            mark(floor, "99");

            assertThat(floor.state("stop-1").operation().scope()).isEqualTo(POSITION);
            assertThat(floor.state("stop-1").operation().reason()).isEqualTo("the price 90 has passed the stop at 90");
            assertThat(exit(floor, "stop-1-1").side()).isEqualTo(Side.SELL);
            assertThat(exit(floor, "stop-1-1").quantity()).isEqualTo(Quantity.of(100));
            assertThat(exit(floor, "stop-1-1").thesis())
                    .isEqualTo("stop position:all/AAPL.XNAS: the price 90 has passed the stop at 90");
            floor.trade("90");
            assertThat(floor.positions()).isEmpty();
            mark(floor, "80");
            assertThat(floor.state("stop-1").left()).isEmpty();
            assertThat(floor.oms().state().operations().all()).hasSize(1);
            assertThat(floor.oms().state().operations().stops().isEmpty()).isTrue();
        }
    }

    @Test
    void a_short_position_is_covered_when_somebody_asks_its_stop() {
        try (Floor floor = holding(Side.SHORT, "100")) {
            floor.oms().parents().quoted(quote(floor, "108", "109.95"));
            assertThat(isQuiet(floor)).isTrue();

            floor.oms().parents().quoted(quote(floor, "108", "110"));

            assertThat(exit(floor, "stop-1-1").side()).isEqualTo(Side.COVER);
            floor.trade("110");
            assertThat(floor.positions()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"AAPL.XNAS", "ESM4.XCME", "BTCPERP.KRAKEN", "BTCUSD.KRAKEN", "EURUSD.IDEALPRO"})
    void every_kind_of_position_is_closed_either_way(String name) {
        Instrument instrument = Floor.instruments().stream()
                .filter(one -> one.id().toString().equals(name))
                .findFirst()
                .orElseThrow();
        String quantity = new Quantity(instrument.terms().lot().value().times(Decimal.of(7))).toString();
        for (Side side : List.of(Side.BUY, Side.SHORT)) {
            try (Floor floor = new Floor(folder.resolve(side.name()))) {
                floor.submit(Floor.order("o-1", instrument.id(), side, quantity).build());
                floor.trade();
                mark(floor.oms(), instrument.id(), side == Side.BUY ? "89" : "111", floor.now());
                floor.trade();

                assertThat(floor.positions()).isEmpty();
                assertThat(floor.state("stop-1").isRunning()).isFalse();
            }
        }
    }

    @Test
    void it_passes_a_halt_and_sells_no_more_than_is_held() {
        try (Floor floor = holding(Side.BUY, "100")) {
            floor.oms()
                    .accept(new OmsEvent.HaltSet(new HaltRequest(
                            HaltSeverity.FIRM_HALT, null, null, "drill", new ActorId("anna"), floor.now())));
            floor.submit(Floor.order("o-2", SHARE, Side.SELL, "100").build());
            assertThat(floor.oms()
                            .state()
                            .order(new OrderId("o-2"))
                            .orElseThrow()
                            .status())
                    .isEqualTo(OrderStatus.DENIED);

            mark(floor, "89");
            floor.trade("89");

            assertThat(floor.positions()).isEmpty();
            assertThat(floor.oms().state().halts()).hasSize(1);
        }
    }

    @Test
    void what_rests_is_taken_back_and_nothing_opens_until_the_position_is_gone() {
        try (Floor floor = holding(Side.BUY, "100")) {
            floor.submit(
                    Floor.resting("o-2", SHARE, Side.SELL, "60"),
                    Floor.resting("o-3", SHARE, Side.BUY, "40"),
                    Floor.resting("o-4", Floor.FUTURE, Side.BUY, "1"));

            mark(floor, "89");
            floor.submit(Floor.order("o-5", SHARE, Side.BUY, "10").build());

            assertThat(status(floor, "o-2")).isEqualTo(OrderStatus.CANCELED);
            assertThat(status(floor, "o-3")).isEqualTo(OrderStatus.CANCELED);
            assertThat(status(floor, "o-4")).as("elsewhere").isEqualTo(OrderStatus.ACCEPTED);
            assertThat(status(floor, "o-5")).isEqualTo(OrderStatus.DENIED);
            assertThat(exit(floor, "stop-1-1").quantity()).isEqualTo(Quantity.of(100));
            floor.trade("89");
            floor.submit(Floor.order("o-6", SHARE, Side.BUY, "10").build());
            floor.trade("89");
            assertThat(floor.positions()).containsEntry(SHARE, Decimal.of(10));
            mark(floor, "85");
            assertThat(floor.oms().state().operations().all())
                    .as("its own stop is at 80.1")
                    .hasSize(1);
            mark(floor, "80");
            assertThat(exit(floor, "stop-2-1").quantity()).isEqualTo(Quantity.of(10));
        }
    }

    private static OrderStatus status(Floor floor, String id) {
        return floor.oms().state().order(new OrderId(id)).orElseThrow().status();
    }

    @Test
    void a_price_that_is_old_ahead_or_overtaken_passes_nothing() {
        try (Floor floor = holding(Side.BUY, "100")) {
            Quote early = quote(floor, "80", "81");
            floor.pass(Duration.ofSeconds(30));
            floor.oms().parents().quoted(quote(floor, "100", "101"));
            floor.oms().parents().quoted(early);
            assertThat(isQuiet(floor)).as("overtaken").isTrue();

            mark(floor.oms(), SHARE, "80", floor.now().minusSeconds(61));
            assertThat(isQuiet(floor)).as("old").isTrue();
            mark(floor.oms(), SHARE, "80", floor.now().plusSeconds(61));
            assertThat(isQuiet(floor)).as("ahead").isTrue();
            mark(floor.oms(), SHARE, "80", floor.now().minusSeconds(60));
            assertThat(isQuiet(floor)).as("the quote is newer").isTrue();

            floor.oms().parents().quoted(quote(floor, "1", "200"));
            assertThat(isQuiet(floor)).as("no market").isTrue();
            floor.pass(Duration.ofSeconds(1));
            mark(floor.oms(), SHARE, "80", floor.now());
            assertThat(isQuiet(floor)).isFalse();
        }
    }

    @Test
    void what_claims_to_be_of_a_time_to_come_hides_nothing() {
        try (Floor floor = holding(Side.BUY, "100")) {
            Instant tomorrow = floor.now().plus(Duration.ofDays(1));
            floor.oms()
                    .parents()
                    .quoted(new Quote(
                            SHARE, Price.parse("100"), Price.parse("101"), Quantity.of(1), Quantity.of(1), tomorrow));
            mark(floor.oms(), SHARE, "100", tomorrow);
            assertThat(isQuiet(floor)).isTrue();

            floor.oms().parents().quoted(quote(floor, "89", "90"));

            assertThat(exit(floor, "stop-1-1").quantity()).isEqualTo(Quantity.of(100));
        }
    }

    @Test
    void the_limits_say_how_old_a_price_may_be() {
        try (Floor floor = holding(Side.BUY, "100")) {
            floor.limits(Floor.limits().maxPriceAge(Duration.ofSeconds(5)));
            mark(floor.oms(), SHARE, "80", floor.now().minusSeconds(6));
            assertThat(isQuiet(floor)).isTrue();
            mark(floor.oms(), SHARE, "80", floor.now().minusSeconds(5));
            assertThat(isQuiet(floor)).isFalse();
        }
    }

    @Test
    void new_limits_are_looked_at_and_a_fund_without_stops_has_none() {
        try (Floor floor = holding(Side.BUY, "100")) {
            mark(floor, "94");
            floor.limits(Floor.limits().enableSyntheticStop(false));
            mark(floor, "50");
            mark(floor, "94");
            assertThat(isQuiet(floor)).isTrue();

            floor.oms()
                    .accept(new OmsEvent.EnvelopeSet(
                            Floor.limits()
                                    .syntheticStop(Rate.parse("0.05"))
                                    .version(3)
                                    .notes("nearer")
                                    .build(),
                            Floor.ANNA));

            assertThat(exit(floor, "stop-1-1").quantity()).isEqualTo(Quantity.of(100));
        }
    }

    @Test
    void a_quote_of_before_a_split_passes_no_stop_of_after_it() {
        try (Floor floor = holding(Side.SHORT, "100")) {
            mark(floor, "100");
            floor.oms().parents().quoted(quote(floor, "100", "101"));
            floor.oms()
                    .accept(new OmsEvent.CorporateActionApplied(
                            new CorporateAction.Split("s", SHARE, floor.now(), UnitRatio.parse("4:1")),
                            Floor.ANNA,
                            floor.now()));

            // The stop is at 27.50 now; what was worth 101 is 25.
            floor.limits(Floor.limits());
            assertThat(isQuiet(floor)).isTrue();

            floor.oms().parents().quoted(quote(floor, "27", "27.5"));
            assertThat(exit(floor, "stop-1-1").quantity()).isEqualTo(Quantity.of(400));
        }
    }

    @Test
    void the_strategies_of_a_position_are_closed_one_after_the_other() {
        try (Floor floor = holding(Side.BUY, "100")) {
            floor.submit(Floor.order("o-2", SHARE, Side.BUY, "50")
                    .strategy(Floor.TWO)
                    .build());
            floor.trade();
            mark(floor, "89");
            floor.trade("89");
            floor.trade("89");

            assertThat(exit(floor, "stop-1-1").strategy()).isEqualTo(Floor.ONE);
            assertThat(exit(floor, "stop-1-2").strategy()).isEqualTo(Floor.TWO);
            assertThat(floor.positions()).isEmpty();
            assertThat(floor.oms().state().operations().stakes()).isEmpty();
        }
    }

    @Test
    void a_process_that_begins_looks_at_what_the_last_one_marked_and_goes_on_with_what_it_began() {
        try (Floor floor = holding(Side.BUY, "100")) {
            mark(floor, "89");
            floor.restart();
            floor.restart();

            assertThat(floor.oms().state().operations().all()).hasSize(1);
            floor.trade("89");
            assertThat(floor.positions()).isEmpty();
            assertThat(floor.oms().state().order(new OrderId("stop-1-2"))).isEmpty();
        }
    }

    @Test
    void an_operator_may_call_it_off_and_it_stays_off() {
        try (Floor floor = holding(Side.BUY, "100")) {
            mark(floor, "89");
            floor.oms().operations().callOff("stop-1", "we keep it", Floor.ANNA);
            floor.pass(Duration.ofDays(1));
            mark(floor, "70");

            assertThat(floor.positions()).containsEntry(SHARE, Decimal.of(100));
            assertThat(floor.oms().state().operations().all()).hasSize(1);
            floor.submit(Floor.order("o-2", SHARE, Side.BUY, "1").build());
            assertThat(status(floor, "o-2")).isEqualTo(OrderStatus.ACCEPTED);
            floor.restart();
            mark(floor, "60");
            assertThat(floor.oms().state().operations().all()).hasSize(1);
        }
    }

    @Test
    void nobody_else_begins_a_stop_or_takes_its_names() {
        try (Floor floor = holding(Side.BUY, "100")) {
            Operation stop = new Operation(
                    "mine",
                    Operation.Kind.STOP,
                    POSITION,
                    "why",
                    Floor.ANNA,
                    floor.now(),
                    floor.now().plusSeconds(1));
            assertThatThrownBy(() -> floor.oms().operations().begin(stop))
                    .hasMessage("operation mine must not be named or meant as a stop, which prices begin");
            assertThatThrownBy(() -> floor.oms().operations().begin(floor.cancelAll("stop-1", POSITION)))
                    .hasMessageContaining("must not be named");
            assertThatThrownBy(() -> floor.submit(
                            Floor.order("stop-1-1", SHARE, Side.SELL, "1").build()))
                    .hasMessage("order stop-1-1 must not be named as one of an operation");
            assertThatThrownBy(() -> floor.flatten("f", POSITION))
                    .hasMessage("scope must be a fund, a strategy or everything, which can be halted, was "
                            + "position:all/AAPL.XNAS");
            assertThat(Scope.parse(POSITION.title())).isEqualTo(POSITION);
        }
    }

    /** The same over a line, where the venue is asked and answers late. */
    private Counter heldOverALine(Order buy) {
        Counter venue = Counter.up(folder);
        venue.work(buy);
        venue.put(buy, Standing.FILLED, 100, "100");
        venue.clearBook();
        venue.tell(new OrderReport.Traded(venue.execute(buy, "x-1", 100, "100")));
        venue.hold(100);
        return venue;
    }

    private static final Order BUY = Desk.order("o-1", Side.BUY, 100).build();

    @Test
    void nothing_begins_while_the_position_is_in_doubt() {
        try (Counter venue = heldOverALine(BUY)) {
            venue.tell(new VenueMessage.LineDown(venue.now(), "gone"));
            mark(venue.oms(), Desk.AAPL, "89", venue.now());
            assertThat(venue.oms().state().operations().all()).isEmpty();
            assertThat(venue.submitted()).hasSize(1);

            venue.lineUp();

            assertThat(venue.submitted()).containsExactly(BUY.orderId(), EXIT);
            assertThat(venue.quantities().getLast()).isEqualTo(Quantity.of(100));
        }
    }

    @Test
    void a_doubt_that_outlives_the_price_begins_nothing() {
        try (Counter venue = heldOverALine(BUY)) {
            venue.tell(new VenueMessage.LineDown(venue.now(), "gone"));
            mark(venue.oms(), Desk.AAPL, "89", venue.now());
            venue.pass(Duration.ofMinutes(2));
            venue.lineUp();

            assertThat(venue.submitted()).hasSize(1);
            mark(venue.oms(), Desk.AAPL, "88", venue.now());
            assertThat(venue.submitted()).containsExactly(BUY.orderId(), EXIT);
        }
    }

    @Test
    void what_a_correction_takes_away_is_not_closed_and_what_is_gone_is_over() {
        try (Counter venue = heldOverALine(BUY)) {
            venue.tell(new VenueMessage.LineDown(venue.now(), "gone"));
            mark(venue.oms(), Desk.AAPL, "89", venue.now());
            venue.forgetFills();
            venue.execute(BUY, "x-2", 40, "100");
            venue.hold(40);
            venue.lineUp();
            // The venue's fills are not what the log has; whatever is made of that, no more than 40 may be sold.
            assertThat(venue.quantities().subList(1, venue.quantities().size()))
                    .allSatisfy(
                            sold -> assertThat(sold.compareTo(Quantity.of(40))).isLessThanOrEqualTo(0));
        }
        OmsState state = new OmsState();
        Desk.setUp().forEach(state::apply);
        hold(state, "o-1", Side.BUY, "f-1", 100);
        state.apply(new OmsEvent.OperationChanged(new OperationEvent.Begun(stop("stop-1"))));
        assertThat(state.isStopped(Desk.FUND, Desk.AAPL)).isTrue();

        state.apply(new OmsEvent.OrderChanged(new OrderEvent.FillBusted(Desk.fill(BUY, "f-1", 100, "100"), Desk.NOW)));

        assertThat(state.positions(Desk.FUND)).isEmpty();
        assertThat(state.isStopped(Desk.FUND, Desk.AAPL)).isFalse();
    }

    private static Operation stop(String id) {
        return new Operation(
                id,
                Operation.Kind.STOP,
                new Scope.OfPosition(Desk.FUND, Desk.AAPL),
                "passed",
                StopsDesk.ACTOR,
                Desk.NOW,
                Desk.NOW.plusSeconds(60));
    }

    private static void hold(OmsState state, String id, Side side, String fill, long quantity) {
        Order order = Desk.order(id, side, quantity).build();
        state.apply(new OmsEvent.OrderReceived(order));
        state.apply(new OmsEvent.OrderDecided(new RiskDecision.Approved(order.orderId(), Desk.NOW, 1)));
        state.apply(new OmsEvent.OrderChanged(new OrderEvent.Submitted(order.orderId(), Desk.NOW)));
        state.apply(new OmsEvent.OrderChanged(new OrderEvent.Accepted(order.orderId(), Desk.NOW, "V-" + id)));
        state.apply(new OmsEvent.OrderChanged(new OrderEvent.Filled(Desk.fill(order, fill, quantity, "100"))));
    }

    @Test
    void what_could_not_be_closed_is_tried_again_later_and_later() {
        try (Counter venue = heldOverALine(BUY)) {
            mark(venue.oms(), Desk.AAPL, "89", venue.now());
            for (int attempt = 1; attempt <= Flattening.ATTEMPTS; attempt++) {
                refuse(venue, "stop-1-" + attempt);
                venue.pass(OmsPolicy.STANDARD.askEvery());
            }
            OperationState first =
                    venue.oms().state().operations().operation("stop-1").orElseThrow();
            assertThat(first.left())
                    .singleElement()
                    .satisfies(left -> assertThat(left.reason()).startsWith("tried 3 times"));
            assertThat(venue.oms().state().isStopped(Desk.FUND, Desk.AAPL)).isTrue();

            mark(venue.oms(), Desk.AAPL, "95", venue.now());
            assertThat(venue.oms().state().operations().all()).as("too early").hasSize(1);
            venue.pass(OmsPolicy.STANDARD.compareEvery());
            assertThat(venue.oms().state().operations().all())
                    .as("no new price")
                    .hasSize(1);
            mark(venue.oms(), Desk.AAPL, "95", venue.now());
            assertThat(venue.submitted()).endsWith(new OrderId("stop-2-1"));

            for (int attempt = 1; attempt <= Flattening.ATTEMPTS; attempt++) {
                refuse(venue, "stop-2-" + attempt);
                venue.pass(OmsPolicy.STANDARD.askEvery());
            }
            venue.pass(OmsPolicy.STANDARD.compareEvery());
            mark(venue.oms(), Desk.AAPL, "95", venue.now());
            assertThat(venue.oms().state().operations().all()).hasSize(2);
            venue.pass(OmsPolicy.STANDARD.compareEvery());
            mark(venue.oms(), Desk.AAPL, "95", venue.now());
            assertThat(venue.submitted()).endsWith(new OrderId("stop-3-1"));
        }
    }

    private static void refuse(Counter venue, String id) {
        Order order = venue.oms().state().order(new OrderId(id)).orElseThrow().order();
        venue.tell(new OrderReport.Rejected(Desk.name(order), venue.now(), "closed"));
    }
}
