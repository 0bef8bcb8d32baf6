package io.mts1b.brokers.local;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;

/** One stream of messages, after RFC 6455: I. Fette and A. Melnikov, "The WebSocket Protocol", 2011. */
final class StreamConnection implements LocalVenue.Peer {

    private static final int CONTINUATION = 0;
    private static final int TEXT = 1;
    private static final int BYTES = 2;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;
    private static final int LAST = 0x80;
    private static final int MASKED = 0x80;
    private static final int SHORT = 126;
    private static final int LONG = 127;
    private static final int LARGEST = 1 << 20;

    private final LocalServer server;
    private final Socket socket;
    private final DataInputStream in;

    /** What waits to be written; a slow reader must not stop the venue. */
    private final BlockingQueue<Frame> out = new LinkedBlockingQueue<>();

    /** A frame; the closing one is the last. */
    @SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
    private record Frame(int opcode, byte[] payload) {}

    StreamConnection(LocalServer server, Socket socket, InputStream in) {
        this.server = server;
        this.socket = socket;
        this.in = new DataInputStream(in);
    }

    @Override
    public void answer(String message) {
        out.add(new Frame(server.venue().tellsBytes() ? BYTES : TEXT, message.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void tell(String message) {
        answer(message);
    }

    @Override
    public void close() {
        out.add(new Frame(CLOSE, new byte[] {0x03, (byte) 0xe9})); // 1001, going away.
    }

    /** Serves until either side ends it. */
    void run() throws IOException {
        Future<?> writer = server.inBackground(this::write);
        try {
            ByteArrayOutputStream message = new ByteArrayOutputStream();
            boolean open = true;
            while (open) {
                open = read(message);
            }
            close();
            writer.get(); // Who says goodbye is answered.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the writer failed", e);
        } finally {
            writer.cancel(true);
            server.onThread(() -> server.venue().closed(this));
        }
    }

    private boolean read(ByteArrayOutputStream message) throws IOException {
        int first = in.readUnsignedByte();
        int second = in.readUnsignedByte();
        int opcode = first & 15;
        if ((second & MASKED) == 0) {
            throw new IOException("a client must mask its frames");
        }
        byte[] payload = payload(second & 127);
        switch (opcode) {
            case TEXT, CONTINUATION -> {
                message.write(payload);
                if (message.size() > LARGEST) {
                    throw new IOException("a message must have at most " + LARGEST + " bytes");
                }
                if ((first & LAST) != 0) {
                    String text = message.toString(StandardCharsets.UTF_8);
                    message.reset();
                    server.onThread(() -> server.venue().heard(this, text));
                }
            }
            case PING -> out.add(new Frame(PONG, payload));
            case PONG -> {} // Nobody asked, which is allowed.
            case CLOSE -> {
                return false;
            }
            default -> throw new IOException("frames must be texts, was opcode " + opcode);
        }
        return true;
    }

    private byte[] payload(int shortLength) throws IOException {
        long length = switch (shortLength) {
            case SHORT -> in.readUnsignedShort();
            case LONG -> in.readLong();
            default -> shortLength;
        };
        if (length < 0 || length > LARGEST) {
            throw new IOException("a frame must have at most " + LARGEST + " bytes");
        }
        byte[] mask = in.readNBytes(4);
        byte[] payload = in.readNBytes((int) length);
        if (mask.length < 4 || payload.length < length) {
            throw new IOException("a frame ends early");
        }
        for (int i = 0; i < payload.length; i++) {
            payload[i] ^= mask[i & 3];
        }
        return payload;
    }

    private void write() {
        try (Socket closing = socket) {
            DataOutputStream to = new DataOutputStream(closing.getOutputStream());
            int written = TEXT;
            while (written != CLOSE) {
                Frame frame = out.take();
                to.write(bytes(frame));
                to.flush();
                written = frame.opcode();
            }
        } catch (IOException e) {
            out.clear(); // The other side is gone; the reader notices, too.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] bytes(Frame frame) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream to = new DataOutputStream(bytes);
        int length = frame.payload().length;
        to.writeByte(LAST | frame.opcode());
        if (length < SHORT) {
            to.writeByte(length);
        } else if (length < 1 << 16) {
            to.writeByte(SHORT);
            to.writeShort(length);
        } else {
            to.writeByte(LONG);
            to.writeLong(length);
        }
        to.write(frame.payload());
        return bytes.toByteArray();
    }
}
