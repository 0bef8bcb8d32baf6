package io.mts1b.oms;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.brokers.CancelsOrders;
import io.mts1b.brokers.OrderReport;
import io.mts1b.brokers.SentOrder;
import io.mts1b.brokers.SubmitsOrders;
import io.mts1b.brokers.VenueMessage;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderLink;
import io.mts1b.foundation.orders.OrderStatus;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.risk.ApprovedOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders that are linked with orders at another broker, which is not connected yet when a process begins. */
class LinksAcrossBrokersTest {

    private static final BrokerId NEAR = new BrokerId("notes");
    private static final BrokerId FAR = new BrokerId("other");
    private static final Order BUY = Desk.order("o-1", Side.BUY, 100).build();

    @TempDir
    private Path folder;

    private final List<String> asked = new ArrayList<>();
    private Oms oms;

    /** A venue that takes notes of what it is asked. */
    private record Venue(BrokerId broker, List<String> asked) implements SubmitsOrders, CancelsOrders {

        @Override
        public void open() {
            // The test says when the line is up.
        }

        @Override
        public void submit(ApprovedOrder order) {
            asked.add("submit " + order.order().orderId());
        }

        @Override
        public void cancel(SentOrder order) {
            asked.add("cancel " + order.state().order().orderId());
        }
    }

    @BeforeEach
    void start() {
        oms = Desk.open(folder.resolve("journal"));
        Desk.furnish(oms);
        connect(NEAR);
        connect(FAR);
        asked.clear();
    }

    @AfterEach
    void stop() {
        oms.close();
    }

    private void restart() {
        oms.close();
        asked.clear();
        oms = Desk.open(folder.resolve("journal"));
    }

    private void connect(BrokerId broker) {
        oms.connect(new Venue(broker, asked));
        oms.onVenue(broker, new VenueMessage.LineUp(Desk.NOW));
    }

    private void accept(Order order) {
        oms.onVenue(order.broker(), new OrderReport.Accepted(Desk.name(order), Desk.NOW));
    }

    private void fill(Order order) {
        oms.onVenue(order.broker(), Desk.traded(Desk.fill(order, "f-1", 100, "100"), order));
    }

    private OrderStatus status(Order order) {
        return oms.state().order(order.orderId()).orElseThrow().status();
    }

    @Test
    void one_that_must_go_is_asked_for_when_its_broker_is_there() {
        Order partner = Desk.order("o-2", Side.BUY, 50)
                .broker(FAR)
                .addLinks(new OrderLink.CancelsWith(BUY.orderId()))
                .build();
        oms.submit(List.of(BUY, partner));
        accept(partner);
        fill(BUY);
        oms.onVenue(FAR, new OrderReport.CancelRejected(Desk.name(partner), Desk.NOW, "busy"));
        restart();

        connect(NEAR);
        oms.onTime();
        assertThat(status(partner)).isEqualTo(OrderStatus.ACCEPTED);
        connect(FAR);

        assertThat(status(partner)).isEqualTo(OrderStatus.PENDING_CANCEL);
        assertThat(asked).contains("cancel o-2").doesNotContain("cancel o-1");
    }

    @Test
    void one_that_waited_is_sent_when_its_broker_is_there() {
        Order exit = Desk.order("o-2", Side.SELL, 100)
                .broker(FAR)
                .addLinks(new OrderLink.BracketExit(BUY.orderId(), OrderLink.Exit.STOP_LOSS))
                .build();
        oms.submit(List.of(BUY, exit));
        restart();

        connect(NEAR);
        fill(BUY);
        assertThat(status(exit)).isEqualTo(OrderStatus.CREATED);
        connect(FAR);

        assertThat(status(exit)).isEqualTo(OrderStatus.SUBMITTED);
        assertThat(asked).containsExactly("submit " + new OrderId("o-2"));
    }
}
