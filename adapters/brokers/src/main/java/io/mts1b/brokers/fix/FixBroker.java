package io.mts1b.brokers.fix;

import io.mts1b.brokers.CancelsOrders;
import io.mts1b.brokers.ClientOrderId;
import io.mts1b.brokers.FindsOrders;
import io.mts1b.brokers.ListsOpenOrders;
import io.mts1b.brokers.NumbersFillsByOrder;
import io.mts1b.brokers.OrderName;
import io.mts1b.brokers.ReplacesOrders;
import io.mts1b.brokers.SentOrder;
import io.mts1b.brokers.SubmitsOrders;
import io.mts1b.brokers.VenueListener;
import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.risk.ApprovedOrder;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A counterparty that speaks FIX.
 *
 * <p>The session loses nothing while it lasts: what the counterparty told while the line was down, it tells again when the line
 * is up. What we sent and it did not get is never sent again; a command without an answer is told as unanswered when the line
 * is lost, or when the patience for it is over, and the order is asked about.
 *
 * <p>FIX has no list of fills that many counterparties serve, so it lists none; nor does it report positions, which clearing
 * systems tell and markets do not. It takes no name twice within a day, and may forget it the next.
 *
 * <p>Thread-safe. The listener is told on the thread of the line, on that of a caller, or on a thread for what is late, by one
 * of them at a time.
 */
public class FixBroker
        implements SubmitsOrders, CancelsOrders, ReplacesOrders, FindsOrders, NumbersFillsByOrder, AutoCloseable {

    private static final int LOOKS_PER_PATIENCE = 4;

    private final FixSettings settings;
    private final InstantSource clock;
    private final FixOrders orders;
    private final FixNames names;
    private final FixLine line;
    private final Teller teller;
    private final Unanswered unanswered;
    private final ScheduledExecutorService late = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("fix-late").daemon().factory());

    private FixBroker(FixSettings settings, FixSymbols symbols, InstantSource clock, VenueListener listener) {
        this.settings = settings;
        this.clock = clock;
        this.orders = new FixOrders(settings, symbols);
        this.names = new FixNames(clock);
        this.teller = new Teller(listener);
        this.unanswered = new Unanswered(teller);
        this.line = FixLine.calling(
                settings.session(), new Hearing(settings.session().version(), symbols, clock, teller, unanswered));
    }

    /**
     * Makes a broker, which does nothing until it is opened.
     *
     * @param settings which counterparty
     * @param symbols what it calls instruments
     * @param clock the time
     * @param listener who is told what happens
     * @return a broker that can be asked about single orders only
     */
    public static FixBroker asking(
            FixSettings settings, FixSymbols symbols, InstantSource clock, VenueListener listener) {
        return new FixBroker(settings, symbols, clock, listener);
    }

    /**
     * Makes a broker of a counterparty that answers message AF.
     *
     * @param settings which counterparty
     * @param symbols what it calls instruments
     * @param clock the time
     * @param listener who is told what happens
     * @return a broker that can also be asked for all open orders
     * @throws IllegalArgumentException if the version has no such message
     */
    public static Listing listing(
            FixSettings settings, FixSymbols symbols, InstantSource clock, VenueListener listener) {
        return new Listing(settings, symbols, clock, listener);
    }

    /** A broker that can also be asked for all open orders. */
    public static final class Listing extends FixBroker implements ListsOpenOrders {

        private Listing(FixSettings settings, FixSymbols symbols, InstantSource clock, VenueListener listener) {
            super(settings, symbols, clock, listener);
            FixVersion version = settings.session().version();
            Require.that(
                    version.hasMassStatus(),
                    "version must have message AF to list open orders, was " + version.version());
        }

        @Override
        public void listOpenOrders(long request) {
            super.list(request);
        }
    }

    @Override
    public BrokerId broker() {
        return settings.broker();
    }

    @Override
    public void open() {
        line.open();
        long nanos = settings.patience().toNanos();
        var _ = late.scheduleAtFixedRate(
                () -> unanswered.before(now().minus(settings.patience()), now()),
                nanos,
                nanos / LOOKS_PER_PATIENCE,
                TimeUnit.NANOSECONDS);
    }

    /** Logs out and ends the threads; what is not answered then is not told. */
    @Override
    public void close() {
        late.shutdownNow();
        line.close();
    }

    @Override
    public void submit(ApprovedOrder approved) {
        Order order = approved.order();
        Require.that(
                order.broker().equals(settings.broker()),
                "order must be for " + settings.broker() + ", was for " + order.broker());
        ClientOrderId name = ClientOrderId.of(order.orderId(), 0);
        send(name.value(), new Asked.Submit(OrderName.of(name)), () -> orders.add(order, now()));
    }

    @Override
    public void cancel(SentOrder order) {
        String name = names.cancel();
        send(name, new Asked.Cancel(order.names()), () -> orders.cancel(order, name, now()));
    }

    @Override
    public void replace(SentOrder order, ClientOrderId name, Quantity quantity, OrderType type) {
        OrderName as = new OrderName(name.value(), order.state().venueOrderId());
        send(
                name.value(),
                new Asked.Replace(order.names(), as),
                () -> orders.replace(order, name, quantity, type, now()));
    }

    @Override
    public void find(long request, SentOrder order) {
        send(Asked.key(request), new Asked.Find(request, order.names()), () -> orders.find(request, order));
    }

    private void list(long request) {
        send(Asked.key(request), new Asked.ListOpen(request), () -> orders.list(request));
    }

    /** Writes a message, or says why it cannot be. */
    private interface Letter {

        FixMessage write();
    }

    /** What certainly was not sent is refused. */
    private void send(String key, Asked asked, Letter letter) {
        Instant at = now();
        FixMessage message;
        try {
            message = letter.write();
        } catch (IllegalArgumentException e) {
            teller.tell(asked.refused(at, "not sent: " + e.getMessage()));
            return;
        }
        if (!unanswered.add(key, asked, message, at)) {
            return; // The same was asked, and is on its way.
        }
        if (!line.send(message) && unanswered.take(key)) {
            teller.tell(asked.refused(at, "not sent: the line is down"));
        }
    }

    /** Tells whether everything that was heard has been told. */
    boolean isQuiet() {
        return teller.isQuiet();
    }

    private Instant now() {
        return clock.instant();
    }
}
