package io.mts1b.brokers.local;

import io.mts1b.foundation.Require;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Serves a {@link LocalVenue} on the loopback address, over HTTP/1.1 and WebSocket (RFC 6455), without encryption.
 *
 * <p>The venue has one thread, on which all requests and messages of all connections arrive, and which is the timer of
 * whatever lies about them. Thread-safe.
 */
public final class LocalServer implements AutoCloseable, Scheduler {

    private final ServerSocket socket;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("local venue").daemon().factory());
    private final ExecutorService connections = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final LocalVenue venue;
    private volatile boolean refuses;

    private LocalServer(ServerSocket socket, Function<Scheduler, LocalVenue> venue) {
        this.socket = socket;
        this.venue = venue.apply(this);
    }

    /**
     * Starts to serve.
     *
     * @param port where to listen, 0 for any free port
     * @param venue makes the venue, given the timer of its thread; every call of it is made on that thread
     * @return the server; close it to stop
     * @throws IOException if the port is taken
     */
    public static LocalServer start(int port, Function<Scheduler, LocalVenue> venue) throws IOException {
        Require.that(port >= 0 && port <= 65_535, "port must be in [0, 65535], was " + port);
        LocalServer server = new LocalServer(new ServerSocket(port, 50, InetAddress.getLoopbackAddress()), venue);
        server.connections.execute(server::accept);
        return server;
    }

    /**
     * Returns where it listens.
     *
     * @param scheme {@code http} or {@code ws}
     * @return the address, without a path
     */
    public URI address(String scheme) {
        return URI.create(scheme + "://localhost:" + socket.getLocalPort());
    }

    LocalVenue venue() {
        return venue;
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket accepted = socket.accept();
                open.add(accepted);
                if (refuses) {
                    cut(accepted);
                } else {
                    connections.execute(() -> serve(accepted));
                }
            } catch (IOException | RejectedExecutionException e) {
                if (socket.isClosed()) {
                    return; // It was told to stop.
                }
            }
        }
    }

    private void serve(Socket accepted) {
        try {
            accepted.setTcpNoDelay(true);
            new HttpConnection(this, accepted).run();
        } catch (IOException e) {
            // The other side is gone, does not speak the protocol, or was cut off. It notices, which is all there is to
            // say.
        } finally {
            cut(accepted);
        }
    }

    private void cut(Socket one) {
        open.remove(one);
        try {
            one.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Breaks all connections, at once and without a word. */
    public void disconnect() {
        Set.copyOf(open).forEach(this::cut);
    }

    /**
     * Says whether new connections are broken as soon as they are made.
     *
     * @param now whether they are from now on
     */
    public void refuseConnections(boolean now) {
        refuses = now;
    }

    /**
     * Does something on the thread of the venue, and waits until it is done.
     *
     * @param action what to do
     * @param <T> what it returns
     * @return what it returned
     */
    public <T> T call(Callable<T> action) {
        try {
            return thread.submit(action).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the venue was called", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the venue failed: " + e.getCause(), e);
        }
    }

    /** Hands something to the thread of the venue; after the end nothing is done any more. */
    void onThread(Runnable action) {
        after(Duration.ZERO, action);
    }

    @Override
    public void after(Duration delay, Runnable action) {
        try {
            var _ = thread.schedule(
                    () -> {
                        try {
                            action.run();
                        } catch (RuntimeException e) {
                            // The executor would keep it to itself.
                            Thread current = Thread.currentThread();
                            current.getUncaughtExceptionHandler().uncaughtException(current, e);
                        }
                    },
                    delay.toNanos(),
                    TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            disconnect(); // It was told to stop.
        }
    }

    Future<?> inBackground(Runnable action) {
        return connections.submit(action);
    }

    @Override
    public void close() throws IOException {
        socket.close();
        disconnect();
        thread.shutdownNow();
        connections.shutdownNow();
    }
}
