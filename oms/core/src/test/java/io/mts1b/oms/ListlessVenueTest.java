package io.mts1b.oms;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.brokers.FindsOrders;
import io.mts1b.brokers.SentOrder;
import io.mts1b.brokers.SubmitsOrders;
import io.mts1b.brokers.VenueMessage;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderStatus;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.risk.ApprovedOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A counterparty that lists neither orders nor fills, as most do over FIX 4.2: it only says where an order stands. */
class ListlessVenueTest {

    private static final Order ORDER = Desk.order("o-1", Side.BUY, 10).build();

    @TempDir
    private Path folder;

    private final Pit pit = new Pit(_ -> 0);

    private final class Listless implements SubmitsOrders, FindsOrders {

        @Override
        public BrokerId broker() {
            return pit.broker();
        }

        @Override
        public void open() {
            // Its line is up when the test says so.
        }

        @Override
        public void submit(ApprovedOrder approved) {
            pit.submit(approved);
        }

        @Override
        public void find(long request, SentOrder sent) {
            pit.find(request, sent);
        }
    }

    private Oms open() {
        Oms oms = Desk.open(folder);
        if (oms.state().funds().isEmpty()) {
            Desk.furnish(oms);
        }
        pit.listener = message -> oms.onVenue(pit.broker(), message);
        oms.connect(new Listless());
        oms.onVenue(pit.broker(), new VenueMessage.LineUp(Desk.NOW));
        oms.onTime();
        return oms;
    }

    /** Only what was in flight or in doubt was asked about, so that an order that had rested rested for ever. */
    @Test
    void what_traded_while_nobody_listened_is_asked_for_order_by_order() {
        try (Oms oms = open()) {
            oms.submit(List.of(ORDER));
            assertThat(status(oms)).isEqualTo(OrderStatus.ACCEPTED);
        }
        pit.listener = _ -> {};
        pit.trade(ORDER);

        try (Oms oms = open()) {
            assertThat(status(oms)).isEqualTo(OrderStatus.FILLED);
            assertThat(oms.state().positions(Desk.FUND)).containsOnlyKeys(Desk.AAPL);
        }
    }

    @Test
    void the_line_is_not_up_before_each_is_answered_for() {
        try (Oms oms = open()) {
            oms.submit(List.of(ORDER));
        }
        pit.silent = true;
        try (Oms oms = open()) {
            assertThat(oms.state().doubt(pit.broker(), Desk.AAPL)).isPresent();
            pit.silent = false;
            oms.onVenue(pit.broker(), new VenueMessage.LineDown(Desk.NOW.plus(Duration.ofSeconds(1)), "reset"));
            oms.onVenue(pit.broker(), new VenueMessage.LineUp(Desk.NOW.plus(Duration.ofSeconds(2))));
            oms.onTime();
            assertThat(oms.state().doubt(pit.broker(), Desk.AAPL)).isEmpty();
            assertThat(status(oms)).isEqualTo(OrderStatus.ACCEPTED);
        }
    }

    private static OrderStatus status(Oms oms) {
        return oms.state().order(ORDER.orderId()).orElseThrow().status();
    }
}
