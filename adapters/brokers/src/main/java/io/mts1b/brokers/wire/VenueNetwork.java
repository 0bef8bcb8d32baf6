package io.mts1b.brokers.wire;

import io.mts1b.platform.http.HttpClient;
import io.mts1b.platform.http.HttpClients;
import io.mts1b.platform.http.HttpException;
import io.mts1b.platform.http.HttpRequest;
import io.mts1b.platform.http.HttpResponse;
import io.mts1b.platform.http.MessageStream;
import io.mts1b.platform.retry.Backoff;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A link over the network. The broker on it is called, and its listener told, on one thread; answers are waited for on
 * others.
 *
 * @param <B> the broker
 */
public final class VenueNetwork<B extends VenueLink.User> implements VenueLink, AutoCloseable {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final HttpClients clients;
    private final HttpClient client;
    private final URI stream;
    private final Backoff backoff;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("broker").daemon().factory());
    private final ExecutorService waiting = Executors.newVirtualThreadPerTaskExecutor();
    private @Nullable B broker;
    private @Nullable MessageStream line;
    private boolean isOpen;
    private boolean closed;

    /**
     * Makes a link without a broker, which {@link #serve} gives it.
     *
     * @param clients the process's
     * @param stream where the private stream is, such as {@code wss://ws-auth.kraken.com/v2}
     * @param backoff how long to wait before the stream is opened again
     */
    public VenueNetwork(HttpClients clients, URI stream, Backoff backoff) {
        this.clients = clients;
        this.client = clients.client(backoff);
        this.stream = stream;
        this.backoff = backoff;
    }

    /**
     * Says whose link this is. Called once, before anything else.
     *
     * @param served the broker that was made on this link
     */
    public void serve(B served) {
        thread.execute(() -> broker = served);
    }

    /**
     * Calls the broker.
     *
     * @param call what to do with it, on its thread
     */
    public void run(Consumer<B> call) {
        thread.execute(() -> call.accept(Objects.requireNonNull(broker, "a broker must be served first")));
    }

    @Override
    public void open() {
        if (!closed && line == null) {
            Hearing hearing = new Hearing();
            line = clients.stream(stream, List.of(), backoff, hearing);
            hearing.of = line;
        }
    }

    @Override
    public void reset() {
        MessageStream given = line;
        if (given != null) {
            line = null;
            given.close();
            lost("the line was given up");
            after(PAUSE, this::open);
        }
    }

    @Override
    public boolean send(String frame) {
        MessageStream current = line;
        return current != null && isOpen && current.send(frame);
    }

    @Override
    public void post(HttpRequest request, Consumer<Reply> told) {
        waiting.execute(() -> {
            Reply reply;
            try {
                HttpResponse response = client.send(request);
                reply = new Reply.Answered(response.status(), response.headers(), response.body());
            } catch (HttpException e) {
                reply = new Reply.Failed(String.valueOf(e.getMessage()));
            }
            Reply came = reply;
            onThread(() -> told.accept(came));
        });
    }

    @Override
    public void after(Duration delay, Runnable action) {
        try {
            var _ = thread.schedule(() -> loudly(action), delay.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            closed = true; // Nobody waits for it any more.
        }
    }

    /** The executor would keep a failure to itself. */
    private static void loudly(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            Thread current = Thread.currentThread();
            current.getUncaughtExceptionHandler().uncaughtException(current, e);
        }
    }

    private void onThread(Runnable action) {
        after(Duration.ZERO, action);
    }

    private void lost(String reason) {
        if (isOpen) {
            isOpen = false;
            Objects.requireNonNull(broker, "a broker must be served first").lost(reason);
        }
    }

    /** Hears of one stream, until another stands in its place. */
    private final class Hearing implements MessageStream.Listener {

        private @Nullable MessageStream of;

        private void current(Consumer<B> action) {
            onThread(() -> {
                B served = broker;
                if (served != null && line != null && line == of) {
                    action.accept(served);
                }
            });
        }

        @Override
        public void opened(MessageStream opened) {
            current(served -> {
                isOpen = true;
                served.opened();
            });
        }

        @Override
        public void message(String text) {
            current(served -> served.heard(text));
        }

        /** Some venues send their texts as bytes. */
        @Override
        public void message(byte[] bytes) {
            message(new String(bytes, StandardCharsets.UTF_8));
        }

        @Override
        public void lost(String reason, Duration delay) {
            current(_ -> VenueNetwork.this.lost(reason));
        }
    }

    /** Closes the line and ends both kinds of threads. */
    @Override
    public void close() {
        onThread(() -> {
            closed = true;
            MessageStream current = line;
            line = null;
            if (current != null) {
                current.close();
            }
        });
        thread.shutdown();
        waiting.shutdownNow();
    }
}
