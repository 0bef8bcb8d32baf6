package io.mts1b.oms.running;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.events.StableSubject;
import io.mts1b.platform.bus.Bus;
import io.mts1b.platform.bus.BusException;
import io.mts1b.platform.bus.Receipt;
import io.mts1b.platform.bus.StreamOptions;
import io.mts1b.platform.bus.StreamPublisher;
import io.mts1b.platform.bus.SubjectPattern;
import io.mts1b.platform.bus.Topic;
import io.mts1b.platform.health.Health;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells everybody what has become durable: the one producer of the stable subjects of an artifact.
 *
 * <p>On a thread of its own, so that a bus that is away holds up no order. How far it has come stands in a file; after a
 * restart it goes on there, and what was told twice has the same identity twice. If too much waits, or the bus refuses, it
 * stops, says so in the health of the process, and goes on after the next restart. Thread-safe.
 */
final class Announcer implements AutoCloseable {

    private static final int MOST_WAITING = 1_000_000;
    /** After so long without anything to tell, it is written down how far that is. */
    private static final Duration IDLE = Duration.ofSeconds(1);

    private final LinkedBlockingQueue<Piece> queue = new LinkedBlockingQueue<>();
    private final Path file;
    private final Map<StableSubject, Channel<?>> channels = new EnumMap<>(StableSubject.class);
    private final Thread thread;
    private volatile @Nullable String broken;
    private volatile long reached;
    // Of the thread.
    private long written;

    /** What goes through the queue. */
    private sealed interface Piece {

        /** All there is to tell of an event: how far it has come is never in the midst of it. */
        record Told(List<Announcement> announcements) implements Piece {}

        /** Nothing comes after this. */
        record End() implements Piece {}
    }

    /** One subject. */
    private record Channel<T>(Class<T> type, StreamPublisher<T> publisher) {

        static <T> Channel<T> of(Bus bus, StableSubject subject, Class<T> type) {
            return new Channel<>(type, bus.streamPublisher(Topic.of(subject, type)));
        }

        CompletableFuture<Receipt> publish(Announcement told) {
            return publisher.publish(told.event(type));
        }
    }

    /** What is on its way. */
    private record Sent(long number, CompletableFuture<Receipt> receipt) {}

    /**
     * Makes sure that the stream is there, and starts.
     *
     * @param bus of the producer; the caller closes it after this
     * @param producer whose stable subjects it tells
     * @param file where it says how far it has come
     */
    Announcer(Bus bus, String producer, Path file) {
        this.file = file;
        List<StableSubject> subjects = Stream.of(StableSubject.values())
                .filter(subject -> subject.producer().equals(producer))
                .toList();
        bus.keep(StreamOptions.of(
                producer,
                subjects.stream()
                        .map(subject -> SubjectPattern.parse(subject.subject() + ".>"))
                        .toArray(SubjectPattern[]::new)));
        subjects.forEach(subject -> channels.put(subject, Channel.of(bus, subject, subject.payload())));
        thread = Thread.ofPlatform().name(producer + "-announcer").start(this::live);
    }

    /** Returns how far an earlier process came; zero if there was none. */
    static long told(Path file) {
        try {
            return Files.exists(file) ? Long.parseLong(Files.readString(file).strip()) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(file + " must be readable", e);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(file + " must hold a number", e);
        }
    }

    /** Takes what is to be told of an event that has become durable. */
    void tell(List<Announcement> announcements) {
        if (announcements.isEmpty()) {
            return;
        }
        if (broken == null && queue.size() >= MOST_WAITING) {
            broken = MOST_WAITING + " announcements wait; a restart goes on with them";
        }
        if (broken == null) {
            queue.add(new Piece.Told(announcements));
        }
    }

    /**
     * Takes that of everything up to an event, all there is to tell was given to {@link #tell}, so that a restart need not
     * look at it again. On the thread that tells.
     */
    void reached(long number) {
        if (broken == null) {
            reached = number;
        }
    }

    Health health() {
        String reason = broken;
        return reason == null ? Health.up() : Health.down(reason);
    }

    private void live() {
        Deque<Sent> sent = new ArrayDeque<>();
        try {
            for (Piece piece = next(); !(piece instanceof Piece.End); piece = next()) {
                if (piece instanceof Piece.Told(var told)) {
                    told.forEach(one -> sent.add(new Sent(one.number(), publish(one))));
                }
                if (queue.isEmpty() || sent.size() >= 1_024) {
                    settle(sent);
                }
            }
            settle(sent);
        } catch (BusException | CompletionException | UncheckedIOException e) {
            broken = "announcements stopped, a restart goes on with them: " + e.getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns what is next; null after a while without anything. */
    private @Nullable Piece next() throws InterruptedException {
        return queue.poll(IDLE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private CompletableFuture<Receipt> publish(Announcement told) {
        return Require.present(channels.get(told.subject()), () -> told.subject() + " must be of this producer")
                .publish(told);
    }

    private void settle(Deque<Sent> sent) {
        // In this order: what came before it has left the queue if that is empty now, and is among what is sent.
        long upTo = reached;
        long last = queue.isEmpty() ? upTo : 0;
        while (!sent.isEmpty()) {
            Sent one = sent.remove();
            one.receipt.join();
            last = Math.max(last, one.number);
        }
        if (last > written) {
            write(last);
            written = last;
        }
    }

    private void write(long number) {
        Path next = Path.of(file + ".next");
        try {
            Files.writeString(next, number + "\n");
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " must be writable", e);
        }
    }

    /** Tells what waits, and ends. */
    @Override
    public void close() {
        queue.add(new Piece.End());
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
