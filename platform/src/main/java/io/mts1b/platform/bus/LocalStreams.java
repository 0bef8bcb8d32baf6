package io.mts1b.platform.bus;

import io.mts1b.foundation.events.Subject;
import io.mts1b.platform.bus.BusException.Category;
import io.mts1b.platform.journal.JournalException;
import io.mts1b.platform.json.Json;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The streams of this process, in a directory each: {@code stream.json}, the journal {@code log}, and
 * {@code consumers} with their positions. Thread-safe.
 */
final class LocalStreams implements AutoCloseable {

    private static final String STREAMS = "streams";
    private static final String LOG = "log";

    private final Path directory;
    private final InstantSource clock;
    private final Routing routing;
    private final Map<String, LocalStream> streams = new TreeMap<>();
    private final Map<Path, LocalConsumer> consumers = new TreeMap<>();
    private final ScheduledExecutorService ticker;

    LocalStreams(Path network, InstantSource clock, Routing routing) {
        directory = network.resolve(STREAMS);
        this.clock = clock;
        this.routing = routing;
        try {
            Files.createDirectories(directory);
            try (DirectoryStream<Path> known = Files.newDirectoryStream(directory)) {
                known.forEach(this::reopen);
            }
        } catch (RuntimeException e) {
            streams.values().forEach(LocalStream::close);
            throw e;
        } catch (IOException e) {
            throw new BusException(Category.STORAGE, "streams in " + directory + " cannot be opened: " + e, e);
        }
        ticker = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("bus ticks").factory());
        long nanos = LocalConsumer.TICK.toNanos();
        var _ = ticker.scheduleWithFixedDelay(this::tick, nanos, nanos, TimeUnit.NANOSECONDS);
    }

    /** Returns where the journal of a stream is. */
    static Path log(Path network, String stream) {
        return network.resolve(STREAMS).resolve(stream).resolve(LOG);
    }

    private void reopen(Path stream) {
        // Without its options a stream was never made: they are written first, and as a whole.
        if (Files.exists(optionsOf(stream))) {
            open(stream, Json.read(optionsOf(stream), StreamOptions.class));
        }
    }

    private static Path optionsOf(Path stream) {
        return stream.resolve("stream.json");
    }

    private void open(Path stream, StreamOptions options) {
        streams.put(options.name(), new LocalStream(stream.resolve(LOG), options, clock, routing));
    }

    private void tick() {
        List<LocalConsumer> ticked;
        List<LocalStream> trimmed;
        synchronized (this) {
            ticked = List.copyOf(consumers.values());
            trimmed = List.copyOf(streams.values());
        }
        ticked.forEach(LocalConsumer::tick);
        trimmed.forEach(LocalStreams::trimOrTryAgain);
    }

    private static void trimOrTryAgain(LocalStream stream) {
        try {
            stream.trim();
        } catch (JournalException e) {
            // The disk fails, which whoever publishes is told; the next tick tries again.
        }
    }

    synchronized void keep(StreamOptions options) {
        LocalStream known = streams.get(options.name());
        if (known != null && !known.options().equals(options)) {
            throw new BusException(
                    Category.STREAM, "stream must be as it was made, " + known.options() + ", was " + options);
        }
        for (LocalStream stream : streams.values()) {
            if (stream != known && stream.options().meets(options)) {
                throw new BusException(
                        Category.STREAM,
                        "streams must not keep the same, but " + stream.options() + " and " + options + " do");
            }
        }
        if (known == null) {
            Path stream = directory.resolve(options.name());
            try {
                Files.createDirectories(stream.resolve("consumers"));
                SmallFile.replace(optionsOf(stream), Json.write(options));
            } catch (IOException e) {
                throw new BusException(Category.STORAGE, "stream " + options.name() + " cannot be made: " + e, e);
            }
            open(stream, options);
        }
    }

    /** Finds the stream that keeps a topic or a part of it. */
    synchronized Optional<LocalStream> of(Subject topic) {
        SubjectPattern whole = SubjectPattern.of(topic);
        SubjectPattern parts = SubjectPattern.parse(topic + ".>");
        return streams.values().stream()
                .filter(stream -> stream.options().patterns().stream()
                        .anyMatch(pattern -> pattern.meets(whole) || pattern.meets(parts)))
                .findFirst();
    }

    synchronized <T> LocalMember<T> consume(
            Feed<T> feed, ConsumerOptions options, Consumer<Delivery<T>> handler, Consumer<Subscription> onClose) {
        LocalStream stream = streams.values().stream()
                .filter(one -> one.options().covers(feed.pattern()))
                .findFirst()
                .orElseThrow(() -> new BusException(
                        Category.STREAM, "one stream must keep all of " + feed.pattern() + ", but none does"));
        Path file =
                directory.resolve(stream.options().name()).resolve("consumers").resolve(options.name() + ".json");
        LocalConsumer consumer = consumers.computeIfAbsent(
                file, _ -> new LocalConsumer(stream, options, begin(stream, feed, options, file), file));
        requireSame(consumer.pattern(), feed.pattern(), options.name());
        stream.add(consumer);
        consumer.join();
        return new LocalMember<>(consumer, feed.payload(), handler, member -> {
            leave(stream, consumer, file);
            onClose.accept(member);
        });
    }

    private static Position begin(LocalStream stream, Feed<?> feed, ConsumerOptions options, Path file) {
        Optional<Position> known = Position.read(file);
        if (known.isPresent()) {
            requireSame(known.get().pattern(), feed.pattern(), options.name());
            return known.get();
        }
        Position fresh = new Position(stream.begin(options.start()) - 1, feed.pattern());
        try {
            fresh.write(file);
        } catch (IOException e) {
            throw new BusException(Category.STORAGE, "consumer " + options.name() + " cannot be made: " + e, e);
        }
        return fresh;
    }

    private static void requireSame(SubjectPattern known, SubjectPattern wanted, String name) {
        if (!known.equals(wanted)) {
            throw new BusException(
                    Category.STREAM,
                    "consumer " + name + " must read what it began with, " + known + ", was " + wanted);
        }
    }

    private synchronized void leave(LocalStream stream, LocalConsumer consumer, Path file) {
        if (consumer.leave()) {
            stream.remove(consumer);
            consumers.remove(file);
            consumer.close();
        }
    }

    @Override
    public void close() {
        // Without the lock, which the last tick may wait for; and before the streams, which it may be trimming.
        ticker.close();
        synchronized (this) {
            streams.values().forEach(LocalStream::close);
            streams.clear();
        }
    }
}
