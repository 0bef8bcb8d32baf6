package io.mts1b.oms;

import io.mts1b.platform.journal.JournalReader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads a log on a second thread while the first takes what was read: half of a start is reading. */
final class ReadAhead {

    /** So many that a thread is rarely woken, and so few that what waits is not copied by the garbage collector again and again. */
    private static final int BATCH = 4_000;

    private static final int WAITING = 1;

    private final Supplier<JournalReader> open;
    private final BlockingQueue<Part> parts = new ArrayBlockingQueue<>(WAITING);

    /** Some events; the last part says so, and why there are no more if that is not because the log ends. */
    private record Part(
            List<OmsEvent> events, boolean isLast, @Nullable RuntimeException failure) {}

    private ReadAhead(Supplier<JournalReader> open) {
        this.open = open;
    }

    /**
     * Reads all that follows.
     *
     * @param open opens the log where reading begins
     * @param consumer who takes the events, on the caller's thread
     */
    static void forEach(Supplier<JournalReader> open, Consumer<OmsEvent> consumer) {
        ReadAhead ahead = new ReadAhead(open);
        Thread reader = Thread.ofPlatform().daemon().name("oms-replay").start(ahead::read);
        try {
            while (true) {
                Part part = ahead.parts.take();
                part.events.forEach(consumer);
                if (part.failure != null) {
                    throw part.failure;
                }
                if (part.isLast) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the replay was interrupted", e);
        } finally {
            reader.interrupt();
        }
    }

    private void read() {
        try {
            List<OmsEvent> events = new ArrayList<>(BATCH);
            RuntimeException failure = null;
            EventCodec codec = new EventCodec();
            try (JournalReader reader = open.get()) {
                while (reader.next()) {
                    OmsLog.decode(codec, reader, events::add);
                    if (events.size() >= BATCH) {
                        parts.put(new Part(events, false, null));
                        events = new ArrayList<>(BATCH);
                    }
                }
            } catch (RuntimeException e) {
                failure = e;
            } catch (Error e) {
                // Who waits for events must hear of it too.
                failure = new IllegalStateException("the log could not be read ahead", e);
            }
            parts.put(new Part(events, true, failure));
        } catch (InterruptedException e) {
            // Who takes the events has stopped; nobody waits for the others.
            Thread.currentThread().interrupt();
        }
    }
}
