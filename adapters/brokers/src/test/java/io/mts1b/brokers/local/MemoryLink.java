package io.mts1b.brokers.local;

import io.mts1b.brokers.wire.VenueLink;
import io.mts1b.platform.clock.VirtualTime;
import io.mts1b.platform.http.HttpRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The line of a broker to a local venue in virtual time, without sockets. */
public final class MemoryLink implements VenueLink {

    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final VirtualTime time;
    private final LocalVenue venue;
    private final String stream;
    private @Nullable User broker;
    private @Nullable End end;

    /** Makes a line that is down. */
    public MemoryLink(VirtualTime time, LocalVenue venue, String stream) {
        this.time = time;
        this.venue = venue;
        this.stream = stream;
    }

    /** Says whose line this is. */
    public void serve(User served) {
        broker = served;
    }

    private User broker() {
        return Objects.requireNonNull(broker, "serve a broker first");
    }

    /** Our end of one connection; nothing is heard over one that is gone. */
    private final class End implements LocalVenue.Peer {

        private void hear(String message) {
            if (end == this) {
                broker().heard(message);
            }
        }

        @Override
        public void answer(String message) {
            hear(message);
        }

        @Override
        public void tell(String message) {
            hear(message);
        }

        @Override
        public void close() {
            time.after(Duration.ofMillis(1), () -> lost(this, "closed by the venue"));
        }
    }

    private void lost(End gone, String reason) {
        if (end == gone) {
            end = null;
            time.after(AGAIN, this::open);
            broker().lost(reason);
        }
    }

    @Override
    public void open() {
        if (end == null) {
            End opened = new End();
            end = opened;
            venue.opened(stream, opened);
            time.after(Duration.ofMillis(1), () -> {
                if (end == opened) {
                    broker().opened();
                }
            });
        }
    }

    @Override
    public void reset() {
        disconnect();
    }

    /** Breaks the line. */
    public void disconnect() {
        End gone = end;
        if (gone != null) {
            venue.closed(gone);
            lost(gone, "given up");
        }
    }

    @Override
    public boolean send(String frame) {
        End open = end;
        if (open != null) {
            time.after(Duration.ofMillis(1), () -> venue.heard(open, frame));
        }
        return open != null;
    }

    @Override
    public void post(HttpRequest request, Consumer<Reply> told) {
        SortedMap<String, String> headers = new TreeMap<>();
        request.headers().forEach(header -> headers.put(header.name(), header.value()));
        headers.put("Host", request.uri().getAuthority());
        LocalVenue.Request asked = new LocalVenue.Request(
                request.method().name(),
                target(request.uri()),
                headers,
                new String(request.body(), StandardCharsets.UTF_8));
        time.after(
                Duration.ofMillis(1),
                () -> venue.request(asked, new LocalVenue.Asker() {
                    @Override
                    public void hear(LocalVenue.Reply reply) {
                        told.accept(new Reply.Answered(
                                reply.status(), reply.headers(), reply.body().getBytes(StandardCharsets.UTF_8)));
                    }

                    @Override
                    public void cut() {
                        told.accept(new Reply.Failed("unexpected end of stream"));
                    }
                }));
    }

    private static String target(URI uri) {
        return uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
    }

    @Override
    public void after(Duration delay, Runnable action) {
        time.after(delay, action);
    }
}
