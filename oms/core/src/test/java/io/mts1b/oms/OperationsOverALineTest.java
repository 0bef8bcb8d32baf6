package io.mts1b.oms;

import static io.mts1b.oms.Desk.FUND;
import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.brokers.OrderReport;
import io.mts1b.brokers.VenueMessage;
import io.mts1b.brokers.VenueOrder.Standing;
import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderStatus;
import io.mts1b.foundation.orders.Side;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What operators do at a venue that answers late, in part, or not at all. */
class OperationsOverALineTest {

    private static final Order BUY = Desk.order("o-1", Side.BUY, 100).build();
    private static final OrderId FIRST = new OrderId("flatten-f-1");

    @TempDir
    private Path folder;

    private Counter venue() {
        return Counter.up(folder);
    }

    private static void begin(Counter venue, Operation.Kind kind) {
        venue.oms()
                .operations()
                .begin(new Operation(
                        "f",
                        kind,
                        new Scope.OfFund(FUND),
                        "drill",
                        new ActorId("anna"),
                        venue.now(),
                        venue.now().plus(Duration.ofMinutes(5))));
    }

    private static OperationState state(Counter venue) {
        return venue.oms().state().operations().operation("f").orElseThrow();
    }

    private static void fill(Counter venue, String id, long quantity, long filled) {
        venue.put(BUY, filled == 100 ? Standing.FILLED : Standing.WORKING, filled, "100");
        venue.tell(new OrderReport.Traded(venue.execute(BUY, id, quantity, "100")));
        venue.hold(filled);
    }

    @Test
    void what_trades_while_it_is_taken_back_is_closed_too() {
        try (Counter venue = venue()) {
            venue.work(BUY);
            fill(venue, "x-1", 40, 40);
            begin(venue, Operation.Kind.FLATTEN);
            assertThat(venue.canceled()).containsExactly(BUY.orderId());

            fill(venue, "x-2", 25, 65);
            assertThat(venue.submitted()).as("not before the venue's word").containsExactly(BUY.orderId());

            venue.clearBook();
            venue.tell(new OrderReport.Canceled(Desk.name(BUY), venue.now(), Quantity.of(65), "by request"));
            assertThat(venue.submitted()).containsExactly(BUY.orderId(), FIRST);
            assertThat(venue.quantities().getLast()).isEqualTo(Quantity.of(65));
        }
    }

    @Test
    void an_end_that_counts_a_fill_nobody_told_waits_for_the_fill() {
        try (Counter venue = venue()) {
            venue.work(BUY);
            begin(venue, Operation.Kind.FLATTEN);

            venue.put(BUY, Standing.CANCELED, 30, "100");
            venue.tell(new OrderReport.Canceled(Desk.name(BUY), venue.now(), Quantity.of(30), "by request"));
            assertThat(venue.doubt()).isPresent();
            assertThat(venue.submitted()).containsExactly(BUY.orderId());

            venue.hold(30);
            venue.tell(new OrderReport.Traded(venue.execute(BUY, "x-1", 30, "100")));
            venue.answer(BUY, Standing.CANCELED, 30, "100");
            assertThat(venue.submitted()).containsExactly(BUY.orderId(), FIRST);
            assertThat(venue.quantities().getLast()).isEqualTo(Quantity.of(30));
        }
    }

    @Test
    void nothing_is_closed_on_a_doubt_and_the_doubt_is_told() {
        try (Counter venue = venue()) {
            venue.work(BUY);
            fill(venue, "x-1", 100, 100);
            // The venue says ninety.
            venue.hold(90);
            venue.pass(Duration.ofMinutes(1));
            assertThat(venue.doubt()).isPresent();

            begin(venue, Operation.Kind.FLATTEN);
            venue.pass(Duration.ofMinutes(4));
            assertThat(state(venue).isRunning()).isTrue();
            venue.pass(Duration.ofMinutes(1));

            assertThat(state(venue).isRunning()).isFalse();
            assertThat(state(venue).left()).singleElement().satisfies(left -> {
                assertThat(left.quantity()).isEqualTo(Decimal.of(100));
                assertThat(left.reason()).isEqualTo("in doubt: position AAPL.XNAS");
            });
            assertThat(venue.submitted()).containsExactly(BUY.orderId());
        }
    }

    @Test
    void a_doubt_that_the_venue_ends_lets_it_go_on() {
        try (Counter venue = venue()) {
            venue.work(BUY);
            fill(venue, "x-1", 100, 100);
            venue.tell(new VenueMessage.LineDown(venue.now(), "cable"));
            begin(venue, Operation.Kind.FLATTEN);
            assertThat(venue.submitted()).containsExactly(BUY.orderId());

            venue.lineUp();

            assertThat(venue.submitted()).containsExactly(BUY.orderId(), FIRST);
        }
    }

