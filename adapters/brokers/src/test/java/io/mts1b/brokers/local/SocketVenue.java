package io.mts1b.brokers.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.brokers.Broker;
import io.mts1b.brokers.CancelsOrders;
import io.mts1b.brokers.ClientOrderId;
import io.mts1b.brokers.ConfinedAccount;
import io.mts1b.brokers.ConfinedBroker;
import io.mts1b.brokers.FindsOrders;
import io.mts1b.brokers.ListsFills;
import io.mts1b.brokers.ListsOpenOrders;
import io.mts1b.brokers.ReplacesOrders;
import io.mts1b.brokers.ReportsBalances;
import io.mts1b.brokers.ReportsPositions;
import io.mts1b.brokers.SentOrder;
import io.mts1b.brokers.SubmitsOrders;
import io.mts1b.brokers.Venue;
import io.mts1b.brokers.VenueAnswer;
import io.mts1b.brokers.VenueListener;
import io.mts1b.brokers.VenueMessage;
import io.mts1b.brokers.wire.VenueLink;
import io.mts1b.brokers.wire.VenueNetwork;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.risk.ApprovedOrder;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.platform.clock.ManualClock;
import io.mts1b.platform.http.HttpClients;
import io.mts1b.platform.retry.Backoff;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A local venue over real sockets, as the conformance suite needs it. The venue's thread stands still but while everything
 * settles, and all that is told is taken out of a queue, so that the suite sees the same on every run.
 *
 * @param <B> the broker
 */
final class SocketVenue<
                B extends
                        SubmitsOrders & CancelsOrders & ReplacesOrders & FindsOrders & ListsOpenOrders & ListsFills
                                & ReportsBalances & VenueLink.User>
        implements Venue, AutoCloseable {

    private static final Duration STEP = Duration.ofMillis(7);

    private final Protocol<B> protocol;
    private final InstrumentId unknown;
    private final ManualClock clock = new ManualClock(Processes.START);
    private final Traffic<B> traffic = new Traffic<>();
    private final HttpClients clients = Processes.clients(clock);
    private final LocalMarket market;
    private final LocalServer server;
    private final VenueNetwork<Traffic<B>> network;
    private final ConfinedBroker<B> confined;
    private final VenueListener listener;
    private final BlockingQueue<VenueMessage> told = new LinkedBlockingQueue<>();
    private final Semaphore gate = new Semaphore(0);
    private final Set<Long> unanswered = new TreeSet<>();
    private boolean awaitsLine;

    /** Makes one that stands still. */
    SocketVenue(Protocol<B> protocol, InstrumentId unknown, VenueListener listener) {
        this.protocol = protocol;
        this.unknown = unknown;
        this.listener = listener;
        this.market = protocol.market(clock, new SplittableRandom(1));
        try {
            this.server = LocalServer.start(0, _ -> traffic.counted(protocol.venue(market, clock)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.network = new VenueNetwork<>(
                clients,
                server.address("ws").resolve(protocol.stream()),
                new Backoff(Duration.ofMillis(1), Duration.ofMillis(1), 0));
        this.confined = protocol.confined(traffic::run);
        traffic.serve(network, protocol.broker(server.address("http"), clock, traffic, told::add));
        hold();
    }

    @Override
    public InstrumentId instrument() {
        return protocol.instrument();
    }

    @Override
    public InstrumentId unknownInstrument() {
        return unknown;
    }

    @Override
    public Price far() {
        return Price.parse("50");
    }

    @Override
    public Price near() {
        return Price.parse("150");
    }

    @Override
    public void close() throws IOException {
        network.close();
        clients.close();
        server.close();
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
        traffic.await(server);
        for (VenueMessage message = told.poll(); message != null; message = told.poll()) {
            take(message);
        }
        hold();
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
        return confined instanceof ConfinedAccount<?> account ? new CountingAccount(account) : new Counting();
    }

    /** Counts what is asked. */
    private class Counting
            implements SubmitsOrders,
                    CancelsOrders,
                    ReplacesOrders,
                    FindsOrders,
                    ListsOpenOrders,
                    ListsFills,
                    ReportsBalances {

        @Override
        public BrokerId broker() {
            return confined.broker();
        }

        @Override
        public void open() {
            awaitsLine = true;
            confined.open();
        }

        @Override
        public void submit(ApprovedOrder order) {
            confined.submit(order);
        }

        @Override
        public void cancel(SentOrder order) {
            confined.cancel(order);
        }

        @Override
        public void replace(SentOrder order, ClientOrderId name, Quantity quantity, OrderType type) {
            confined.replace(order, name, quantity, type);
        }

        @Override
        public void find(long request, SentOrder order) {
            unanswered.add(request);
            confined.find(request, order);
        }

        @Override
        public void listOpenOrders(long request) {
            unanswered.add(request);
            confined.listOpenOrders(request);
        }

        @Override
        public void listFills(long request, Instant from) {
            unanswered.add(request);
            confined.listFills(request, from);
        }

        @Override
        public void listBalances(long request) {
            unanswered.add(request);
            confined.listBalances(request);
        }
    }

    /** Counts what is asked of an account that holds positions, too. */
    private final class CountingAccount extends Counting implements ReportsPositions {

        private final ConfinedAccount<?> account;

        private CountingAccount(ConfinedAccount<?> account) {
            this.account = account;
        }

        @Override
        public void listPositions(long request) {
            unanswered.add(request);
            account.listPositions(request);
        }
    }
}
