package io.mts1b.oms;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.brokers.CancelsOrders;
import io.mts1b.brokers.ClientOrderId;
import io.mts1b.brokers.FindsOrders;
import io.mts1b.brokers.ListsFills;
import io.mts1b.brokers.ListsOpenOrders;
import io.mts1b.brokers.OrderName;
import io.mts1b.brokers.OrderReport;
import io.mts1b.brokers.ReportsPositions;
import io.mts1b.brokers.SentOrder;
import io.mts1b.brokers.TakesOnce;
import io.mts1b.brokers.VenueAnswer;
import io.mts1b.brokers.VenueFill;
import io.mts1b.brokers.VenueListener;
import io.mts1b.brokers.VenueMessage;
import io.mts1b.brokers.VenueOrder;
import io.mts1b.brokers.VenueOrder.Standing;
import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderStatus;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.risk.ApprovedOrder;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.platform.clock.ManualClock;
import io.mts1b.riskengine.RiskEngine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A process that dies after any event, and at any point between what is durable and what is not, and begins again, ends
 * where one ends that never died: the same state, the same orders at the venue.
 */
class KilledEverywhereTest {

    private static final int ORDERS = 250;

    /** A venue that does the same with an order whenever it comes, and tells it at once. */
    private static final class Steady
            implements TakesOnce, CancelsOrders, FindsOrders, ListsOpenOrders, ListsFills, ReportsPositions {

        private final Map<String, VenueOrder> orders = new LinkedHashMap<>();
        private final List<VenueFill> fills = new ArrayList<>();
        private final SortedMap<InstrumentId, Decimal> positions = new TreeMap<>();
        private VenueListener listener = _ -> {};

        @Override
        public BrokerId broker() {
            return Counter.NOTES;
        }

        @Override
        public void open() {
            listener.onMessage(new VenueMessage.LineUp(Desk.NOW));
        }

        @Override
        public void submit(ApprovedOrder approved) {
            Order order = approved.order();
            OrderName name = OrderName.of(ClientOrderId.of(order.orderId(), 0)).at("V-" + order.orderId());
            if (orders.containsKey(name.ours())) {
                return;
            }
            // What becomes of it follows from its number.
            if (!order.orderId().value().startsWith("o-")) {
                flatten(order, name);
                return;
            }
            int number = Integer.parseInt(order.orderId().value().substring(2));
            if (number % 11 == 0) {
                put(order, name, Standing.REJECTED, 0);
                listener.onMessage(new OrderReport.Rejected(name, Desk.NOW, "no"));
                return;
            }
            int parts = number % 4;
            long filled = 0;
            List<VenueFill> told = new ArrayList<>();
            for (int part = 1; part <= parts; part++) {
                VenueFill fill = VenueFill.of(
                        Desk.fill(order, "f-" + number + "-" + part, 10, "100." + (10 + number % 80)), name);
                told.add(fill);
                filled += 10;
            }
            put(order, name, filled == 30 ? Standing.FILLED : Standing.WORKING, filled);
            fills.addAll(told);
            Decimal signed = Decimal.of(order.side().sign() * filled);
            positions.merge(order.instrument(), signed, Decimal::plus);
            listener.onMessage(new OrderReport.Accepted(name, Desk.NOW));
            told.forEach(fill -> listener.onMessage(new OrderReport.Traded(fill)));
        }

        /** What an operation orders trades in full. */
        private void flatten(Order order, OrderName name) {
            long quantity = order.quantity().value().toUnscaled(0);
            VenueFill fill = VenueFill.of(Desk.fill(order, "f-" + order.orderId(), quantity, "100"), name);
            put(order, name, Standing.FILLED, quantity);
            fills.add(fill);
            positions.merge(order.instrument(), Decimal.of(order.side().sign() * quantity), Decimal::plus);
            listener.onMessage(new OrderReport.Traded(fill));
        }

        private void put(Order order, OrderName name, Standing standing, long filled) {
            orders.put(
                    String.valueOf(name.ours()),
                    new VenueOrder(
                            name,
                            order.instrument(),
                            order.side().sign() > 0,
                            order.quantity(),
                            order.type(),
                            standing,
                            filled == 0 ? Quantity.ZERO : Quantity.of(filled),
                            filled == 0 ? null : Price.parse("100")));
        }

        @Override
        public void cancel(SentOrder sent) {
            VenueOrder order = orders.get(sent.name().value());
            if (order == null || order.standing() != Standing.WORKING) {
                listener.onMessage(new OrderReport.CancelRejected(sent.names(), Desk.NOW, "too late"));
                return;
            }
            orders.put(
                    sent.name().value(),
                    new VenueOrder(
                            order.name(),
                            order.instrument(),
                            order.buys(),
                            order.ordered(),
                            order.type(),
                            Standing.CANCELED,
                            order.filled(),
                            order.averagePrice()));
            listener.onMessage(new OrderReport.Canceled(order.name(), Desk.NOW, order.filled(), "by request"));
        }

        @Override
        public void find(long request, SentOrder sent) {
            VenueOrder order = orders.get(sent.name().value());
            listener.onMessage(
                    order == null
                            ? new VenueAnswer.NotFound(request, Desk.NOW)
                            : new VenueAnswer.Found(request, Desk.NOW, order));
        }

        @Override
        public void listOpenOrders(long request) {
            listener.onMessage(new VenueAnswer.OpenOrders(
                    request,
                    Desk.NOW,
                    orders.values().stream()
                            .filter(order -> order.standing() == Standing.WORKING)
                            .toList()));
        }

        @Override
        public void listFills(long request, Instant from) {
            listener.onMessage(new VenueAnswer.Fills(request, Desk.NOW, from, fills));
        }

        @Override
        public void listPositions(long request) {
            SortedMap<InstrumentId, Decimal> held = new TreeMap<>(positions);
            held.values().removeIf(Decimal::isZero);
            listener.onMessage(new VenueAnswer.Positions(request, Desk.NOW, held));
        }
    }

