package io.mts1b.platform.bus;

import io.mts1b.foundation.events.Subject;
import io.mts1b.platform.bus.BusException.Category;
import io.mts1b.platform.journal.JournalException;
import io.mts1b.platform.journal.JournalReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A named consumer of a stream in this process: where it stands, and what is handed out and not acknowledged.
 * Time passes by {@link #tick}, so that no step of a clock can end or prolong a wait. Thread-safe.
 */
final class LocalConsumer {

    /** The distance of ticks. */
    static final Duration TICK = Duration.ofMillis(50);

    private final LocalStream stream;
    private final SubjectPattern pattern;
    private final ConsumerOptions options;
    private final Path positionFile;
    private final long ackWaitTicks;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition more = lock.newCondition();

    // Guarded by the lock.
    private JournalReader reader;
    private final TreeMap<Long, Out> out = new TreeMap<>();
    private final TreeSet<Long> due = new TreeSet<>();

    /** Which subjects fit the pattern: there are few, and they come again and again. */
    private final Map<String, Boolean> wanted = new TreeMap<>();

    private long ticks;
    private long lastRead;
    private long savedPosition;
    private int members;

    /** An event that is handed out. */
    private static final class Out {

        private final Stored stored;
        private int attempt;
        private long dueAt;

        Out(Stored stored) {
            this.stored = stored;
        }
    }

    /** An event for a handler. */
    record Taken(long sequence, Stored stored, int attempt) {}

    LocalConsumer(LocalStream stream, ConsumerOptions options, Position known, Path file) {
        this.stream = stream;
        pattern = known.pattern();
        this.options = options;
        positionFile = file;
        lastRead = Math.max(known.sequence(), stream.first() - 1);
        savedPosition = known.sequence();
        reader = stream.read(lastRead + 1);
        ackWaitTicks = ticks(options.ackWait());
    }

    /** One more than the ticks that fit: the first may come at once. */
    private static long ticks(Duration duration) {
        return duration.isZero() ? 0 : duration.plus(TICK).minusNanos(1).dividedBy(TICK) + 1;
    }

    SubjectPattern pattern() {
        return pattern;
    }

    String name() {
        return options.name();
    }

    void join() {
        lock.lock();
        try {
            members++;
        } finally {
            lock.unlock();
        }
    }

    /** Takes leave of a member; true if it was the last. */
    boolean leave() {
        lock.lock();
        try {
            return --members == 0;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the next event to hand in; null when the member is closed. */
    @Nullable Taken take(LocalMember<?> member) {
        lock.lock();
        try {
            while (!member.isClosed()) {
                Taken taken = due.isEmpty() ? takeNew() : takeAgain();
                if (taken != null) {
                    return taken;
                }
                more.awaitUninterruptibly();
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    private Taken takeAgain() {
        long sequence = Objects.requireNonNull(due.pollFirst());
        return handOut(sequence, Objects.requireNonNull(out.get(sequence)));
    }

    private @Nullable Taken takeNew() {
        while (out.size() < options.maxUnacknowledged() && readNext()) {
            lastRead = reader.sequence();
            Stored stored = Stored.decode(reader.payload());
            if (isWanted(stored.subject()) && !stream.isTooOld(stored)) {
                Out fresh = new Out(stored);
                out.put(lastRead, fresh);
                return handOut(lastRead, fresh);
            }
        }
        return null;
    }

    private boolean readNext() {
        if (lastRead + 1 < stream.first()) {
            readOn();
        }
        try {
            return reader.next();
        } catch (JournalException e) {
            // What comes next may just now have been dropped.
            if (lastRead + 1 >= stream.first()) {
                throw e;
            }
            readOn();
            return reader.next();
        }
    }

    /** Goes on with the first event that is kept: this consumer is too slow for what its stream keeps. */
    private void readOn() {
        lastRead = stream.first() - 1;
        reader.close();
        reader = stream.read(lastRead + 1);
    }

    private boolean isWanted(String subject) {
        return wanted.computeIfAbsent(subject, text -> pattern.matches(Subject.parse(text)));
    }

    private Taken handOut(long sequence, Out one) {
        one.attempt++;
        one.dueAt = ticks + ackWaitTicks;
        return new Taken(sequence, one.stored, one.attempt);
    }

    void ack(long sequence) {
        lock.lock();
        try {
            if (out.remove(sequence) != null) {
                due.remove(sequence);
                more.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Hands an event in again after a delay, unless that was done or it is acknowledged already. */
    void nak(Taken taken, Duration delay) {
        lock.lock();
        try {
            Out one = out.get(taken.sequence());
            if (one != null && one.attempt == taken.attempt()) {
                one.dueAt = ticks + ticks(delay);
                if (delay.isZero()) {
                    due.add(taken.sequence());
                    more.signal();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    void tick() {
        lock.lock();
        try {
            ticks++;
            out.forEach((sequence, one) -> {
                if (one.dueAt <= ticks && due.add(sequence)) {
                    more.signal();
                }
            });
            saveOrTryAgain();
        } finally {
            lock.unlock();
        }
    }

    /** A position that lags behind means more events again after a restart, and no event lost. */
    private void saveOrTryAgain() {
        try {
            save();
        } catch (IOException e) {
            // The next tick tries again, and closing says so if it never works.
        }
    }

    void wake() {
        lock.lock();
        try {
            more.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The last event before which all are acknowledged. */
    private long position() {
        return out.isEmpty() ? lastRead : out.firstKey() - 1;
    }

    private void save() throws IOException {
        long position = position();
        if (position != savedPosition) {
            new Position(position, pattern).write(positionFile);
            savedPosition = position;
        }
    }

    long unacknowledged() {
        lock.lock();
        try {
            return (long) out.size() - due.size();
        } finally {
            lock.unlock();
        }
    }

    /** How many events of the stream were not read yet, and how many wait to be handed in again. */
    long waiting() {
        lock.lock();
        try {
            return stream.last() - lastRead + due.size();
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            reader.close();
            save();
        } catch (IOException e) {
            throw new BusException(Category.STORAGE, "position of consumer " + name() + " cannot be kept: " + e, e);
        } finally {
            lock.unlock();
        }
    }
}
