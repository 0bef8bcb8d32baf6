package io.mts1b.brokers.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.brokers.Broker;
import io.mts1b.brokers.CancelsOrders;
import io.mts1b.brokers.ClientOrderId;
import io.mts1b.brokers.FindsOrders;
import io.mts1b.brokers.ListsFills;
import io.mts1b.brokers.ListsOpenOrders;
import io.mts1b.brokers.OrderReport;
import io.mts1b.brokers.Orders;
import io.mts1b.brokers.ReplacesOrders;
import io.mts1b.brokers.ReportsBalances;
import io.mts1b.brokers.SentOrder;
import io.mts1b.brokers.SubmitsOrders;
import io.mts1b.brokers.Venue;
import io.mts1b.brokers.VenueAnswer;
import io.mts1b.brokers.VenueListener;
import io.mts1b.brokers.VenueMessage;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.risk.ApprovedOrder;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.platform.clock.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A local venue over real sockets, as the conformance suite needs it. The venue's thread stands still but while everything
 * settles, and all that is told is taken out of a queue, so that the suite sees the same on every run.
 *
 * @param <B> the broker, which may be called from any thread
 */
public abstract class SocketVenue<
                B extends
                        SubmitsOrders & CancelsOrders & ReplacesOrders & FindsOrders & ListsOpenOrders & ListsFills
                                & ReportsBalances>
        implements Venue {

    private static final Duration STEP = Duration.ofMillis(7);

    private final LocalServer server;
    private final LocalMarket market;
    private final ManualClock clock;
    private final VenueListener listener;
    private final BlockingQueue<VenueMessage> told = new LinkedBlockingQueue<>();
    private final Semaphore gate = new Semaphore(0);
    private final Set<Long> unanswered = new TreeSet<>();
    private boolean awaitsLine;
    private int markers;

    /** Makes one that stands still. */
    protected SocketVenue(LocalServer server, LocalMarket market, ManualClock clock, VenueListener listener) {
        this.server = server;
        this.market = market;
        this.clock = clock;
        this.listener = listener;
        hold();
    }

    /** The broker. */
    protected abstract B confined();

    /** Who is to hear what the broker tells, on whatever thread. */
    public VenueListener ear() {
        return told::add;
    }

    private void hold() {
        server.after(Duration.ZERO, gate::acquireUninterruptibly);
    }

    private VenueMessage next() {
        try {
            VenueMessage next = told.poll(30, TimeUnit.SECONDS);
            assertThat(next).as("what is told within 30 s").isNotNull();
            return Objects.requireNonNull(next);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void take(VenueMessage message) {
        if (message instanceof VenueAnswer answer) {
            unanswered.remove(answer.request());
        }
        listener.onMessage(message);
    }

    private void until(Class<? extends VenueMessage> kind) {
        VenueMessage message;
        do {
            message = next();
            take(message);
        } while (!kind.isInstance(message));
    }

    @Override
    public void settle() {
        gate.release();
        if (awaitsLine) {
            awaitsLine = false;
            until(VenueMessage.LineUp.class);
        }
        while (!unanswered.isEmpty()) {
            take(next());
        }
        arrive();
        hold();
    }

    /** Hears all that is under way while the venue runs. Here: as over one line, where what is said first is heard first. */
    protected void arrive() {
        // What came before the refusal of a last command came before it over the same line, in both directions.
        ApprovedOrder marker = Orders.limit("marker-" + ++markers, instrument(), Side.BUY, 1, "1");
        confined().cancel(Orders.sent(marker));
        VenueMessage message = next();
        while (!isRefused(message, marker)) {
            take(message);
            message = next();
        }
    }

    /** Takes all that was told. */
    protected final void takeAll() {
        for (VenueMessage message = told.poll(); message != null; message = told.poll()) {
            take(message);
        }
    }

    private static boolean isRefused(VenueMessage message, ApprovedOrder marker) {
        return message instanceof OrderReport.CancelRejected rejected
                && Orders.name(marker, 0).value().equals(rejected.order().ours());
    }

    @Override
    public void move() {
        gate.release();
        clock.advance(STEP);
        server.call(() -> {
            market.move();
            return true;
        });
        hold();
    }

    @Override
    public Duration resolution() {
        return Duration.ofMillis(1);
    }

    @Override
    public void drop() {
        server.refuseConnections(true);
        server.disconnect();
        until(VenueMessage.LineDown.class);
        while (!unanswered.isEmpty()) {
            take(next());
        }
    }

    @Override
    public void mend() {
        server.refuseConnections(false);
        awaitsLine = true;
    }

    @Override
    public Broker broker() {
        return new Counting();
    }

    /** Counts what is asked. */
    private final class Counting
            implements SubmitsOrders,
                    CancelsOrders,
                    ReplacesOrders,
                    FindsOrders,
                    ListsOpenOrders,
                    ListsFills,
                    ReportsBalances {

        @Override
        public BrokerId broker() {
            return confined().broker();
        }

        @Override
        public void open() {
            awaitsLine = true;
            confined().open();
        }

        @Override
        public void submit(ApprovedOrder order) {
            confined().submit(order);
        }

        @Override
        public void cancel(SentOrder order) {
            confined().cancel(order);
        }

        @Override
        public void replace(SentOrder order, ClientOrderId name, Quantity quantity, OrderType type) {
            confined().replace(order, name, quantity, type);
        }

        @Override
        public void find(long request, SentOrder order) {
            unanswered.add(request);
            confined().find(request, order);
        }

        @Override
        public void listOpenOrders(long request) {
            unanswered.add(request);
            confined().listOpenOrders(request);
        }

        @Override
        public void listFills(long request, Instant from) {
            unanswered.add(request);
            confined().listFills(request, from);
        }

        @Override
        public void listBalances(long request) {
            unanswered.add(request);
            confined().listBalances(request);
        }
    }

    /** Something it trades. */
    @Override
    public abstract InstrumentId instrument();
}
