package io.mts1b.oms.api;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** HTTP as bytes on a socket, so that a test sees what is there and sends what no client would. */
public final class RawHttp {

    /** What came back. */
    public record Response(int status, SortedMap<String, String> headers, String body) {}

    /** Three minutes: what a service does after a kill waits for venues to answer, and for what they do not answer. */
    private static final int MOST_HEARTBEATS = 18;

    private final URI address;
    private final String token;

    public RawHttp(URI address, String token) {
        this.address = address;
        this.token = token;
    }

    RawHttp as(String other) {
        return new RawHttp(address, other);
    }

    public Response get(String path) throws IOException {
        return send("GET " + path, "", "");
    }

    public Response post(String path, String key, String json) throws IOException {
        return send("POST " + path, "Idempotency-Key: " + key + "\r\nContent-Type: application/json\r\n", json);
    }

    public Response patch(String path, String json) throws IOException {
        return send("PATCH " + path, "Content-Type: application/json\r\n", json);
    }

    public Response delete(String path) throws IOException {
        return send("DELETE " + path, "", "");
    }

    /** Sends a request, whose line lacks the version, and reads the answer to the end of the connection. */
    public Response send(String line, String headers, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            write(
                    socket,
                    line,
                    headers + "Connection: close\r\n"
                            + (bytes.length == 0 ? "" : "Content-Length: " + bytes.length + "\r\n"));
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            return read(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private void write(Socket socket, String line, String headers) throws IOException {
        String authorization = token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n";
        String head = line + " HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\n" + authorization + headers + "\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
    }

    private static Response read(String text) {
        int end = text.indexOf("\r\n\r\n");
        List<String> lines = text.substring(0, end).lines().toList();
        SortedMap<String, String> headers = new TreeMap<>();
        for (String line : lines.subList(1, lines.size())) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        int space = lines.getFirst().indexOf(' ') + 1;
        return new Response(
                Integer.parseInt(lines.getFirst().substring(space, space + 3)), headers, text.substring(end + 4));
    }

    /** Opens a stream of events, and reads past its headers. */
    public Events follow(String path) throws IOException {
        Socket socket = new Socket(address.getHost(), address.getPort());
        write(socket, "GET " + path, "");
        Events events = new Events(
                socket, new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)));
        String line = events.reader.readLine();
        if (!line.contains(" 200 ")) {
            throw new IOException(line);
        }
        while (!line.isEmpty()) {
            line = events.reader.readLine();
        }
        return events;
    }

    /** A stream of events that is open. */
    public record Events(Socket socket, BufferedReader reader) implements AutoCloseable {

        /**
         * Waits for the next event of a kind, and returns its data; empty if the stream ended first.
         *
         * @throws IOException if the other side only shows, again and again, that it is there
         */
        public String next(String name) throws IOException {
            int heartbeats = 0;
            String line = reader.readLine();
            while (line != null) {
                heartbeats += line.equals(":") ? 1 : 0;
                if (heartbeats == MOST_HEARTBEATS) {
                    throw new IOException("no event " + name + " came within " + heartbeats + " heartbeats");
                }
                if (line.equals("event: " + name)) {
                    return reader.readLine().substring("data: ".length());
                }
                line = reader.readLine();
            }
            return "";
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
