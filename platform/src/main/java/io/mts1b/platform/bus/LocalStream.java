package io.mts1b.platform.bus;

import io.mts1b.foundation.events.Event;
import io.mts1b.platform.bus.BusException.Category;
import io.mts1b.platform.journal.DurabilityPolicy;
import io.mts1b.platform.journal.Journal;
import io.mts1b.platform.journal.JournalException;
import io.mts1b.platform.journal.JournalOptions;
import io.mts1b.platform.journal.JournalReader;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** A stream on a journal. One thread waits for the disk on behalf of all publishers. Thread-safe. */
final class LocalStream implements AutoCloseable {

    private static final int MAX_ON_THE_WAY = 4_096;

    private final StreamOptions options;
    private final InstantSource clock;
    private final Routing routing;
    private final Journal journal;
    private final DedupeWindow window;
    private final Retention retention;
    private final Thread committer;
    private final List<LocalConsumer> consumers = new CopyOnWriteArrayList<>();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition submittedMore = lock.newCondition();
    private final Condition hasRoom = lock.newCondition();

    // Used by the thread that trims alone.
    private long bytesDropped;

    // Guarded by the lock.
    private final Deque<OnTheWay> onTheWay = new ArrayDeque<>();
    private long lastMicros;
    private boolean isClosing;
    private @Nullable BusException failure;

    /** An event whose publisher waits for the disk. */
    private record OnTheWay(long sequence, Event<?> event, boolean isDuplicate, CompletableFuture<Receipt> receipt) {

        void complete() {
            receipt.complete(new Receipt(sequence, isDuplicate));
        }
    }

    LocalStream(Path directory, StreamOptions options, InstantSource clock, Routing routing) {
        this.options = options;
        this.clock = clock;
        this.routing = routing;
        window = new DedupeWindow(
                TimeUnit.NANOSECONDS.toMicros(options.dedupeWindow().toNanos()));
        retention = new Retention(options);
        try {
            journal = Journal.open(directory, journalOptions());
        } catch (JournalException e) {
            throw failed("opened", e);
        }
        try {
            recall();
        } catch (JournalException e) {
            journal.close();
            throw failed("read", e);
        }
        committer =
                Thread.ofPlatform().daemon().name("stream " + options.name()).start(this::commitAll);
    }

    /** Only whole segments can be dropped, so they are small where something is to be dropped. */
    private JournalOptions journalOptions() {
        JournalOptions usual = JournalOptions.of(DurabilityPolicy.GROUP);
        return retention.isLimited() ? new JournalOptions(usual.durability(), retention.partBytes()) : usual;
    }

    private BusException failed(String what, JournalException cause) {
        return new BusException(
                Category.STORAGE, "stream " + options.name() + " cannot be " + what + ": " + cause.getMessage(), cause);
    }

    /** Finds what was stored lately, and what need not be kept. */
    private void recall() {
        try (JournalReader reader = journal.read(journal.first())) {
            while (reader.next()) {
                Stored stored = Stored.decode(reader.payload());
                lastMicros = stored.micros();
                window.add(stored.id(), reader.sequence(), lastMicros);
                retention.note(reader.sequence(), lastMicros, reader.payload().length);
            }
        }
    }

    StreamOptions options() {
        return options;
    }

    CompletableFuture<Receipt> publish(Event<?> event) {
        Stored unstamped = Stored.of(event, 0);
        lock.lock();
        try {
            while (onTheWay.size() >= MAX_ON_THE_WAY && failure == null) {
                hasRoom.awaitUninterruptibly();
            }
            requireWorking();
            // A clock that steps back must not make an event older than the one before.
            lastMicros = Math.max(lastMicros, now());
            OptionalLong known = window.find(unstamped.id(), lastMicros);
            long sequence = known.isPresent() ? known.getAsLong() : store(unstamped);
            CompletableFuture<Receipt> receipt = new CompletableFuture<>();
            onTheWay.add(new OnTheWay(sequence, event, known.isPresent(), receipt));
            submittedMore.signal();
            return receipt;
        } catch (JournalException e) {
            throw failed("written", e);
        } finally {
            lock.unlock();
        }
    }

