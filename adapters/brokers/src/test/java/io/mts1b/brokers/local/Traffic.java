package io.mts1b.brokers.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.brokers.wire.VenueLink;
import io.mts1b.brokers.wire.VenueNetwork;
import io.mts1b.platform.http.HttpRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Counts what is under way between a broker and its venue, over requests and a stream that may overtake each other: nothing is,
 * when no request is unanswered and as many messages were heard as were told, in both directions.
 *
 * @param <B> the broker
 */
final class Traffic<B extends VenueLink.User> implements VenueLink, VenueLink.User {

    private final BlockingQueue<String> changes = new LinkedBlockingQueue<>();
    private @Nullable VenueNetwork<Traffic<B>> network;
    private @Nullable B broker;
    private int unanswered;
    private int sent;
    private int heard;
    private boolean isOpen;

    /** What the venue told and heard over its last stream; of the venue's thread. */
    private Streamed streamed = new Streamed(0, 0);

    private record Streamed(int told, int heard) {}

    /** Says between what it stands. */
    void serve(VenueNetwork<Traffic<B>> over, B served) {
        network = over;
        broker = served;
        over.serve(this);
    }

    private VenueNetwork<Traffic<B>> network() {
        return Objects.requireNonNull(network, "serve a broker first");
    }

    private B broker() {
        return Objects.requireNonNull(broker, "serve a broker first");
    }

    void run(Consumer<B> call) {
        network().run(_ -> call.accept(broker()));
    }

    /** Counts what a venue tells. */
    LocalVenue counted(LocalVenue venue) {
        return new Counted(venue);
    }

    /** Waits until nothing is under way. */
    void await(LocalServer server) {
        while (!isQuiet(server)) {
            try {
                assertThat(changes.poll(30, TimeUnit.SECONDS))
                        .as("something under way arrives within 30 s")
                        .isNotNull();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    private boolean isQuiet(LocalServer server) {
        Streamed before = server.call(() -> streamed);
        CompletableFuture<Boolean> quiet = new CompletableFuture<>();
        network()
                .run(_ -> quiet.complete(
                        unanswered == 0 && (!isOpen || (heard == before.told() && sent == before.heard()))));
        return quiet.join() && server.call(() -> streamed).equals(before);
    }

    private record Counting(LocalVenue.Peer peer, Runnable tells) implements LocalVenue.Peer {

        @Override
        public void answer(String message) {
            tells.run();
            peer.answer(message);
        }

        @Override
        public void tell(String message) {
            tells.run();
            peer.tell(message);
        }

        @Override
        public void close() {
            peer.close();
        }
    }

    private final class Counted implements LocalVenue {

        private final LocalVenue venue;
        private final Map<Peer, Peer> peers = new LinkedHashMap<>();

        private Counted(LocalVenue venue) {
            this.venue = venue;
        }

        @Override
        public void request(Request request, Asker asker) {
            venue.request(request, asker);
        }

        @Override
        public boolean tellsBytes() {
            return venue.tellsBytes();
        }

        @Override
        public LocalVenue.Reply busy() {
            return venue.busy();
        }

        @Override
        public boolean opened(String path, Peer peer) {
            streamed = new Streamed(0, 0);
            Peer counting = new Counting(peer, () -> streamed = new Streamed(streamed.told() + 1, streamed.heard()));
            peers.put(peer, counting);
            return venue.opened(path, counting);
        }

        @Override
        public void heard(Peer peer, String message) {
            streamed = new Streamed(streamed.told(), streamed.heard() + 1);
            changes.add("received");
            venue.heard(Objects.requireNonNull(peers.get(peer), "opened"), message);
        }

        @Override
        public void closed(Peer peer) {
            venue.closed(Objects.requireNonNull(peers.remove(peer), "opened"));
        }
    }

    @Override
    public void opened() {
        isOpen = true;
        heard = 0;
        sent = 0;
        broker().opened();
    }

    @Override
    public void lost(String reason) {
        isOpen = false;
        broker().lost(reason);
        changes.add("lost");
    }

    @Override
    public void heard(String frame) {
        heard++;
        broker().heard(frame);
        changes.add("heard");
    }

    @Override
    public void open() {
        network().open();
    }

    @Override
    public void reset() {
        network().reset();
    }

    @Override
    public boolean send(String frame) {
        boolean taken = network().send(frame);
        sent += taken ? 1 : 0;
        return taken;
    }

    @Override
    public void post(HttpRequest request, Consumer<VenueLink.Reply> answered) {
        unanswered++;
        network().post(request, reply -> {
            answered.accept(reply);
            unanswered--;
            changes.add("answered");
        });
    }

    @Override
    public void after(Duration delay, Runnable action) {
        network().after(delay, action);
    }
}