    /** What somebody wants, in order; who does not know whether it was done wants it again. */
    private static final class Desire {

        private final DeadlyLog log = new DeadlyLog();
        private final Steady venue = new Steady();
        private final DeadlyLog.Killer killer;
        private @Nullable Oms oms;
        private int deaths;

        Desire(DeadlyLog.Killer killer) {
            this.killer = killer;
        }

        String run() {
            for (int number = 1; number <= ORDERS; number++) {
                Order order = order(number);
                insist(oms -> oms.submit(List.of(order)));
                if (number % 5 == 0) {
                    OrderId earlier = new OrderId("o-" + (number - 3));
                    insist(oms -> {
                        OrderStatus status =
                                oms.state().order(earlier).orElseThrow().status();
                        if (status.mayTrade() && status != OrderStatus.PENDING_CANCEL) {
                            oms.cancel(earlier, "enough");
                        }
                    });
                }
            }
            insist(Oms::onTime);
            insist(oms -> oms.operations()
                    .begin(new Operation(
                            "end",
                            Operation.Kind.FLATTEN,
                            new Scope.Everything(),
                            "the day is over",
                            new ActorId("anna"),
                            Desk.NOW,
                            Desk.NOW.plusSeconds(60))));
            insist(Oms::onTime);
            return live().state().hash();
        }

        long count(OrderStatus status) {
            return live().state()
                    .lastOrders()
                    .filter(order -> order.status() == status)
                    .count();
        }

        private static Order order(int number) {
            return Desk.order("o-" + number, number % 2 == 0 ? Side.SELL : Side.BUY, 30)
                    .type(new OrderType.Limit(Price.parse("100.5")))
                    .build();
        }

        private void insist(Consumer<Oms> what) {
            while (true) {
                try {
                    what.accept(live());
                    return;
                } catch (DeadlyLog.Killed e) {
                    deaths++;
                    killer.bury(log);
                    oms = null;
                }
            }
        }

        /** Starts the process if there is none, as often as it takes. */
        private Oms live() {
            while (oms == null) {
                try {
                    killer.plan(log);
                    oms = begin();
                } catch (DeadlyLog.Killed e) {
                    deaths++;
                    killer.bury(log);
                }
            }
            return oms;
        }

        private Oms begin() {
            Oms begun = Oms.open(
                    log, new RiskEngine(RiskEngine.Mode.FAIL_FAST), OmsPolicy.STANDARD, new ManualClock(Desk.NOW));
            List<OmsEvent> setUp = Desk.setUp();
            for (OmsEvent event : setUp.subList(Math.min(log.events.size(), setUp.size()), setUp.size())) {
                begun.accept(event);
            }
            venue.listener = message -> begun.onVenue(Counter.NOTES, message);
            begun.connect(venue);
            return begun;
        }
    }

    @Test
    void after_every_event() {
        Desire undisturbed = new Desire(DeadlyLog.never());
        String hash = undisturbed.run();
        int[] next = {0};
        Desire disturbed = new Desire(new DeadlyLog.Killer() {

            @Override
            public void plan(DeadlyLog log) {
                // The next boundary nobody has died at.
                next[0] = Math.max(next[0], log.work()) + 1;
                log.killAfter = next[0];
            }

            @Override
            public void bury(DeadlyLog log) {
                log.durable = log.events.size();
            }
        });

        assertThat(disturbed.run()).isEqualTo(hash);
        assertThat(disturbed.venue.orders).isEqualTo(undisturbed.venue.orders);
        assertThat(disturbed.deaths).isGreaterThan(600);
        assertThat(undisturbed.count(OrderStatus.FILLED)).isGreaterThan(20);
        assertThat(undisturbed.count(OrderStatus.CANCELED)).isGreaterThan(20);
        assertThat(undisturbed.deaths).isZero();
        assertThat(undisturbed.live().state().positions(Desk.FUND)).isEmpty();
        assertThat(undisturbed.live().state().operations().all())
                .singleElement()
                .satisfies(end -> {
                    assertThat(end.left()).isEmpty();
                    assertThat(end.cancels()).hasSizeGreaterThan(20);
                    assertThat(end.ordered()).hasSize(1);
                });
    }

    @Test
    void anywhere_between_what_is_durable_and_what_is_not() {
        Desire undisturbed = new Desire(DeadlyLog.never());
        String hash = undisturbed.run();
        for (int seed = 0; seed < 20; seed++) {
            RandomGenerator random = new SplittableRandom(seed);
            Desire disturbed = new Desire(new DeadlyLog.Killer() {

                @Override
                public void plan(DeadlyLog log) {
                    log.killAfter = log.work() + 1 + random.nextInt(60);
                }

                @Override
                public void bury(DeadlyLog log) {
                    int kept = log.durable + random.nextInt(log.events.size() - log.durable + 1);
                    log.keep(kept);
                }
            });

            assertThat(disturbed.run()).as("seed %s", seed).isEqualTo(hash);
            assertThat(disturbed.venue.orders).as("seed %s", seed).isEqualTo(undisturbed.venue.orders);
        }
    }
}
