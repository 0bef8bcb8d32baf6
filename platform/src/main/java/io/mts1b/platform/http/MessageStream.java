package io.mts1b.platform.http;

import io.mts1b.foundation.Require;
import io.mts1b.platform.http.HttpClients.Surroundings;
import io.mts1b.platform.retry.Backoff;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket that is opened again whenever it is lost. A heartbeat finds out when the other side is gone without a
 * word.
 *
 * <p>Between two connections messages are missed; who needs them all asks for them anew in {@link Listener#opened}.
 * Thread-safe.
 */
public final class MessageStream implements AutoCloseable {

    private static final int GOING_AWAY = 1001;

    private final OkHttpClient http;
    private final Request request;
    private final Backoff backoff;
    private final Listener listener;
    private final Surroundings surroundings;
    private final AtomicReference<Connection> current = new AtomicReference<>();
    private final Thread thread;
    private volatile boolean closed;

    /** Hears of a stream, one call at a time. What it throws ends the connection, and a new one is opened. */
    public interface Listener {

        /**
         * There is a connection.
         *
         * @param stream to subscribe by
         */
        void opened(MessageStream stream);

        /**
         * A text came.
         *
         * @param text the message
         */
        void message(String text);

        /**
         * Bytes came.
         *
         * @param bytes the message
         */
        default void message(byte[] bytes) {
            throw new IllegalStateException("only texts are expected, bytes came");
        }

        /**
         * The connection was lost, or could not be made.
         *
         * @param reason why, without secrets
         * @param delay when it will be tried again
         */
        void lost(String reason, Duration delay);
    }

    private MessageStream(
            OkHttpClient http, Request request, Backoff backoff, Listener listener, Surroundings surroundings) {
        this.http = http;
        this.request = request;
        this.backoff = backoff;
        this.listener = listener;
        this.surroundings = surroundings;
        this.thread = Thread.ofVirtual().name("stream " + request.url().host()).unstarted(this::run);
    }

    static MessageStream open(
            OkHttpClient http,
            URI uri,
            List<Header> headers,
            Backoff backoff,
            Listener listener,
            Surroundings surroundings) {
        Require.that(
                "ws".equalsIgnoreCase(uri.getScheme()) || "wss".equalsIgnoreCase(uri.getScheme()),
                "uri must be absolute ws or wss, was "
                        + surroundings.redaction().redact(uri.toString()));
        Request.Builder request = new Request.Builder().url(uri.toString());
        headers.forEach(header -> request.addHeader(header.name(), header.value()));
        MessageStream stream = new MessageStream(http, request.build(), backoff, listener, surroundings);
        stream.thread.start();
        return stream;
    }

    private void run() {
        int failures = 0;
        try {
            while (!closed) {
                Connection connection = new Connection();
                current.set(connection); // First, for the listener may send as soon as there is a connection.
                WebSocket socket = http.newWebSocket(request, connection);
                connection.made = socket;
                if (closed) {
                    socket.close(GOING_AWAY, null);
                }
                String reason = connection.ended.join();
                if (!closed) {
                    // A connection over which nothing came is as bad as none.
                    failures = connection.heard ? 1 : failures + 1;
                    Duration delay = draw(failures);
                    listener.lost(reason, delay);
                    surroundings.waiter().await(delay);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration draw(int failures) {
        synchronized (surroundings.random()) {
            return backoff.delay(failures, surroundings.random());
        }
    }

    /**
     * Sends a text.
     *
     * @param text the message
     * @return whether it was taken; false while there is no connection, or too much waits to be sent
     */
    public boolean send(String text) {
        Connection connection = current.get();
        WebSocket socket = connection == null ? null : connection.open;
        return socket != null && socket.send(text);
    }

    /** Closes the stream for good. */
    @Override
    public void close() {
        closed = true;
        Connection connection = current.get();
        WebSocket socket = connection == null ? null : connection.made;
        if (socket != null) {
            socket.close(GOING_AWAY, null);
        }
        thread.interrupt(); // It may be waiting to connect again.
    }

    /** One connection of the stream. */
    private final class Connection extends WebSocketListener {

        private final CompletableFuture<String> ended = new CompletableFuture<>();
        private volatile boolean heard;
        private volatile @Nullable WebSocket made;
        private volatile @Nullable WebSocket open;

        private void heed(WebSocket from, Runnable call) {
            try {
                call.run();
            } catch (RuntimeException e) {
                end("the listener failed: " + e);
                from.cancel();
            }
        }

        private void end(String reason) {
            open = null;
            ended.complete(surroundings.redaction().redact(reason));
        }

        @Override
        public void onOpen(WebSocket from, Response response) {
            open = from;
            heed(from, () -> listener.opened(MessageStream.this));
        }

        @Override
        public void onMessage(WebSocket from, String text) {
            heard = true;
            heed(from, () -> listener.message(text));
        }

        @Override
        public void onMessage(WebSocket from, ByteString bytes) {
            heard = true;
            heed(from, () -> listener.message(bytes.toByteArray()));
        }

        @Override
        public void onClosing(WebSocket from, int code, String reason) {
            from.close(code, null);
        }

        @Override
        public void onClosed(WebSocket from, int code, String reason) {
            end("closed with code " + code + " " + reason);
        }

        @Override
        public void onFailure(WebSocket from, Throwable failure, @Nullable Response response) {
            end(response == null ? String.valueOf(failure) : "answered with status " + response.code());
        }
    }
}
