package io.mts1b.brokers.fix.local;

import io.mts1b.brokers.fix.FixLine;
import io.mts1b.brokers.fix.FixMessage;
import io.mts1b.brokers.fix.FixSession;
import io.mts1b.brokers.fix.FixSymbols;
import io.mts1b.brokers.fix.FixTag;
import io.mts1b.brokers.simulated.Lies;
import io.mts1b.brokers.simulated.SimulatedVenue;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * A venue that waits for one session of FIX on a loopback address.
 *
 * <p>A message that is lost here is lost between the venue's session and its market, where no number of a message shows it.
 * Thread-safe; what the market does is done under one lock, {@link #run}.
 */
public final class LocalFixVenue implements AutoCloseable {

    private static final String UP = "up";

    private final FixLine line;
    private final Surroundings surroundings;
    private final BlockingQueue<String> signs = new LinkedBlockingQueue<>();
    private final Object lock = new Object();
    private final MarketDesk desk;
    private Lies lies;
    private long probes;

    /** What is done later. */
    @FunctionalInterface
    public interface Later {

        /** At once, whatever the delay: for measurements. */
        Later AT_ONCE = (_, action) -> action.run();

        /**
         * Plans something.
         *
         * @param delay how long from now
         * @param action what to do then, under the venue's lock
         */
        void after(Duration delay, Runnable action);
    }

    /**
     * What a venue needs of the process it runs in.
     *
     * @param clock the time of what happens
     * @param later how time passes
     * @param random what chance decides
     */
    public record Surroundings(InstantSource clock, Later later, RandomGenerator random) {}

    /**
     * Makes a venue, which nobody can call before it is opened.
     *
     * @param session where it waits, and for whom
     * @param symbols what it calls instruments
     * @param market what trades there; told what to do by this venue alone
     * @param surroundings what it needs of the process
     * @param lies how badly it behaves
     */
    public LocalFixVenue(
            FixSession session, FixSymbols symbols, SimulatedVenue market, Surroundings surroundings, Lies lies) {
        this.surroundings = surroundings;
        this.lies = lies;
        this.desk = new MarketDesk(
                new ReportWriter(session.version(), symbols, surroundings.clock()), market, this::answer, this::news);
        this.line = FixLine.waiting(session, new Hearing());
    }

    /** Waits for calls. */
    public void open() {
        line.open();
    }

    /**
     * Says how badly it behaves from now on.
     *
     * @param now the new behaviour
     */
    public void behave(Lies now) {
        synchronized (lock) {
            lies = now;
        }
    }

    /**
     * Does something to the market, while nothing else happens to it.
     *
     * @param action such as to let prices move, or time pass
     */
    public void run(Runnable action) {
        synchronized (lock) {
            action.run();
        }
    }

    /** Breaks the line, and is away until {@link #mend}. */
    public void drop() {
        line.cut();
    }

    /** Waits for calls again. */
    public void mend() {
        line.resume();
    }

    /**
     * Waits until both ends have heard everything that was said so far.
     *
     * @param limit how long for each sign
     * @return false if there was no sign in time
     * @throws InterruptedException if the thread is interrupted
     */
    public boolean settle(Duration limit) throws InterruptedException {
        while (!line.isUp()) {
            if (signs.poll(limit.toNanos(), TimeUnit.NANOSECONDS) == null) {
                return false;
            }
        }
        String probe;
        synchronized (lock) {
            probe = "probe " + ++probes;
        }
        if (!line.probe(probe)) {
            return false;
        }
        String sign = signs.poll(limit.toNanos(), TimeUnit.NANOSECONDS);
        while (sign != null && !sign.equals(probe)) {
            sign = signs.poll(limit.toNanos(), TimeUnit.NANOSECONDS);
        }
        return sign != null;
    }

    /** Logs out and ends. */
    @Override
    public void close() {
        line.close();
    }

    private final class Hearing implements FixLine.Listener {

        @Override
        public void up() {
            signs.add(UP);
        }

        @Override
        public void down(String reason) {
            // Whoever called calls again.
        }

        @Override
        public void heard(FixMessage message) {
            if (message.type().equals("0")) {
                signs.add(message.text(FixTag.TEXT));
                return;
            }
            synchronized (lock) {
                if (surroundings.random().nextDouble() >= lies.losesRequest()) {
                    surroundings.later().after(way(), () -> desk.take(message));
                }
            }
        }

        @Override
        public void unreadable(String reason) {
            // The session has told whoever sent it.
        }
    }

    private void answer(FixMessage message) {
        if (surroundings.random().nextDouble() >= lies.losesAnswer()) {
            say(message);
        }
    }

    private void news(FixMessage message) {
        if (surroundings.random().nextDouble() >= lies.losesNews()) {
            say(message);
            if (surroundings.random().nextDouble() < lies.doublesNews()) {
                say(message);
            }
        }
    }

    private void say(FixMessage message) {
        surroundings.later().after(way(), () -> line.send(message));
    }

    private Duration way() {
        long jitter = lies.jitter().toNanos();
        return jitter == 0
                ? lies.latency()
                : lies.latency().plusNanos(surroundings.random().nextLong(jitter));
    }
}
