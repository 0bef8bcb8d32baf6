package io.mts1b.oms.running;

import io.mts1b.foundation.events.StableSubject;
import io.mts1b.foundation.orders.Fill;
import io.mts1b.foundation.orders.Order;
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
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells everybody what has become durable: the one producer of the stable subjects of orders and fills.
 *
 * <p>On a thread of its own, so that a bus that is away holds up no order. How far it has come stands in a file; after a
 * restart it goes on there, and what was told twice has the same identity twice. If too much waits, or the bus refuses, it
 * stops, says so in the health of the process, and goes on after the next restart. Thread-safe.
 */
final class Announcer implements AutoCloseable {

    private static final int MOST_WAITING = 1_000_000;
    private static final List<StableSubject> ORDERS = List.of(
            StableSubject.ORDERS_CREATED,
            StableSubject.ORDERS_ACCEPTED,
            StableSubject.ORDERS_REJECTED,
            StableSubject.ORDERS_CANCELED);

    private final LinkedBlockingQueue<Piece> queue = new LinkedBlockingQueue<>();
    private final Path file;
    private final Map<StableSubject, StreamPublisher<Order>> orders = new EnumMap<>(StableSubject.class);
    private final StreamPublisher<Fill> fills;
    private final Thread thread;
    private volatile @Nullable String broken;

    /** What goes through the queue. */
    private sealed interface Piece {

        /** Something to tell. */
        record Told(Announcement announcement) implements Piece {}

        /** Nothing comes after this. */
        record End() implements Piece {}
    }

    /** What is on its way. */
    private record Sent(long number, CompletableFuture<Receipt> receipt) {}

    /**
     * Makes sure that the stream is there, and starts.
     *
     * @param bus of oms; the caller closes it after this
     * @param file where it says how far it has come
     */
    Announcer(Bus bus, Path file) {
        this.file = file;
        List<SubjectPattern> patterns = Stream.concat(ORDERS.stream(), Stream.of(StableSubject.FILLS_CREATED))
                .map(subject -> SubjectPattern.parse(subject.subject() + ".>"))
                .toList();
        bus.keep(StreamOptions.of("oms", patterns.toArray(SubjectPattern[]::new)));
        ORDERS.forEach(subject -> orders.put(subject, bus.streamPublisher(Topic.of(subject, Order.class))));
        fills = bus.streamPublisher(Topic.of(StableSubject.FILLS_CREATED, Fill.class));
        thread = Thread.ofPlatform().name("oms-announcer").start(this::live);
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

    /** Takes what has become durable. */
    void tell(Announcement announcement) {
        if (broken == null && queue.size() >= MOST_WAITING) {
            broken = MOST_WAITING + " announcements wait; a restart goes on with them";
        }
        if (broken == null) {
            queue.add(new Piece.Told(announcement));
        }
    }

    Health health() {
        String reason = broken;
        return reason == null ? Health.up() : Health.down(reason);
    }

    private void live() {
        Deque<Sent> sent = new ArrayDeque<>();
        try {
            for (Piece piece = queue.take(); piece instanceof Piece.Told(var told); piece = queue.take()) {
                sent.add(new Sent(told.number(), publish(told)));
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

    private CompletableFuture<Receipt> publish(Announcement told) {
        StreamPublisher<Order> publisher = orders.get(told.subject());
        return publisher == null ? fills.publish(told.event(Fill.class)) : publisher.publish(told.event(Order.class));
    }

    private void settle(Deque<Sent> sent) {
        long last = 0;
        while (!sent.isEmpty()) {
            Sent one = sent.remove();
            one.receipt.join();
            last = one.number;
        }
        if (last > 0) {
            write(last);
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
