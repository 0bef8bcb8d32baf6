package io.mts1b.platform.http;

import java.io.IOException;
import java.net.ProtocolException;
import okhttp3.Interceptor;
import okhttp3.Response;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Sink;
import okio.Socket;
import okio.Source;

/**
 * Follows the frames of a WebSocket (RFC 6455, section 5.2) as they come in, and breaks the connection at the header of
 * the one that makes a message too long: OkHttp would gather a message of any length before it hands it over.
 * Confined to the thread that reads.
 */
final class MessageLimit extends ForwardingSource {

    private static final int LAST = 0x80;
    private static final int OPCODE = 0x0f;
    private static final int FIRST_CONTROL = 8;
    private static final int MASKED = 0x80;
    private static final int LENGTH = 0x7f;
    private static final int TWO_BYTES = 126;
    private static final int MASK_BYTES = 4;

    private final long limit;
    private final Buffer header = new Buffer();
    private long payloadLeft;
    private long message;

    private MessageLimit(Source source, long limit) {
        super(source);
        this.limit = limit;
    }

    /** Opens streams whose messages are no longer than a limit, and not packed: a packed one could be any length. */
    static Response intercept(Interceptor.Chain chain, long limit) throws IOException {
        Response response = chain.proceed(chain.request()
                .newBuilder()
                .removeHeader("Sec-WebSocket-Extensions")
                .build());
        Socket socket = response.socket();
        return socket == null
                ? response
                : response.newBuilder().socket(new LimitedSocket(socket, limit)).build();
    }

    /** A connection of which the incoming half is watched. */
    private record LimitedSocket(Socket socket, Source source) implements Socket {

        LimitedSocket(Socket socket, long limit) {
            this(socket, new MessageLimit(socket.getSource(), limit));
        }

        @Override
        public Source getSource() {
            return source;
        }

        @Override
        public Sink getSink() {
            return socket.getSink();
        }

        @Override
        public void cancel() {
            socket.cancel();
        }
    }

    @Override
    public long read(Buffer sink, long byteCount) throws IOException {
        Buffer fresh = new Buffer();
        long count = super.read(fresh, byteCount);
        if (count > 0) {
            follow(fresh.copy());
            sink.write(fresh, count);
        }
        return count;
    }

    private void follow(Buffer bytes) throws IOException {
        while (!bytes.exhausted()) {
            if (payloadLeft > 0) {
                long passed = Math.min(payloadLeft, bytes.size());
                bytes.skip(passed);
                payloadLeft -= passed;
            } else {
                header.writeByte(bytes.readByte());
                if (header.size() >= 2 && header.size() == headerSize()) {
                    frame();
                    header.clear();
                }
            }
        }
    }

    private int headerSize() {
        int length = header.getByte(1) & LENGTH;
        int extended = length < TWO_BYTES ? 0 : length == TWO_BYTES ? Short.BYTES : Long.BYTES;
        return 2 + extended + ((header.getByte(1) & MASKED) == 0 ? 0 : MASK_BYTES);
    }

    private void frame() throws IOException {
        int kind = header.readByte() & 0xff;
        int length = header.readByte() & LENGTH;
        payloadLeft =
                length < TWO_BYTES ? length : length == TWO_BYTES ? header.readShort() & 0xffff : header.readLong();
        if ((kind & OPCODE) >= FIRST_CONTROL) {
            return;
        }
        if (payloadLeft < 0 || payloadLeft > limit - message) {
            throw new ProtocolException("message must be at most " + limit + " bytes, was longer");
        }
        message = (kind & LAST) == 0 ? message + payloadLeft : 0;
    }
}
