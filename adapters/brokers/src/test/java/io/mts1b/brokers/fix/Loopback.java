package io.mts1b.brokers.fix;

import io.mts1b.brokers.Broker;
import io.mts1b.brokers.Orders;
import io.mts1b.brokers.Venue;
import io.mts1b.brokers.VenueListener;
import io.mts1b.brokers.VenueMessage;
import io.mts1b.brokers.fix.local.LocalFixVenue;
import io.mts1b.brokers.simulated.Lies;
import io.mts1b.brokers.simulated.SimulatedVenue;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.symbology.ContractTerms;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.platform.clock.VirtualTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A local venue and a broker of it, over a real socket. */
final class Loopback implements Venue, AutoCloseable {

    static final InstrumentId SHARE = InstrumentId.parse("AAPL.XNAS");
    static final InstrumentId UNKNOWN = InstrumentId.parse("NONE.XNAS");
    static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Instant START = Instant.parse("2024-05-06T13:30:00Z");

    final SimulatedVenue market;
    final LocalFixVenue venue;
    final FixBroker broker;
    private final VirtualTime time = new VirtualTime(START);
    private final Semaphore downs = new Semaphore(0);
    private boolean away;

    Loopback(FixVersion version, Path folder, Lies lies, long seed, VenueListener listener) {
        SplittableRandom random = new SplittableRandom(seed);
        ContractTerms terms = new ContractTerms(Price.parse("0.01"), Quantity.of(1), Decimal.ONE, Currency.USD);
        market = new SimulatedVenue(time, random.split(), new TreeMap<>(Map.of(SHARE, terms)), 10_000, _ -> {});
        int port = freePort();
        FixSession venues = session(version, "VENUE", "HOUSE", port, folder.resolve("venue"));
        venue = new LocalFixVenue(
                venues,
                symbols(SHARE),
                market,
                new LocalFixVenue.Surroundings(time, time::after, random.split()),
                lies);
        FixSession ours = session(version, "HOUSE", "VENUE", port, folder.resolve("house"));
        FixSettings settings = new FixSettings(Orders.BROKER, ours, null, Duration.ofSeconds(20));
        VenueListener heard = message -> {
            listener.onMessage(message);
            if (message instanceof VenueMessage.LineDown) {
                downs.release();
            }
        };
        broker = version.hasMassStatus()
                ? FixBroker.listing(settings, symbols(SHARE, UNKNOWN), InstantSource.system(), heard)
                : FixBroker.asking(settings, symbols(SHARE, UNKNOWN), InstantSource.system(), heard);
        venue.open();
    }

    static FixSession session(FixVersion version, String sender, String target, int port, Path folder) {
        return new FixSession(
                version,
                sender,
                target,
                new FixSession.Endpoint("127.0.0.1", port, null),
                new FixSession.Store(folder, false, FixSession.Resets.NEVER),
                new FixSession.Timing(Duration.ofSeconds(30), Duration.ofSeconds(1), Duration.ofMinutes(2)),
                null);
    }

    static FixSymbols symbols(InstrumentId... instruments) {
        TreeMap<InstrumentId, FixSymbols.Listing> listings = new TreeMap<>();
        for (InstrumentId each : instruments) {
            listings.put(each, new FixSymbols.Listing(each.symbol().toString(), "XNAS", Currency.USD));
        }
        return new FixSymbols(listings);
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Broker broker() {
        return broker;
    }

    @Override
    public InstrumentId instrument() {
        return SHARE;
    }

    @Override
    public InstrumentId unknownInstrument() {
        return UNKNOWN;
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
    public void move() {
        venue.run(market::move);
    }

    @Override
    public void settle() {
        signed();
        venue.run(() -> time.until(time.instant().plusSeconds(1)));
        signed();
    }

    private void signed() {
        try {
            if (!away && !venue.settle(LIMIT)) {
                throw new IllegalStateException("no sign of life within " + LIMIT);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void drop() {
        away = true;
        venue.drop();
        try {
            if (!downs.tryAcquire(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("the broken line was not noticed within " + LIMIT);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        while (!broker.isQuiet()) {
            Thread.onSpinWait(); // The thread of the line still returns from telling it.
        }
    }

    @Override
    public void mend() {
        venue.mend();
        away = false;
    }

    @Override
    public void close() {
        broker.close();
        venue.close();
    }
}
