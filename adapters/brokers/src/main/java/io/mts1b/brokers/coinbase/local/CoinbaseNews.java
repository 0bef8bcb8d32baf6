package io.mts1b.brokers.coinbase.local;

import io.mts1b.brokers.local.LocalFill;
import io.mts1b.brokers.local.LocalMarket;
import io.mts1b.brokers.local.LocalOrder;
import io.mts1b.brokers.local.LocalVenue.Peer;
import io.mts1b.brokers.wire.Fields;
import io.mts1b.platform.json.JsonException;
import io.mts1b.platform.json.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The stream: who is subscribed to what, and what happens to orders. */
final class CoinbaseNews implements LocalMarket.Listener {

    private static final int LONGEST = 1 << 16;
    private static final int BATCH = 50;
    private static final String USER = "user";
    private static final String HEARTBEATS = "heartbeats";

    private final LocalMarket market;
    private final CoinbaseWords words;
    private final Predicate<String> authorized;
    private final InstantSource clock;
    private final Map<Peer, Line> lines = new LinkedHashMap<>();
    private long beats;

    /** What one peer was told: all messages of a line are numbered together. */
    private static final class Line {

        private final Set<String> channels = new LinkedHashSet<>();
        private long sequence;
    }

    CoinbaseNews(LocalMarket market, CoinbaseWords words, Predicate<String> authorized, InstantSource clock) {
        this.market = market;
        this.words = words;
        this.authorized = authorized;
        this.clock = clock;
        market.tell(this);
    }

    void opened(Peer peer) {
        lines.put(peer, new Line());
    }

    void closed(Peer peer) {
        lines.remove(peer);
    }

    void heard(Peer peer, String message) {
        Line line = lines.get(peer);
        if (line == null) {
            return; // It has hung up.
        }
        String channel;
        try {
            JsonNode root = JsonNode.read(message.getBytes(StandardCharsets.UTF_8), LONGEST);
            channel = root.get("channel").text();
            if (!root.get("type").text().equals("subscribe")
                    || !List.of(USER, HEARTBEATS).contains(channel)) {
                refuse(peer, "unknown subscription");
                return;
            }
            if (!authorized.test(root.get("jwt").text())) {
                refuse(peer, "authentication failure");
                return;
            }
        } catch (JsonException e) {
            refuse(peer, "malformed message");
            return;
        }
        subscribe(peer, line, channel);
    }

    private static void refuse(Peer peer, String message) {
        peer.answer(new Fields().text("type", "error").text("message", message).toString());
    }

    private void subscribe(Peer peer, Line line, String channel) {
        line.channels.add(channel);
        Fields subscriptions = new Fields();
        line.channels.forEach(one -> subscriptions.array(one, List.of(Fields.quoted("local"))));
        send(peer, "subscriptions", List.of(new Fields().object("subscriptions", subscriptions)));
        if (channel.equals(USER)) {
            List<LocalOrder> open =
                    market.orders().stream().filter(LocalOrder::isWorking).toList();
            for (int from = 0; from == 0 || from < open.size(); from += BATCH) {
                send(peer, USER, List.of(event("snapshot", open.subList(from, Math.min(open.size(), from + BATCH)))));
            }
        }
    }

    private Fields event(String type, List<LocalOrder> orders) {
        return new Fields()
                .text("type", type)
                .array("orders", orders.stream().map(words::news).toList());
    }

    private void send(Peer peer, String channel, List<Fields> events) {
        Line line = lines.get(peer);
        if (line == null) {
            return; // It has hung up since it was told of the last.
        }
        peer.tell(new Fields()
                .text("channel", channel)
                .text("client_id", "")
                .text("timestamp", clock.instant())
                .plain("sequence_num", line.sequence++)
                .array("events", events)
                .toString());
    }

    private void tell(String channel, List<Fields> events) {
        List<Peer> peers = new ArrayList<>();
        lines.forEach((peer, line) -> {
            if (line.channels.contains(channel)) {
                peers.add(peer);
            }
        });
        peers.forEach(peer -> send(peer, channel, events));
    }

    void beat() {
        beats++;
        tell(
                HEARTBEATS,
                List.of(new Fields().text("current_time", clock.instant()).text("heartbeat_counter", beats)));
    }

    private void stands(LocalOrder order) {
        tell(USER, List.of(event("update", List.of(order))));
    }

    @Override
    public void working(LocalOrder order) {
        stands(order);
    }

    @Override
    public void traded(LocalFill fill) {
        stands(fill.order());
    }

    @Override
    public void amended(LocalOrder order) {
        stands(order);
    }

    @Override
    public void ended(LocalOrder order, String reason) {
        stands(order);
    }
}
