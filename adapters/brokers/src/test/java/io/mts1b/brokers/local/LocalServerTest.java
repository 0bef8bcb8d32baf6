package io.mts1b.brokers.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The protocols below the protocol, byte for byte. */
class LocalServerTest {

    private static final String UPGRADE = String.join(
            "\r\n",
            "GET /echo HTTP/1.1",
            "Host: x",
            "Upgrade: websocket",
            "Connection: Upgrade",
            "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
            "",
            "");

    private final BlockingQueue<String> happened = new LinkedBlockingQueue<>();
    private final LocalServer server;

    LocalServerTest() throws IOException {
        server = LocalServer.start(0, _ -> new Echo());
    }

    /** Says what it was told. */
    private final class Echo implements LocalVenue {

        @Override
        public void request(Request request, Asker asker) {
            if (request.path().equals("/cut")) {
                asker.cut();
            } else {
                asker.hear(Reply.json(request.method() + " " + request.target() + " "
                        + request.headers().get("x-a") + " " + request.body()));
            }
        }

        @Override
        public Reply busy() {
            return Reply.json("busy");
        }

        @Override
        public boolean opened(String path, Peer peer) {
            if (path.equals("/echo")) {
                peer.tell("hello");
            }
            return path.equals("/echo");
        }

        @Override
        public void heard(Peer peer, String message) {
            if (message.equals("bye")) {
                peer.close();
            } else {
                peer.answer(message);
            }
        }

