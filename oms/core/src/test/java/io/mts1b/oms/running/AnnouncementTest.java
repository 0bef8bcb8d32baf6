package io.mts1b.oms.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.foundation.events.Event;
import io.mts1b.foundation.events.StableSubject;
import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.foundation.orders.Fill;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderEvent;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.risk.Denial;
import io.mts1b.foundation.risk.RiskDecision;
import io.mts1b.oms.Desk;
import io.mts1b.oms.OmsEvent;
import io.mts1b.oms.OperatorWord;
import io.mts1b.oms.OrderEvents;
import io.mts1b.platform.bus.Bus;
import io.mts1b.platform.bus.ConsumerOptions;
import io.mts1b.platform.bus.Feed;
import io.mts1b.platform.bus.InProcessNetwork;
import io.mts1b.platform.bus.Topic;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What everybody hears of what operators say of orders. */
class AnnouncementTest {

    private static final BrokerId NOTES = new BrokerId("notes");
    private static final Order BUY = Desk.order("o-1", Side.BUY, 100).build();
    private static final OperatorWord.Voice ANNA =
            new OperatorWord.Voice(new ActorId("anna"), "asked the desk", Desk.NOW.plusSeconds(1));

    @TempDir
    private Path folder;

    private final LinkedBlockingQueue<Event<Order>> created = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<Event<Order>> accepted = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<Event<Order>> canceled = new LinkedBlockingQueue<>();

    @Test
    void an_order_that_is_adopted_is_created_and_accepted_and_one_that_is_declared_dead_canceled() throws Exception {
        Path told = folder.resolve("announced");
        try (InProcessNetwork network = InProcessNetwork.open(folder.resolve("bus"), () -> Desk.NOW);
                Bus oms = network.connect("oms");
                Bus ledger = network.connect("ledger")) {
            try (Announcer announcer = new Announcer(oms, "oms", told)) {
                consume(ledger, StableSubject.ORDERS_CREATED, created);
                consume(ledger, StableSubject.ORDERS_ACCEPTED, accepted);
                consume(ledger, StableSubject.ORDERS_CANCELED, canceled);
                tell(announcer, 7, new OperatorWord.Adopted(NOTES, "foreign order V-1", BUY, "V-1", null, ANNA));
                tell(announcer, 8, new OperatorWord.DeclaredDead(NOTES, "forgotten o-1", BUY.orderId(), ANNA));
            }
            assertTold(created, "oms-7");
            assertTold(accepted, "oms-7-2");
            assertTold(canceled, "oms-8");
        }
        assertThat(Announcer.told(told)).isEqualTo(8);
    }

    private static void tell(Announcer announcer, long number, OperatorWord word) {
        announcer.tell(Announcement.of(number, new OmsEvent.OperatorRuled(word), _ -> BUY));
    }

    private static void consume(Bus bus, StableSubject subject, LinkedBlockingQueue<Event<Order>> into) {
        bus.consume(
                Feed.ofParts(Topic.of(subject, Order.class)),
                ConsumerOptions.of("ledger-" + subject.subject().toString().replace('.', '-')),
                delivery -> {
                    into.add(delivery.event());
                    delivery.ack();
                });
    }

    private static void assertTold(LinkedBlockingQueue<Event<Order>> queue, String id) throws InterruptedException {
        Event<Order> event = queue.poll(20, TimeUnit.SECONDS);
        assertThat(event).as(id).isNotNull();
        assertThat(event.eventId().value()).isEqualTo(id);
        assertThat(event.payload()).isEqualTo(BUY);
        assertThat(event.at()).isEqualTo(ANNA.at());
        assertThat(queue).isEmpty();
    }

    @Test
    void how_far_it_has_come_moves_on_with_what_needs_no_telling() throws Exception {
        Path told = folder.resolve("announced");
        try (InProcessNetwork network = InProcessNetwork.open(folder.resolve("bus"), () -> Desk.NOW);
                Bus oms = network.connect("oms")) {
            try (Announcer announcer = new Announcer(oms, "oms", told)) {
                tell(announcer, 7, new OperatorWord.DeclaredDead(NOTES, "forgotten o-1", BUY.orderId(), ANNA));
                announcer.reached(9);
            }
            assertThat(Announcer.told(told)).isEqualTo(9);
            try (Announcer announcer = new Announcer(oms, "oms", told)) {
                announcer.reached(11);
            }
            assertThat(Announcer.told(told)).isEqualTo(11);
        }
    }

    @Test
    void how_far_it_has_come_is_not_beyond_what_could_not_be_told() throws Exception {
        Path told = folder.resolve("announced");
        try (InProcessNetwork network = InProcessNetwork.open(folder.resolve("bus"), () -> Desk.NOW)) {
            Bus oms = network.connect("oms");
            try (Announcer announcer = new Announcer(oms, "oms", told)) {
                oms.close();
                tell(announcer, 7, new OperatorWord.DeclaredDead(NOTES, "forgotten o-1", BUY.orderId(), ANNA));
                announcer.reached(9);
            }
        }
        assertThat(Announcer.told(told)).isZero();
    }

    @Test
    void of_what_is_told_it_is_known_beforehand() {
        Fill fill = Desk.fill(BUY, "f-1", 1, "100");
        OrderId id = BUY.orderId();
        List<OrderEvent> changes = OrderEvents.ofEveryKind(fill);
        assertThat(changes.stream().map(Object::getClass).distinct())
                .hasSize(OrderEvent.class.getPermittedSubclasses().length);
        List<OmsEvent> events = new ArrayList<>(Desk.setUp());
        changes.forEach(change -> events.add(new OmsEvent.OrderChanged(change)));
        events.add(new OmsEvent.OrderReceived(BUY));
        events.add(new OmsEvent.OrderDecided(new RiskDecision.Approved(id, Desk.NOW, 1)));
        events.add(new OmsEvent.OrderDecided(
                new RiskDecision.Denied(id, Desk.NOW, 1, List.of(new Denial.Vetoed("no", Rate.ONE)))));
        for (OperatorWord word : List.of(
                new OperatorWord.Booked(NOTES, "foreign fill F", BUY.fund(), BUY.strategy(), fill, ANNA),
                new OperatorWord.Adopted(NOTES, "foreign order V-1", BUY, "V-1", null, ANNA),
                new OperatorWord.Disowned(NOTES, "position", Desk.AAPL, Decimal.of(1), ANNA),
                new OperatorWord.DeclaredDead(NOTES, "forgotten o-1", id, ANNA))) {
            events.add(new OmsEvent.OperatorRuled(word));
        }

        for (OmsEvent event : events) {
            assertThat(Announcement.isTold(event))
                    .as("%s", event)
                    .isEqualTo(!Announcement.of(1, event, _ -> BUY).isEmpty());
            assertThat(Announcement.isToldOfRisk(event))
                    .as("%s", event)
                    .isEqualTo(
                            !Announcement.ofRisk(1, event, _ -> BUY, _ -> null).isEmpty());
        }
    }
}
