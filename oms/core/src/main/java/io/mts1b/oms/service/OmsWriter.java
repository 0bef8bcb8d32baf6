package io.mts1b.oms.service;

import io.mts1b.brokers.VenueMessage;
import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.oms.Oms;
import io.mts1b.oms.service.WriterException.Category;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread of an order management system, and the queue before it.
 *
 * <p>What waits together becomes durable together, and is answered then. Commands beyond what may wait are refused at
 * once; what venues say is never refused. Thread-safe.
 */
public final class OmsWriter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OmsWriter.class);
    private static final int TOGETHER = 1_024;

    private final LinkedBlockingQueue<WriterTask> queue = new LinkedBlockingQueue<>();
    private final int capacity;
    private final Duration tick;
    private final InstantSource clock;
    private final Thread thread;
    private final CompletableFuture<Void> opened = new CompletableFuture<>();
    private final Object gate = new Object();
    private int waiting;
    private @Nullable WriterException ended;
    private @Nullable WriterException failed;
    private @Nullable Instant ticked;

    private OmsWriter(int capacity, Duration tick, InstantSource clock, Function<OmsWriter, Oms> open) {
        Require.that(capacity > 0, "capacity must be positive, was " + capacity);
        this.capacity = capacity;
        this.tick = Objects.requireNonNull(tick, "tick");
        this.clock = Objects.requireNonNull(clock, "clock");
        this.thread = Thread.ofPlatform().name("oms-writer").unstarted(() -> live(() -> open.apply(this)));
    }

    /**
     * Starts the thread, and opens the system on it.
     *
     * @param open opens the log and connects the brokers, which tell what they hear to the writer's {@link #tell}
     * @param capacity how many commands may wait
     * @param tick how often {@link Oms#onTime} is called, about
     * @param clock the time of that
     * @return the writer, when the system is open
     * @throws RuntimeException what {@code open} threw
     */
    public static OmsWriter start(Function<OmsWriter, Oms> open, int capacity, Duration tick, InstantSource clock) {
        OmsWriter writer = new OmsWriter(capacity, tick, clock, open);
        writer.thread.start();
        try {
            writer.opened.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException reason ? reason : e;
        }
        return writer;
    }

    /**
     * Has something done on the thread.
     *
     * @param command what; it sees a state in which all before it has happened, and must not keep it
     * @param <T> what it answers
     * @return its answer, when everything it wrote is durable; what it threw, if it threw; a {@link WriterException}
     *     if it was not taken
     */
    public <T> CompletableFuture<T> ask(Function<Oms, T> command) {
        return ask(command, capacity);
    }

    /**
     * Has something done on the thread, however many commands wait: what makes trading safer and comes rarely, as a halt.
     *
     * @param command as of {@link #ask}
     * @param <T> what it answers
     * @return as of {@link #ask}, but never refused because others wait
     */
    public <T> CompletableFuture<T> insist(Function<Oms, T> command) {
        return ask(command, Integer.MAX_VALUE);
    }

    private <T> CompletableFuture<T> ask(Function<Oms, T> command, int room) {
        WriterTask.Question<T> question = new WriterTask.Question<>(command);
        synchronized (gate) {
            if (ended != null) {
                question.fail(ended);
            } else if (waiting >= room) {
                question.fail(new WriterException(Category.BUSY, room + " commands wait already", null));
            } else {
                waiting++;
                queue.add(question);
            }
        }
        return question.future();
    }

    /**
     * Takes what a venue says. Does nothing after the end: the venue is asked again when there is a writer again.
     *
     * @param broker who says it
     * @param message what it says
     */
    public void tell(BrokerId broker, VenueMessage message) {
        synchronized (gate) {
            if (ended == null) {
                queue.add(new WriterTask.Heard(broker, message));
            }
        }
    }

    private void live(Supplier<Oms> open) {
        Oms oms;
        try {
            oms = open.get();
        } catch (RuntimeException | Error e) {
            opened.completeExceptionally(e);
            return;
        }
        opened.complete(null);
        List<WriterTask> together = new ArrayList<>();
        WriterException reason = closed();
        try (oms) {
            while (take(together)) {
                oms.together(() -> {
                    together.forEach(task -> task.run(oms));
                    onTime(oms);
                });
                together.forEach(WriterTask::answer);
                together.clear();
            }
        } catch (RuntimeException | Error e) {
            // The state is ahead of the log now; only a restart tells what is durable.
            reason = new WriterException(Category.FAILED, "the writer has failed: " + e, e);
            fail(reason);
        }
        end(reason);
        queue.drainTo(together);
        for (WriterTask task : together) {
            task.fail(reason);
        }
    }

    /** Waits for tasks, at most until it is time to look at the clock; false if there will be none. */
    private boolean take(List<WriterTask> together) {
        try {
            WriterTask first = isEnding() ? queue.poll() : queue.poll(tick.toNanos(), TimeUnit.NANOSECONDS);
            if (first != null) {
                together.add(first);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody may interrupt the writer, end it by close", e);
        }
        queue.drainTo(together, TOGETHER);
        synchronized (gate) {
            waiting -= (int) together.stream()
                    .filter(WriterTask.Question.class::isInstance)
                    .count();
            return ended == null || !together.isEmpty();
        }
    }

    private boolean isEnding() {
        synchronized (gate) {
            return ended != null;
        }
    }

    private void onTime(Oms oms) {
        Instant now = clock.instant();
        // A clock that was set back must not stop it until it has come there again.
        if (ticked == null || !now.isBefore(ticked.plus(tick)) || now.isBefore(ticked)) {
            ticked = now;
            oms.onTime();
        }
    }

    /**
     * Returns what ended the writer before anybody closed it, or as it closed. After that nothing is written and nothing
     * that venues say is heard; only a restart mends it.
     *
     * @return the failure; empty if there was none
     */
    public Optional<WriterException> failure() {
        synchronized (gate) {
            return Optional.ofNullable(failed);
        }
    }

    private void fail(WriterException reason) {
        synchronized (gate) {
            failed = reason;
        }
        LOG.error("the writer has ended, nothing is written or heard from venues until a restart", reason);
    }

    private static WriterException closed() {
        return new WriterException(Category.CLOSED, "the writer has ended", null);
    }

    private void end(WriterException reason) {
        synchronized (gate) {
            if (ended == null) {
                ended = reason;
            }
        }
    }

    /** Takes nothing new, does what waits, and closes the system. Closing again does nothing. */
    @Override
    public void close() {
        synchronized (gate) {
            end(closed());
            queue.add(new WriterTask.Stop());
        }
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
