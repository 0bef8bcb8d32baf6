package io.mts1b.brokers.fix;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A counterparty of FIX 4.4 that says what a test wants it to say, right or wrong. */
final class RawCounterparty implements AutoCloseable {

    private static final char SOH = 1;
    private static final int PATIENCE_MILLIS = 15_000;

    private final ServerSocket server;
    private @Nullable Socket socket;
    private @Nullable InputStream in;
    private int number;

    RawCounterparty() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        server.setSoTimeout(PATIENCE_MILLIS);
    }

    int port() {
        return server.getLocalPort();
    }

    /** Takes a call, and logs on. */
    void accept() throws IOException {
        Socket accepted = server.accept();
        accepted.setSoTimeout(PATIENCE_MILLIS);
        socket = accepted;
        in = new BufferedInputStream(accepted.getInputStream());
        hear("A");
        say("35=A", "98=0 108=30");
    }

    /** Says something under the next number, or under one it names itself. */
    void say(String type, String fields) throws IOException {
        number++;
        String text = "8=FIX.4.4 " + type + " 34=" + number + " 49=VENUE 52=<TIME> 56=HOUSE " + fields;
        Objects.requireNonNull(socket)
                .getOutputStream()
                .write(Script.bytes(text.replace(' ', SOH) + SOH, Instant.now()));
    }

    /** Hears the next message, which must be of a type. */
    String hear(String type) throws IOException {
        StringBuilder text = new StringBuilder();
        InputStream from = Objects.requireNonNull(in);
        while (text.length() < 8 || !text.substring(text.length() - 8).matches(SOH + "10=\\d\\d\\d" + SOH)) {
            int next = from.read();
            if (next < 0) {
                throw new IOException("the connection ended after " + text);
            }
            text.append((char) next);
        }
        String message = text.toString().replace(SOH, '|');
        if (!message.contains("|35=" + type + "|")) {
            throw new IOException("a message of type " + type + " must come, was " + message);
        }
        return new String(message.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1);
    }

    /** Reads one field of a message that was heard. */
    static String field(String message, int tag) {
        int from = message.indexOf("|" + tag + "=") + 2 + Integer.toString(tag).length();
        return message.substring(from, message.indexOf('|', from));
    }

    void hangUp() throws IOException {
        Objects.requireNonNull(socket).close();
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
        }
        server.close();
    }
}
