package io.mts1b.brokers.local;

import io.mts1b.brokers.local.LocalVenue.Asker;
import io.mts1b.brokers.local.LocalVenue.Reply;
import io.mts1b.brokers.local.LocalVenue.Request;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One connection: requests one after the other, until it becomes a stream or ends. */
final class HttpConnection {

    private static final int LONGEST_LINE = 16 << 10;
    private static final int MOST_HEADERS = 100;
    private static final int LARGEST_BODY = 1 << 20;

    /** What RFC 6455 has both sides hash. */
    private static final String STREAM_ID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private final LocalServer server;
    private final Socket socket;
    private final InputStream in;

    HttpConnection(LocalServer server, Socket socket) throws IOException {
        this.server = server;
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    /** Serves until either side ends it. */
    void run() throws IOException {
        for (Optional<Request> next = read(); next.isPresent(); next = read()) {
            Request request = next.get();
            String key = request.headers().get("Sec-WebSocket-Key");
            if (key != null) {
                upgrade(request, key);
                return;
            }
            CompletableFuture<@Nullable Reply> reply = new CompletableFuture<>();
            server.onThread(() -> server.venue().request(request, asker(reply)));
            Reply said = reply.join();
            if (said == null) {
                return;
            }
            write(said);
        }
    }

    private static Asker asker(CompletableFuture<@Nullable Reply> reply) {
        return new Asker() {
            @Override
            public void hear(Reply said) {
                reply.complete(said);
            }

            @Override
            public void cut() {
                reply.complete(null);
            }
        };
    }

    private void write(Reply reply) throws IOException {
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder("HTTP/1.1 " + reply.status() + " Said\r\n");
        reply.headers()
                .forEach(header -> head.append(header.name())
                        .append(": ")
                        .append(header.value())
                        .append("\r\n"));
        // A reply that must not have a body has no length either.
        String length = reply.status() == 204 ? "" : "Content-Length: " + body.length + "\r\n";
        write(head + "Content-Type: " + reply.type() + "\r\n" + length + "\r\n" + reply.body());
    }

    private void write(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    private void upgrade(Request request, String key) throws IOException {
        StreamConnection stream = new StreamConnection(server, socket, in);
        if (server.call(() -> server.venue().opened(request.path(), stream))) {
            // What the venue has said already waits for the stream to run.
            write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                    + "Sec-WebSocket-Accept: " + accept(key) + "\r\n\r\n");
            stream.run();
        } else {
            write(new Reply(404, "text/plain", "there is no stream at " + request.path()));
        }
    }

    private static String accept(String key) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-1").digest((key + STREAM_ID).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must have SHA-1", e);
        }
    }

    private Optional<Request> read() throws IOException {
        String line = line();
        if (line == null) {
            return Optional.empty();
        }
        String[] words = line.split(" ", -1);
        if (words.length != 3 || !words[1].startsWith("/")) {
            throw new IOException("a request must begin with method, target and version");
        }
        SortedMap<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String header = present(line()); !header.isEmpty(); header = present(line())) {
            int colon = header.indexOf(':');
            if (colon < 1 || headers.size() >= MOST_HEADERS) {
                throw new IOException("headers must be at most " + MOST_HEADERS + " names with values");
            }
            headers.put(
                    header.substring(0, colon).strip(),
                    header.substring(colon + 1).strip());
        }
        return Optional.of(new Request(words[0], words[1], headers, body(headers)));
    }

    private String body(SortedMap<String, String> headers) throws IOException {
        String length = headers.getOrDefault("Content-Length", "0");
        if (headers.containsKey("Transfer-Encoding") || !length.matches("[0-9]{1,7}")) {
            throw new IOException("a body must come with its length");
        }
        int bytes = Integer.parseInt(length);
        if (bytes > LARGEST_BODY) {
            throw new IOException("a body must have at most " + LARGEST_BODY + " bytes");
        }
        byte[] body = in.readNBytes(bytes);
        if (body.length < bytes) {
            throw new EOFException("the body ends early");
        }
        return new String(body, StandardCharsets.UTF_8);
    }

    private static String present(@Nullable String line) throws IOException {
        if (line == null) {
            throw new EOFException("the request ends early");
        }
        return line;
    }

    /** Reads up to a line feed; null if there is nothing more. */
    private @Nullable String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                if (line.isEmpty()) {
                    return null;
                }
                throw new EOFException("a line ends early");
            }
            if (line.length() == LONGEST_LINE) {
                throw new IOException("a line must have at most " + LONGEST_LINE + " characters");
            }
            line.append((char) next);
        }
        return line.toString().stripTrailing();
    }
}
