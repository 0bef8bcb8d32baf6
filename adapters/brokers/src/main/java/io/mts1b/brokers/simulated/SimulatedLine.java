package io.mts1b.brokers.simulated;

import io.mts1b.brokers.CancelsOrders;
import io.mts1b.brokers.ClientOrderId;
import io.mts1b.brokers.FindsOrders;
import io.mts1b.brokers.ListsFills;
import io.mts1b.brokers.ListsOpenOrders;
import io.mts1b.brokers.OrderName;
import io.mts1b.brokers.OrderReport;
import io.mts1b.brokers.ReplacesOrders;
import io.mts1b.brokers.ReportsPositions;
import io.mts1b.brokers.SentOrder;
import io.mts1b.brokers.SubmitsOrders;
import io.mts1b.brokers.TakesOnce;
import io.mts1b.brokers.VenueAnswer;
import io.mts1b.brokers.VenueListener;
import io.mts1b.brokers.VenueMessage;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.risk.ApprovedOrder;
import io.mts1b.platform.clock.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * The way to a {@link SimulatedVenue}: everything takes time, and some of it is lost, doubled or overtaken.
 *
 * <p>What was sent before the line broke may still arrive at the venue; what the venue told then does not arrive here.
 * Confined to one thread.
 */
public class SimulatedLine
        implements SubmitsOrders,
                CancelsOrders,
                ReplacesOrders,
                FindsOrders,
                ListsOpenOrders,
                ListsFills,
                ReportsPositions {

    private final BrokerId broker;
    private final SimulatedVenue venue;
    private final VirtualTime time;
    private final RandomGenerator random;
    private final VenueListener listener;
    private Lies lies;
    private boolean up;
    private long connection;

    /**
     * Makes a line that is down.
     *
     * @param broker the name that orders are routed by
     * @param venue where it leads
     * @param time when what is sent arrives
     * @param random what chance decides
     * @param lies how badly it behaves
     * @param listener who hears what the venue tells
     */
    public SimulatedLine(
            BrokerId broker,
            SimulatedVenue venue,
            VirtualTime time,
            RandomGenerator random,
            Lies lies,
            VenueListener listener) {
        this.broker = broker;
        this.venue = venue;
        this.time = time;
        this.random = random;
        this.lies = lies;
        this.listener = listener;
    }

    /** The same way, to a venue that is known to take a name once, for ever. */
    public static final class Once extends SimulatedLine implements TakesOnce {

        /**
         * Makes a line that is down.
         *
         * @param broker the name that orders are routed by
         * @param venue where it leads
         * @param time when what is sent arrives
         * @param random what chance decides
         * @param lies how badly it behaves
         * @param listener who hears what the venue tells
         */
        public Once(
                BrokerId broker,
                SimulatedVenue venue,
                VirtualTime time,
                RandomGenerator random,
                Lies lies,
                VenueListener listener) {
            super(broker, venue, time, random, lies, listener);
        }
    }

    @Override
    public BrokerId broker() {
        return broker;
    }

    @Override
    public void open() {
        connect();
    }

    /** Brings the line up, if it is down. */
    public void connect() {
        if (!up) {
            up = true;
            connection++;
            venue.tell(this::news);
            hear(connection, new VenueMessage.LineUp(time.instant()), way());
        }
    }

    /**
     * Breaks the line, if it is up.
     *
     * @param told whether we notice; a line may be gone and back before anybody notices
     */
    public void disconnect(boolean told) {
        if (up) {
            up = false;
            connection++;
            venue.tell(_ -> {});
            if (told) {
                listener.onMessage(new VenueMessage.LineDown(time.instant(), "connection reset"));
            }
        }
    }

    /** Cuts the line for good: the process on our side is gone, and hears nothing more. */
    public void abandon() {
        up = false;
        connection++;
        venue.tell(_ -> {});
    }

    /**
     * Says how badly it behaves from now on.
     *
     * @param now the new behaviour
     */
    public void behave(Lies now) {
        lies = now;
    }

    @Override
    public void submit(ApprovedOrder approved) {
        Order order = approved.order();
        OrderName name = OrderName.of(ClientOrderId.of(order.orderId(), 0));
        if (!up) {
            hear(connection, new OrderReport.Rejected(name, time.instant(), "not sent, there is no line"), way());
            return;
        }
        request(name, () -> venue.take(order));
    }

    @Override
    public void cancel(SentOrder order) {
        if (up) {
            request(order.names(), () -> venue.cancel(order.names()));
        }
    }

    @Override
    public void replace(SentOrder order, ClientOrderId name, Quantity quantity, OrderType type) {
        if (up) {
            request(order.names(), () -> venue.replace(order.names(), name, quantity, type));
        }
    }

    /** Sends a command. What comes of it is told as news; a command or its answer that is lost is seen as a time-out. */
    private void request(OrderName name, Runnable command) {
        long sentOver = connection;
        boolean arrives = random.nextDouble() >= lies.losesRequest();
        if (arrives) {
            time.after(way(), command);
        }
        if (!arrives || random.nextDouble() < lies.losesAnswer()) {
            if (random.nextBoolean()) {
                hear(sentOver, new OrderReport.Unanswered(name, time.instant(), "503"), way().multipliedBy(3));
            }
        }
    }

    @Override
    public void find(long request, SentOrder order) {
        ask(
                request,
                () -> venue.order(order.names())
                        .<VenueAnswer>map(told -> new VenueAnswer.Found(request, time.instant(), told))
                        .orElseGet(() -> new VenueAnswer.NotFound(request, time.instant())));
    }

    @Override
    public void listOpenOrders(long request) {
        ask(request, () -> new VenueAnswer.OpenOrders(request, time.instant(), venue.working()));
    }

    @Override
    public void listFills(long request, Instant from) {
        ask(request, () -> {
            Instant remembered = time.instant().minus(lies.fillsRemembered());
            Instant since = from.isBefore(remembered) ? remembered : from;
            return new VenueAnswer.Fills(request, time.instant(), since, venue.fills(since));
        });
    }

    @Override
    public void listPositions(long request) {
        ask(request, () -> new VenueAnswer.Positions(request, time.instant(), venue.positions()));
    }

    private void ask(long request, Supplier<VenueAnswer> answer) {
        long sentOver = connection;
        if (!up) {
            return;
        }
        if (random.nextDouble() < lies.losesRequest()) {
            hear(sentOver, new VenueAnswer.NoAnswer(request, time.instant(), "time-out"), way().multipliedBy(3));
            return;
        }
        time.after(way(), () -> {
            VenueAnswer told = answer.get();
            boolean lost = random.nextDouble() < lies.losesAnswer();
            if (!lost) {
                hear(sentOver, told, way());
            } else if (random.nextBoolean()) {
                hear(sentOver, new VenueAnswer.NoAnswer(request, time.instant(), "502"), way());
            }
        });
    }

    private void news(OrderReport report) {
        if (random.nextDouble() >= lies.losesNews()) {
            hear(connection, report, way());
            if (random.nextDouble() < lies.doublesNews()) {
                hear(connection, report, way());
            }
        }
    }

    /** Lets something arrive here, if the connection it is told over still stands. */
    private void hear(long over, VenueMessage message, Duration way) {
        time.after(way, () -> {
            if (over == connection) {
                listener.onMessage(message);
            }
        });
    }

    private Duration way() {
        long jitter = lies.jitter().toNanos();
        return jitter == 0 ? lies.latency() : lies.latency().plusNanos(random.nextLong(jitter));
    }
}