    private long store(Stored unstamped) {
        Stored stored = new Stored(lastMicros, unstamped.subject(), unstamped.id(), unstamped.envelope());
        byte[] record = stored.encode();
        long sequence = journal.submit(record);
        window.add(stored.id(), sequence, lastMicros);
        retention.note(sequence, lastMicros, record.length);
        return sequence;
    }

    private void requireWorking() {
        if (failure != null) {
            throw failure;
        }
        if (isClosing) {
            throw new BusException(Category.CLOSED, "stream " + options.name() + " is closed");
        }
    }

    private void commitAll() {
        try {
            for (OptionalLong first = awaitFirst(); first.isPresent(); first = awaitFirst()) {
                journal.awaitDurable(first.getAsLong());
                takeDurable().forEach(this::announce);
                consumers.forEach(LocalConsumer::wake);
            }
        } catch (JournalException e) {
            fail(failed("written", e));
        }
    }

    private OptionalLong awaitFirst() {
        lock.lock();
        try {
            while (onTheWay.isEmpty() && !isClosing) {
                submittedMore.awaitUninterruptibly();
            }
            return onTheWay.isEmpty()
                    ? OptionalLong.empty()
                    : OptionalLong.of(onTheWay.getFirst().sequence());
        } finally {
            lock.unlock();
        }
    }

    private List<OnTheWay> takeDurable() {
        long durable = journal.durable();
        List<OnTheWay> taken = new ArrayList<>();
        lock.lock();
        try {
            while (!onTheWay.isEmpty() && onTheWay.getFirst().sequence() <= durable) {
                taken.add(onTheWay.removeFirst());
            }
            hasRoom.signalAll();
        } finally {
            lock.unlock();
        }
        return taken;
    }

    private void announce(OnTheWay one) {
        if (!one.isDuplicate()) {
            routing.route(one.event().subject()).offer(one.event());
        }
        one.complete();
    }

    private void fail(BusException e) {
        List<OnTheWay> lost;
        lock.lock();
        try {
            failure = e;
            lost = List.copyOf(onTheWay);
            onTheWay.clear();
            hasRoom.signalAll();
        } finally {
            lock.unlock();
        }
        lost.forEach(one -> one.receipt().completeExceptionally(e));
    }

    private long now() {
        return Stored.micros(clock.instant());
    }

    /** Returns the first event that is kept. */
    long first() {
        return retention.first(now());
    }

    /** Tells whether an event is not kept any more, though it may still be there. */
    boolean isTooOld(Stored stored) {
        return retention.isTooOld(stored.micros(), now());
    }

    /** Drops what is not kept any more, as soon as there is enough of it. By one thread. */
    void trim() {
        long first = Math.min(first(), journal.durable());
        long gone = retention.bytesGone();
        if (first > 2 && gone - bytesDropped >= retention.partBytes()) {
            // The journal drops what two snapshots hold. There is no state to hold; that both are there is enough.
            journal.saveSnapshot(first - 2, new byte[0]);
            journal.saveSnapshot(first - 1, new byte[0]);
            journal.dropBefore(first);
            bytesDropped = gone;
        }
    }

    /** Starts reading what is durable, where that is kept. */
    JournalReader read(long from) {
        return journal.read(from);
    }

    /** Finds where a new consumer begins. */
    long begin(StartAt start) {
        return switch (start) {
            case StartAt.First _ -> first();
            case StartAt.Next _ -> journal.durable() + 1;
            case StartAt.Sequence(long sequence) -> Math.max(sequence, first());
            case StartAt.Time(var instant) -> firstSince(Stored.micros(instant));
        };
    }

    private long firstSince(long micros) {
        try (JournalReader reader = journal.read(first())) {
            while (reader.next()) {
                if (Stored.decode(reader.payload()).micros() >= micros) {
                    return reader.sequence();
                }
            }
            return reader.sequence() + 1;
        }
    }

    long last() {
        return journal.durable();
    }

    void add(LocalConsumer consumer) {
        consumers.add(consumer);
    }

    void remove(LocalConsumer consumer) {
        consumers.remove(consumer);
    }

    /** Waits until everything published is on the disk, and ends. */
    @Override
    public void close() {
        lock.lock();
        try {
            isClosing = true;
            submittedMore.signal();
        } finally {
            lock.unlock();
        }
        Uninterrupted.join(committer);
        try {
            journal.close();
        } catch (JournalException e) {
            throw failed("closed", e);
        }
    }
}
