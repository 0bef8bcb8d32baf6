package io.mts1b.benchmarks.execution;

import io.mts1b.benchmarks.measurement.Contest.Figure;
import io.mts1b.benchmarks.measurement.Contest.Outcome;
import io.mts1b.benchmarks.measurement.Effort;
import io.mts1b.benchmarks.measurement.Measurement;
import io.mts1b.benchmarks.measurement.Row;
import io.mts1b.benchmarks.measurement.Solo;
import io.mts1b.brokers.OrderReport;
import io.mts1b.brokers.VenueListener;
import io.mts1b.brokers.VenueMessage;
import io.mts1b.brokers.fix.FixBroker;
import io.mts1b.brokers.fix.FixSession;
import io.mts1b.brokers.fix.FixSettings;
import io.mts1b.brokers.fix.FixSymbols;
import io.mts1b.brokers.fix.FixVersion;
import io.mts1b.brokers.fix.local.LocalFixVenue;
import io.mts1b.brokers.simulated.Lies;
import io.mts1b.brokers.simulated.SimulatedVenue;
import io.mts1b.foundation.risk.ApprovedOrder;
import io.mts1b.foundation.symbology.InstrumentId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * How long it takes from an order to the execution report that says it is on the book, over a socket of this machine, one order
 * at a time: the order is checked for what the version wants, written, numbered and stored, sent, read and checked by the venue,
 * put on its book, and told back the same way.
 */
public final class FixRoundTrip implements Measurement {

    private static final double MEDIAN = 0.5;
    private static final double TAIL = 0.99;
    private static final int ROUNDS = 6;
    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** For {@link io.mts1b.benchmarks.measurement.Fork}. */
    public FixRoundTrip() {}

    /** Who waits for the next report. */
    private static final class Reports implements VenueListener {

        private final Semaphore up = new Semaphore(0);
        private final Semaphore accepted = new Semaphore(0);
        private volatile long at;

        @Override
        public void onMessage(VenueMessage message) {
            if (message instanceof OrderReport.Accepted) {
                at = System.nanoTime();
                accepted.release();
            } else if (message instanceof VenueMessage.LineUp) {
                up.release();
            }
        }

        static void await(Semaphore sign) throws InterruptedException {
            if (!sign.tryAcquire(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("nothing was told within " + LIMIT);
            }
        }
    }

    @Override
    public List<Row> rows(Effort effort, Consumer<String> progress) throws Exception {
        progress.accept("measuring FIX over loopback");
        int count = effort.of(4_000, 20);
        int warmUp = effort.of(20_000, 20);
        BusyFund fund = new BusyFund(effort.of(300, 10), 1);
        List<ApprovedOrder> orders = fund.limits(warmUp + 2 * ROUNDS * count);
        Path folder = Files.createTempDirectory("fix");
        Reports reports = new Reports();
        int port = freePort();
        try (LocalFixVenue venue = venue(fund, session("VENUE", "HOUSE", port, folder.resolve("venue")));
                FixBroker broker = FixBroker.listing(
                        new FixSettings(
                                orders.getFirst().order().broker(),
                                session("HOUSE", "VENUE", port, folder.resolve("house")),
                                null,
                                LIMIT),
                        symbols(fund),
                        InstantSource.system(),
                        reports)) {
            venue.open();
            broker.open();
            Reports.await(reports.up);
            return measured(effort, count, new Exchange(broker, reports, orders, warmUp));
        } finally {
            delete(folder);
        }
    }

    private static List<Row> measured(Effort effort, int count, Exchange exchange) throws Exception {
        exchange.trade(new long[exchange.warmUp]);
        long[] nanos = new long[count];
        List<Row> rows = new ArrayList<>();
        for (double share : List.of(MEDIAN, TAIL)) {
            rows.add(new Solo(count, effort)
                    .row(new Figure("FIX 4.4 order to execution report, p" + Math.round(share * 100), "us"), () -> {
                        exchange.trade(nanos);
                        Arrays.sort(nanos);
                        return Outcome.of(nanos[(int) (share * nanos.length)] / 1_000.0, nanos.length);
                    }));
        }
        return rows;
    }

    /** Sends one order after the other, each when the one before is on the book. */
    private static final class Exchange {

        private final FixBroker broker;
        private final Reports reports;
        private final List<ApprovedOrder> orders;
        private final int warmUp;
        private int next;

        Exchange(FixBroker broker, Reports reports, List<ApprovedOrder> orders, int warmUp) {
            this.broker = broker;
            this.reports = reports;
            this.orders = orders;
            this.warmUp = warmUp;
        }

        void trade(long[] nanos) throws InterruptedException {
            for (int i = 0; i < nanos.length; i++) {
                ApprovedOrder order = orders.get(next++);
                long start = System.nanoTime();
                broker.submit(order);
                Reports.await(reports.accepted);
                nanos[i] = reports.at - start;
            }
        }
    }

    private static LocalFixVenue venue(BusyFund fund, FixSession session) {
        SplittableRandom random = new SplittableRandom(1);
        // Prices far above every limit, so that nothing trades.
        SimulatedVenue market = new SimulatedVenue(InstantSource.system(), random, fund.terms(), 1_000_000, _ -> {});
        return new LocalFixVenue(
                session,
                symbols(fund),
                market,
                new LocalFixVenue.Surroundings(InstantSource.system(), LocalFixVenue.Later.AT_ONCE, random),
                Lies.NONE);
    }

    private static FixSymbols symbols(BusyFund fund) {
        TreeMap<InstrumentId, FixSymbols.Listing> listings = new TreeMap<>();
        fund.terms()
                .forEach((id, terms) ->
                        listings.put(id, new FixSymbols.Listing(id.symbol().toString(), "XNAS", terms.currency())));
        return new FixSymbols(listings);
    }

    private static FixSession session(String sender, String target, int port, Path folder) {
        return new FixSession(
                FixVersion.FIX44,
                sender,
                target,
                new FixSession.Endpoint("127.0.0.1", port, null),
                new FixSession.Store(folder, false, FixSession.Resets.NEVER),
                new FixSession.Timing(Duration.ofSeconds(30), Duration.ofSeconds(1), Duration.ofMinutes(2)),
                null);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