    @Test
    void a_cancel_that_is_refused_is_asked_for_again_and_not_at_once() {
        try (Counter venue = venue()) {
            venue.work(BUY);
            begin(venue, Operation.Kind.CANCEL_ALL);
            venue.tell(new OrderReport.CancelRejected(Desk.name(BUY), venue.now(), "busy"));
            assertThat(venue.canceled()).hasSize(1);

            venue.pass(Duration.ofSeconds(2));
            assertThat(venue.canceled()).hasSize(2);
            venue.clearBook();
            venue.tell(new OrderReport.Canceled(Desk.name(BUY), venue.now(), Quantity.ZERO, "by request"));
            assertThat(state(venue).isRunning()).isFalse();
            assertThat(state(venue).left()).isEmpty();
        }
    }

    @Test
    void a_cancel_over_which_a_doubt_came_is_asked_for_again_and_waited_for() {
        try (Counter venue = venue()) {
            venue.work(BUY);
            begin(venue, Operation.Kind.CANCEL_ALL);
            venue.tell(new OrderReport.Traded(venue.execute(BUY, "x-1", 40, "100")));
            venue.tell(new OrderReport.Traded(venue.execute(BUY, "x-1", 41, "100")));
            assertThat(venue.order(BUY).status()).isEqualTo(OrderStatus.UNKNOWN);
            venue.pass(Duration.ofSeconds(2));
            assertThat(venue.canceled()).hasSize(1);

            venue.tell(new OrderReport.Accepted(Desk.name(BUY), venue.now()));

            assertThat(venue.order(BUY).status()).isEqualTo(OrderStatus.PENDING_CANCEL);
            assertThat(venue.canceled()).hasSize(2);
        }
    }

    @Test
    void what_the_venue_never_answers_is_told_when_the_time_is_up() {
        try (Counter venue = venue()) {
            venue.work(BUY);
            begin(venue, Operation.Kind.CANCEL_ALL);
            venue.pass(Duration.ofMinutes(5));

            assertThat(state(venue).isRunning()).isFalse();
            assertThat(state(venue).left()).singleElement().satisfies(left -> {
                assertThat(left.order()).isEqualTo(BUY.orderId());
                assertThat(left.quantity()).isEqualTo(Decimal.of(100));
                assertThat(left.reason()).startsWith("order is PENDING_CANCEL");
            });
        }
    }

    @Test
    void a_restart_while_it_waits_asks_again_and_goes_on() {
        try (Counter venue = venue()) {
            venue.work(BUY);
            fill(venue, "x-1", 40, 40);
            begin(venue, Operation.Kind.FLATTEN);
            venue.restart();
            assertThat(state(venue).isRunning()).isTrue();
            venue.lineUp();
            assertThat(venue.canceled()).hasSize(2);

            venue.clearBook();
            venue.tell(new OrderReport.Canceled(Desk.name(BUY), venue.now(), Quantity.of(40), "by request"));
            assertThat(venue.submitted()).containsExactly(BUY.orderId(), FIRST);

            // It died before it heard of the order: the venue is asked, and nothing is sent beside it.
            venue.restart();
            venue.lineUp();
            assertThat(venue.submitted()).containsExactly(BUY.orderId(), FIRST);
            Order closing = venue.oms().state().order(FIRST).orElseThrow().order();
            venue.hold(0);
            venue.tell(new OrderReport.Traded(venue.execute(closing, "x-2", 40, "100")));
            assertThat(state(venue).isRunning()).as("not caught up").isTrue();
            venue.pass(Duration.ofSeconds(5));
            venue.answer(closing, Standing.FILLED, 40, "100");
            assertThat(venue.order(closing).status()).isEqualTo(OrderStatus.FILLED);
            assertThat(state(venue).isRunning()).isFalse();
            assertThat(venue.position()).isEqualTo(Decimal.ZERO);
            assertThat(venue.submitted()).hasSize(2);
        }
    }

    @Test
    void a_process_that_stops_waits_for_words_that_are_owed_and_not_for_ever() {
        try (Counter venue = venue()) {
            venue.work(BUY);
            Order second = Desk.order("o-2", Side.BUY, 10).build();
            venue.submit(second);
            CompletableFuture<List<Leftover>> done = venue.oms()
                    .operations()
                    .drain(
                            OmsPolicy.Stop.KEEP_ORDERS,
                            new ActorId("anna"),
                            venue.now().plusSeconds(10));
            assertThat(done).as("nobody has said that the second is there").isNotDone();

            venue.pass(Duration.ofSeconds(9));
            assertThat(done).isNotDone();
            venue.pass(Duration.ofSeconds(1));

            assertThat(done.join())
                    .extracting(Leftover::reason)
                    .containsExactly("order is ACCEPTED", "order is UNKNOWN");
        }
    }
}
