package io.mts1b.brokers.coinbase.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.brokers.coinbase.CoinbaseBroker;
import io.mts1b.brokers.local.LocalServer;
import io.mts1b.brokers.local.LocalVenue;
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
 * when no request is unanswered and as many messages were heard as were told.
 */
final class Traffic implements VenueLink, VenueLink.User {

    private final BlockingQueue<String> changes = new LinkedBlockingQueue<>();
    private @Nullable VenueNetwork<Traffic> network;
    private @Nullable CoinbaseBroker broker;
    private int unanswered;
    private int heard;
    private boolean isOpen;

    /** What the venue told over its last stream; of the venue's thread. */
    private int told;

    /** Says between what it stands. */
    void serve(VenueNetwork<Traffic> over, CoinbaseBroker served) {
        network = over;
        broker = served;
        over.serve(this);
    }

    private VenueNetwork<Traffic> network() {
        return Objects.requireNonNull(network, "serve a broker first");
    }

    private CoinbaseBroker broker() {
        return Objects.requireNonNull(broker, "serve a broker first");
    }

    void run(Consumer<CoinbaseBroker> call) {
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
        int before = server.call(() -> told);
        CompletableFuture<Boolean> quiet = new CompletableFuture<>();
        network().run(_ -> quiet.complete(unanswered == 0 && (!isOpen || heard == before)));
        return quiet.join() && server.call(() -> told) == before;
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
        public LocalVenue.Reply busy() {
            return venue.busy();
        }

        @Override
        public boolean opened(String path, Peer peer) {
            told = 0;
            Peer counting = new Counting(peer, () -> told++);
            peers.put(peer, counting);
            return venue.opened(path, counting);
        }

        @Override
        public void heard(Peer peer, String message) {
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
        return network().send(frame);
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
