package io.mts1b.oms;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.brokers.CancelsOrders;
import io.mts1b.brokers.SentOrder;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderEvent;
import io.mts1b.foundation.orders.OrderLink;
import io.mts1b.foundation.orders.OrderState;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.risk.ApprovedOrder;
import io.mts1b.foundation.risk.RiskDecision;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is waited for after one of two orders that cancel each other has traded, and for how long. */
class LinksDeskTest {

    private static final Order ONE = Desk.order("o-1", Side.BUY, 100).build();
    private static final Order OTHER = Desk.order("o-2", Side.BUY, 100)
            .addLinks(new OrderLink.CancelsWith(ONE.orderId()))
            .build();
    private static final Duration ASK_EVERY = Duration.ofSeconds(10);

    private final OmsState state = new OmsState();
    private final List<String> taken = new ArrayList<>();
    private final Notes recorder = new Notes();
    private final LinksDesk desk = new LinksDesk(
            recorder,
            new OperationsDesk.Hands(
                    (order, _) -> taken.add(order.value()), _ -> {}, _ -> Optional.of(new Venue()), () -> {}, () -> {}),
            ASK_EVERY);

    private record Venue() implements CancelsOrders {

        @Override
        public BrokerId broker() {
            return ONE.broker();
        }

        @Override
        public void open() {
            // It is.
        }

        @Override
        public void cancel(SentOrder order) {
            // The hands take note of it.
        }
    }

    /** Counts how often somebody looks at the state. */
    private final class Notes implements Recorder {

        private Instant now = Desk.NOW;
        private int looked;

        @Override
        public OmsState state() {
            looked++;
            return state;
        }

        @Override
        public Instant now() {
            return now;
        }

        @Override
        public void record(OmsEvent event) {
            state.apply(event);
            desk.happened(event);
        }

        @Override
        public void whenDurable(Runnable call) {
            call.run();
        }

        @Override
        public ApprovedOrder approved(OrderState order) {
            throw new AssertionError("nothing is sent here");
        }
    }

    @BeforeEach
    void both_are_at_the_venue() {
        Desk.setUp().forEach(state::apply);
        for (Order order : List.of(ONE, OTHER)) {
            recorder.record(new OmsEvent.OrderReceived(order));
            recorder.record(new OmsEvent.OrderDecided(new RiskDecision.Approved(order.orderId(), Desk.NOW, 1)));
            recorder.record(new OrderEvent.Submitted(order.orderId(), Desk.NOW));
        }
        recorder.record(new OrderEvent.Filled(Desk.fill(ONE, "f-1", 100, "100")));
        desk.follow();
    }

    @Test
    void what_must_go_is_asked_for_until_it_has_gone() {
        assertThat(taken).containsExactly("o-2");
        desk.onTime();
        assertThat(taken).hasSize(1);
        recorder.now = Desk.NOW.plus(ASK_EVERY);
        desk.onTime();
        assertThat(taken).containsExactly("o-2", "o-2");
    }

    @Test
    void what_has_gone_is_forgotten_at_once() {
        recorder.record(new OrderEvent.Canceled(OTHER.orderId(), Desk.NOW, "by request"));
        desk.follow();

        // Also by who is never told the time: a year of orders would stand here.
        int before = recorder.looked;
        desk.onTime();
        assertThat(recorder.looked).isEqualTo(before);
        assertThat(taken).hasSize(1);
    }
}