        @Override
        public void closed(Peer peer) {
            happened.add("closed");
        }
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), server.address("http").getPort());
        socket.setSoTimeout(30_000);
        return socket;
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String head(DataInputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.readUnsignedByte());
        }
        return head.toString();
    }

    private static String body(DataInputStream in) throws IOException {
        String head = head(in);
        int length = Integer.parseInt(head.replaceAll("(?s).*Content-Length: (\\d+).*", "$1"));
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    @Test
    void answers_requests_one_after_the_other_over_one_connection() throws IOException {
        talk();
    }

    private void talk() throws IOException {
        try (Socket socket = connect()) {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            write(socket, "POST /a?b=1 HTTP/1.1\r\nX-A: v\r\nContent-Length: 3\r\n\r\nabcGET /c HTTP/1.1\r\n\r\n");
            assertThat(body(in)).isEqualTo("POST /a?b=1 v abc");
            assertThat(body(in)).isEqualTo("GET /c null ");
            write(socket, "GET /cut HTTP/1.1\r\n\r\n");
            assertThat(in.read()).isEqualTo(-1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET\r\n\r\n",
                "GET elsewhere HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\r\nnothing\r\n\r\n",
                "POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
                "POST / HTTP/1.1\r\nContent-Length: 9999999\r\n\r\n",
                "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
            })
    void hangs_up_on_what_is_no_request_and_serves_the_next(String bad) throws IOException {
        try (Socket socket = connect()) {
            write(socket, bad);
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
        talk();
    }

    @Test
    void hangs_up_on_a_line_without_an_end() throws IOException {
        try (Socket socket = connect()) {
            byte[] endless = new byte[17 << 10];
            Arrays.fill(endless, (byte) 'a');
            socket.getOutputStream().write(endless);
            assertThat(isGone(socket)).isTrue();
        }
    }

    /** Either end of the stream, or a reset where something was not read. */
    private static boolean isGone(Socket socket) {
        try {
            return socket.getInputStream().read() < 0;
        } catch (IOException e) {
            return true;
        }
    }

    private static byte[] frame(int first, String text) {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        byte[] frame = new byte[6 + payload.length];
        frame[0] = (byte) first;
        frame[1] = (byte) (0x80 | payload.length);
        byte[] mask = {1, 2, 3, 4};
        System.arraycopy(mask, 0, frame, 2, 4);
        for (int i = 0; i < payload.length; i++) {
            frame[6 + i] = (byte) (payload[i] ^ mask[i & 3]);
        }
        return frame;
    }

    private static String read(DataInputStream in) throws IOException {
        int first = in.readUnsignedByte();
        int length = in.readUnsignedByte();
        int bytes = length == 126 ? in.readUnsignedShort() : length == 127 ? (int) in.readLong() : length;
        return (first & 15) + " " + new String(in.readNBytes(bytes), StandardCharsets.UTF_8);
    }

    @Test
    void speaks_as_the_specification_of_web_sockets_shows() throws Exception {
        try (Socket socket = connect()) {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            write(socket, UPGRADE);
            assertThat(head(in)).contains("101", "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
            assertThat(read(in)).isEqualTo("1 hello");
            out.write(frame(0x81, "Hello"));
            assertThat(read(in)).isEqualTo("1 Hello");
            out.write(frame(0x01, "in "));
            out.write(frame(0x89, "ping"));
            out.write(frame(0x80, "parts"));
            assertThat(read(in)).isEqualTo("10 ping");
            assertThat(read(in)).isEqualTo("1 in parts");
            out.write(frame(0x8a, ""));
            out.write(frame(0x81, "bye"));
            assertThat(read(in)).startsWith("8 ");
            assertThat(in.read()).isEqualTo(-1);
        }
        assertThat(happened.poll(30, TimeUnit.SECONDS)).isEqualTo("closed");
    }

    @Test
    void answers_a_goodbye_and_refuses_streams_that_are_not_there() throws Exception {
        try (Socket socket = connect()) {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            write(socket, UPGRADE);
            head(in);
            assertThat(read(in)).isEqualTo("1 hello");
            socket.getOutputStream().write(frame(0x88, ""));
            assertThat(read(in)).startsWith("8 ");
        }
        assertThat(happened.poll(30, TimeUnit.SECONDS)).isEqualTo("closed");
        try (Socket socket = connect()) {
            write(socket, UPGRADE.replace("/echo", "/none"));
            assertThat(head(new DataInputStream(socket.getInputStream()))).startsWith("HTTP/1.1 404");
        }
    }

    @Test
    void hangs_up_on_frames_that_are_not_masked_or_no_texts() throws Exception {
        for (byte[] bad : new byte[][] {
            {(byte) 0x81, 1, 'a'},
            frame(0x82, "bytes"),
            {(byte) 0x81, (byte) 0xff, 127, 0, 0, 0, 0, 0, 0, 0},
            {(byte) 0x81, (byte) 0xff, (byte) 0x80, 0, 0, 0, 0, 0, 0, 0}
        }) {
            try (Socket socket = connect()) {
                DataInputStream in = new DataInputStream(socket.getInputStream());
                write(socket, UPGRADE);
                head(in);
                assertThat(read(in)).isEqualTo("1 hello");
                socket.getOutputStream().write(bad);
                assertThat(isGone(socket)).isTrue();
            }
            assertThat(happened.poll(30, TimeUnit.SECONDS)).isEqualTo("closed");
        }
    }

    @Test
    void tells_long_messages_whole() throws Exception {
        try (LocalServer other = LocalServer.start(0, _ -> new Telling());
                Socket socket = new Socket(
                        InetAddress.getLoopbackAddress(), other.address("http").getPort())) {
            socket.setSoTimeout(30_000);
            DataInputStream in = new DataInputStream(socket.getInputStream());
            write(socket, UPGRADE);
            head(in);
            for (int length : new int[] {125, 126, 65_535, 65_536}) {
                assertThat(read(in)).hasSize(length + 2);
            }
        }
    }

    /** Tells messages of the lengths at which a frame is written otherwise. */
    private static final class Telling implements LocalVenue {

        @Override
        public void request(Request request, Asker asker) {
            asker.hear(busy());
        }

        @Override
        public Reply busy() {
            return Reply.json("{}");
        }

        @Override
        public boolean opened(String path, Peer peer) {
            for (int length : new int[] {125, 126, 65_535, 65_536}) {
                peer.tell("a".repeat(length));
            }
            return true;
        }

        @Override
        public void heard(Peer peer, String message) {
            peer.close();
        }

        @Override
        public void closed(Peer peer) {
            // Nobody is told.
        }
    }
}
