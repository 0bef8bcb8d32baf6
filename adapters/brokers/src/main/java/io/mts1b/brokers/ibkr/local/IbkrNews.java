package io.mts1b.brokers.ibkr.local;

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

/** The stream: who has named a session, who is subscribed to what, and what happens to orders. */
final class IbkrNews implements LocalMarket.Listener {

    private static final int LONGEST = 1 << 16;
    private static final String ORDERS = "sor";
    private static final String TRADES = "str";

    private final LocalMarket market;
    private final IbkrWords words;
    private final IbkrGate gate;
    private final InstantSource clock;
    private final Map<Peer, Line> lines = new LinkedHashMap<>();

    /** What one peer has asked for, and which orders it was told of. */
    private static final class Line {

        private final Set<String> topics = new LinkedHashSet<>();
        private final Set<Long> told = new LinkedHashSet<>();
        private boolean signed;
    }

    IbkrNews(LocalMarket market, IbkrWords words, IbkrGate gate, InstantSource clock) {
        this.market = market;
        this.words = words;
        this.gate = gate;
        this.clock = clock;
        market.tell(this);
    }

    void opened(Peer peer) {
        lines.put(peer, new Line());
        peer.answer(new Fields().text("message", "waiting for session").toString());
    }

    void closed(Peer peer) {
        lines.remove(peer);
    }

    void heard(Peer peer, String message) {
        Line line = lines.get(peer);
        if (line == null) {
            return; // It has hung up.
        }
        if (message.startsWith("{")) {
            name(peer, line, message);
        } else if (message.equals("tic")) {
            peer.answer(new Fields()
                    .text("topic", "tic")
                    .plain("alive", true)
                    .plain("lastAccessed", clock.instant().toEpochMilli())
                    .toString());
        } else if (!line.signed) {
            peer.answer(new Fields().text("error", "not authenticated").toString());
        } else if (message.equals("sor+{}")) {
            line.topics.add(ORDERS);
            List<Fields> rows = market.orders().stream()
                    .filter(LocalOrder::isWorking)
                    .map(order -> row(line, order))
                    .toList();
            if (!rows.isEmpty()) {
                tell(peer, ORDERS, rows);
            }
        } else if (message.startsWith("str+{")) {
            line.topics.add(TRADES);
        } else {
            peer.answer(new Fields()
                    .text("topic", "error")
                    .text("args", "unknown topic")
                    .toString());
        }
    }

    private void name(Peer peer, Line line, String message) {
        String session;
        try {
            session = JsonNode.read(message.getBytes(StandardCharsets.UTF_8), LONGEST)
                    .get("session")
                    .text();
        } catch (JsonException e) {
            session = "";
        }
        if (session.isEmpty() || !session.equals(gate.session())) {
            peer.answer(new Fields().text("error", "not authenticated").toString());
            return;
        }
        line.signed = true;
        status(peer);
        peer.answer(new Fields()
                .text("topic", "system")
                .text("success", "local")
                .plain("isPaper", gate.paper())
                .toString());
    }

    private void status(Peer peer) {
        peer.tell(new Fields()
                .text("topic", "sts")
                .object(
                        "args",
                        new Fields()
                                .plain("authenticated", gate.isIn())
                                .plain("competing", gate.competing())
                                .text("message", "")
                                .text("fail", ""))
                .toString());
    }

    /** Tells who listens where the session stands now. */
    void status() {
        List.copyOf(lines.keySet()).forEach(this::status);
    }

    /** Tells who listens that the gateway is alive. */
    void beat() {
        String beat = new Fields()
                .text("topic", "system")
                .plain("hb", clock.instant().toEpochMilli())
                .toString();
        List.copyOf(lines.keySet()).forEach(peer -> peer.tell(beat));
    }

    private Fields row(Line line, LocalOrder order) {
        return line.told.add(order.number()) ? words.row(order) : words.change(order);
    }

    private static void tell(Peer peer, String topic, List<Fields> rows) {
        peer.tell(new Fields().text("topic", topic).array("args", rows).toString());
    }

    private List<Peer> listeners(String topic) {
        List<Peer> peers = new ArrayList<>();
        lines.forEach((peer, line) -> {
            if (gate.isIn() && line.topics.contains(topic)) {
                peers.add(peer);
            }
        });
        return peers;
    }

    private void stands(LocalOrder order) {
        for (Peer peer : listeners(ORDERS)) {
            Line line = lines.get(peer);
            if (line != null) {
                tell(peer, ORDERS, List.of(row(line, order)));
            }
        }
    }

    @Override
    public void working(LocalOrder order) {
        stands(order);
    }

    @Override
    public void traded(LocalFill fill) {
        listeners(TRADES).forEach(peer -> tell(peer, TRADES, List.of(words.row(fill))));
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
