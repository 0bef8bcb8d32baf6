package io.mts1b.oms;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.brokers.FindsOrders;
import io.mts1b.brokers.ListsFills;
import io.mts1b.brokers.ListsOpenOrders;
import io.mts1b.brokers.OrderName;
import io.mts1b.brokers.SentOrder;
import io.mts1b.brokers.SubmitsOrders;
import io.mts1b.brokers.VenueAnswer;
import io.mts1b.brokers.VenueFill;
import io.mts1b.brokers.VenueMessage;
import io.mts1b.brokers.VenueOrder;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.orders.Fill;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderStatus;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.risk.ApprovedOrder;
import io.mts1b.platform.clock.ManualClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A venue that answers one question in twelve seconds, one after the other, as one does that lets itself be asked only so often. */
class SlowVenueTest {

    private static final Duration EACH = Duration.ofSeconds(12);
    private static final Order ORDER = Desk.order("o-1", Side.BUY, 10).build();

    @TempDir
    private Path folder;

    private final ManualClock clock = new ManualClock(Desk.NOW);
    private final Deque<VenueAnswer> answers = new ArrayDeque<>();
    private @Nullable VenueOrder order;
    private List<VenueFill> fills = List.of();
    private Instant next = Desk.NOW.plus(EACH);

    private final class Slow implements SubmitsOrders, FindsOrders, ListsOpenOrders, ListsFills {

        @Override
        public BrokerId broker() {
            return new BrokerId("notes");
        }

        @Override
        public void open() {
            // Its line is up when the test says so.
        }

        @Override
        public void submit(ApprovedOrder approved) {
            // It never gets there.
        }

        @Override
        public void find(long request, SentOrder sent) {
            answers.add(
                    order == null
                            ? new VenueAnswer.NotFound(request, clock.instant())
                            : new VenueAnswer.Found(request, clock.instant(), order));
        }

        @Override
        public void listOpenOrders(long request) {
            answers.add(new VenueAnswer.OpenOrders(request, clock.instant(), List.of()));
        }

        @Override
        public void listFills(long request, Instant from) {
            answers.add(new VenueAnswer.Fills(request, clock.instant(), from, fills));
        }
    }

    /** Lets time pass, in which one question after the other is answered. */
    private void pass(Oms oms, Duration time) {
        Instant end = clock.instant().plus(time);
        while (clock.instant().isBefore(end)) {
            clock.advance(Duration.ofSeconds(1));
            if (!clock.instant().isBefore(next)) {
                next = next.plus(EACH);
                VenueAnswer answer = answers.poll();
                if (answer != null) {
                    oms.onVenue(new BrokerId("notes"), answer);
                }
            }
            oms.onTime();
        }
    }

    private Oms open() {
        Oms oms = Desk.open(folder, clock);
        if (oms.state().funds().isEmpty()) {
            Desk.furnish(oms);
        }
        oms.connect(new Slow());
        oms.onVenue(new BrokerId("notes"), new VenueMessage.LineUp(clock.instant()));
        return oms;
    }

    /** Asked again every five seconds, as it once was, no answer ever came in time, and the queue grew without end. */
    @Test
    void an_order_in_doubt_comes_out_of_it_however_slow_the_answers_are() {
        try (Oms oms = open()) {
            pass(oms, Duration.ofMinutes(5));
            oms.submit(List.of(ORDER));
            pass(oms, Duration.ofMinutes(10));
            assertThat(oms.state().order(ORDER.orderId()).orElseThrow().status())
                    .isEqualTo(OrderStatus.REJECTED);
            assertThat(answers.size()).isLessThan(20);
        }
    }

    /** A list of fills that tells the venue's names of orders only, to a process that never learned them. */
    @Test
    void a_fill_that_seemed_foreign_is_so_no_more_when_its_order_is_found() {
        try (Oms oms = open()) {
            pass(oms, Duration.ofMinutes(5));
            oms.submit(List.of(ORDER));
        }
        Fill fill = Desk.fill(ORDER, "f-1", 10, "100");
        fills = new ArrayList<>(List.of(VenueFill.of(fill, new OrderName(null, "V-o-1"))));
        order = new VenueOrder(
                Desk.name(ORDER),
                Desk.AAPL,
                true,
                ORDER.quantity(),
                ORDER.type(),
                VenueOrder.Standing.FILLED,
                ORDER.quantity(),
                Price.parse("100"));
        answers.clear();
        try (Oms oms = open()) {
            for (int second = 0; oms.state().differences().isEmpty(); second++) {
                assertThat(second).as("seconds until the fill is seen").isLessThan(600);
                pass(oms, Duration.ofSeconds(1));
            }
            assertThat(oms.state().differences().toString()).contains("ForeignFill");
            // Once its order is known, the venue's list is of names that are known too.
            fills.set(0, VenueFill.of(fill, Desk.name(ORDER)));
            pass(oms, Duration.ofMinutes(10));
            assertThat(oms.state().order(ORDER.orderId()).orElseThrow().status())
                    .isEqualTo(OrderStatus.FILLED);
            assertThat(oms.state().differences()).isEmpty();
        }
    }
}
