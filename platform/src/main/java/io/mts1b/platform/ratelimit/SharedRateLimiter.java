package io.mts1b.platform.ratelimit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.zip.CRC32C;

/**
 * Counts in a file, for all processes of a machine that open it: two bots with one key stay within its limits together.
 *
 * <p>Each request locks the file, which the system frees when a process dies. A count that was half written is taken
 * for used up, so it costs one period and never a ban. The file belongs to one list of limits; with another it is
 * refused. Thread-safe.
 */
public final class SharedRateLimiter implements RateLimiter, AutoCloseable {

    private static final long MAGIC = 0x4d5453314c494d31L; // MTS1LIM1

    /** A file lock holds between processes; between limiters of this process these do. */
    private static final Map<Path, ReentrantLock> LOCKS = new ConcurrentHashMap<>();

    private final Windows windows;
    private final InstantSource clock;
    private final FileChannel channel;
    private final ReentrantLock lock;
    private final long identity;
    private final Path file;

    private SharedRateLimiter(Path file, List<RateLimit> limits, InstantSource clock, FileChannel channel)
            throws IOException {
        this.file = file;
        this.windows = new Windows(limits);
        this.clock = clock;
        this.channel = channel;
        this.lock = LOCKS.computeIfAbsent(file.toRealPath(), _ -> new ReentrantLock());
        this.identity = identity(limits);
    }

    /**
     * Opens a limiter, and makes its file if there is none.
     *
     * @param file where to count, the same for all who share the limits
     * @param limits that hold together, at least one
     * @param clock the time, the same for all
     * @return the limiter
     * @throws UncheckedIOException if the file cannot be read and written
     * @throws IllegalArgumentException if the file counts for other limits
     */
    public static SharedRateLimiter open(Path file, List<RateLimit> limits, InstantSource clock) {
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            try {
                SharedRateLimiter limiter = new SharedRateLimiter(file, limits, clock, channel);
                limiter.counted(_ -> true); // To refuse a file of other limits now and not at the first request.
                return limiter;
            } catch (RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("rate limiter must be able to read and write " + file, e);
        }
    }

    @Override
    public Grant tryAcquire(int weight) {
        return counted(state -> windows.acquire(state, LocalRateLimiter.nanos(clock), weight));
    }

    @Override
    public void observe(int used) {
        counted(state -> {
            windows.observe(state, LocalRateLimiter.nanos(clock), used);
            return true;
        });
    }

    @Override
    public void pause(Duration duration) {
        counted(state -> {
            windows.pause(state, LocalRateLimiter.nanos(clock), duration);
            return true;
        });
    }

    private <T> T counted(Function<long[], T> change) {
        lock.lock();
        try (FileLock _ = channel.lock()) {
            long[] state = read();
            T result = change.apply(state);
            write(state);
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException("rate limiter must be able to read and write " + file, e);
        } finally {
            lock.unlock();
        }
    }

    /** Tells lists of limits apart, on every machine alike. */
    private static long identity(List<RateLimit> limits) {
        long identity = limits.size();
        for (RateLimit limit : limits) {
            identity = 31 * (31 * identity + limit.weight()) + limit.period().toNanos();
        }
        return identity;
    }

    /** The file holds what it is, for which limits, the state, and a check of all that. */
    private long[] read() throws IOException {
        long[] state = windows.fresh();
        ByteBuffer bytes = ByteBuffer.allocate((state.length + 3) * Long.BYTES);
        while (bytes.hasRemaining() && channel.read(bytes, bytes.position()) >= 0) {
            // Reads on until there is no more.
        }
        bytes.flip();
        if (bytes.limit() == 0) {
            return state;
        }
        boolean known = bytes.limit() >= 2 * Long.BYTES && bytes.getLong(0) == MAGIC;
        if (known && bytes.getLong(Long.BYTES) != identity) {
            throw new IllegalArgumentException("file must count for the same limits, does not: " + file);
        }
        boolean whole = known && bytes.limit() == bytes.capacity();
        if (!whole || bytes.getLong(bytes.limit() - Long.BYTES) != check(bytes)) {
            windows.exhaust(state, LocalRateLimiter.nanos(clock));
            return state;
        }
        bytes.position(2 * Long.BYTES).asLongBuffer().get(state);
        return state;
    }

    private void write(long[] state) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((state.length + 3) * Long.BYTES);
        bytes.putLong(MAGIC).putLong(identity);
        bytes.asLongBuffer().put(state);
        bytes.putLong(bytes.capacity() - Long.BYTES, check(bytes));
        bytes.position(0);
        while (bytes.hasRemaining()) {
            channel.write(bytes, bytes.position());
        }
    }

    private static long check(ByteBuffer bytes) {
        CRC32C check = new CRC32C();
        check.update(bytes.slice(0, bytes.capacity() - Long.BYTES));
        return check.getValue();
    }

    /** Closes the file; what was granted stays counted. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("rate limiter must be able to close " + file, e);
        }
    }
}
