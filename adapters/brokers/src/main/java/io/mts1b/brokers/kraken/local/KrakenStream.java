package io.mts1b.brokers.kraken.local;

import io.mts1b.brokers.kraken.KrakenSymbols;
import io.mts1b.brokers.local.LocalFill;
import io.mts1b.brokers.local.LocalMarket;
import io.mts1b.brokers.local.LocalOrder;
import io.mts1b.brokers.local.LocalVenue.Peer;
import io.mts1b.brokers.local.RefusedException;
import io.mts1b.brokers.wire.Fields;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.TimeInForce;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.platform.json.JsonException;
import io.mts1b.platform.json.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Kraken's private stream, WebSocket API v2: commands, and what happens to orders. */
final class KrakenStream implements LocalMarket.Listener {

    private static final int LONGEST = 1 << 20;
    private static final Duration TOKEN_LIFE = Duration.ofMinutes(15);

    private final LocalMarket market;
    private final KrakenSymbols symbols;
    private final InstantSource clock;
    private final ExecutionRows rows;
    private final Map<String, Instant> tokens = new LinkedHashMap<>();

    /** Who is subscribed, and how many messages each was told. */
    private final Map<Peer, Long> sequences = new LinkedHashMap<>();

    KrakenStream(LocalMarket market, KrakenWords words, KrakenSymbols symbols, InstantSource clock) {
        this.market = market;
        this.symbols = symbols;
        this.clock = clock;
        this.rows = new ExecutionRows(words, clock);
        market.tell(this);
    }

    String token() {
        String token = "local-token-" + (tokens.size() + 1);
        tokens.put(token, clock.instant());
        return token;
    }

    void closed(Peer peer) {
        sequences.remove(peer);
    }

    /** A command as it came. */
    private record Command(Peer peer, String method, String request, JsonNode params) {}

    void heard(Peer peer, String message) {
        JsonNode root;
        String method;
        String request;
        try {
            root = JsonNode.read(message.getBytes(StandardCharsets.UTF_8), LONGEST);
            method = root.get("method").text();
            request = root.find("req_id").map(id -> Long.toString(id.whole())).orElse("");
        } catch (JsonException e) {
            peer.answer(new Fields()
                    .text("error", "Malformed request")
                    .plain("success", false)
                    .toString());
            return;
        }
        if (method.equals("ping")) {
            peer.answer(
                    envelope("pong", request).text("time_out", clock.instant()).toString());
            return;
        }
        try {
            obey(new Command(peer, method, request, root.get("params")));
        } catch (RefusedException e) {
            refuse(peer, method, request, said(e));
        } catch (JsonException | IllegalArgumentException e) {
            refuse(peer, method, request, "EGeneral:Invalid arguments:" + e.getMessage());
        }
    }

    private static String said(RefusedException e) {
        return switch (e.reason()) {
            case INSTRUMENT -> "EQuery:Unknown asset pair";
            case PRICE -> "EOrder:Tick size check failed";
            case QUANTITY -> "EGeneral:Invalid arguments:order_qty";
            case NAME -> "EOrder:Duplicate cl_ord_id";
            case FUNDS -> "EOrder:Insufficient funds";
        };
    }

    private void obey(Command command) {
        Instant issued = tokens.get(command.params().get("token").text());
        boolean fresh = issued != null && !clock.instant().isAfter(issued.plus(TOKEN_LIFE));
        // A stream that was opened by a token in time goes on with it.
        if (issued == null || !(fresh || sequences.containsKey(command.peer()))) {
            refuse(command.peer(), command.method(), command.request(), "ESession:Invalid session");
            return;
        }
        if (isLate(command.params())) {
            refuse(command.peer(), command.method(), command.request(), "EService:Deadline elapsed");
            return;
        }
        switch (command.method()) {
            case "subscribe" -> subscribe(command);
            case "add_order" -> add(command);
            case "amend_order" -> amend(command);
            case "cancel_order" -> cancel(command);
            default -> refuse(command.peer(), command.method(), command.request(), "EGeneral:Unknown method");
        }
    }

    private boolean isLate(JsonNode params) {
        return params.find("deadline")
                .map(text -> text.text(Instant::parse))
                .filter(deadline -> deadline.isBefore(clock.instant()))
                .isPresent();
    }

    private static Fields envelope(String method, String request) {
        Fields fields = new Fields().text("method", method);
        return request.isEmpty() ? fields : fields.plain("req_id", request);
    }

    private void answer(Command command, Fields result) {
        command.peer()
                .answer(envelope(command.method(), command.request())
                        .plain("success", true)
                        .object("result", result)
                        .text("time_in", clock.instant())
                        .text("time_out", clock.instant())
                        .toString());
    }

    private void refuse(Peer peer, String method, String request, String error) {
        peer.answer(envelope(method, request)
                .plain("success", false)
                .text("error", error)
                .text("time_in", clock.instant())
                .text("time_out", clock.instant())
                .toString());
    }

    private void subscribe(Command command) {
        String channel = command.params().get("channel").text();
        if (!channel.equals("executions")) {
            refuse(command.peer(), command.method(), command.request(), "EGeneral:Invalid arguments:channel");
            return;
        }
        answer(command, new Fields().text("channel", channel).plain("snapshot", true));
        sequences.put(command.peer(), 0L);
        List<Fields> open = market.orders().stream()
                .filter(LocalOrder::isWorking)
                .map(rows::snapshot)
                .toList();
        send(command.peer(), "snapshot", open);
    }

    private void send(Peer peer, String type, List<Fields> data) {
        long sequence = sequences.merge(peer, 1L, Long::sum);
        peer.tell(new Fields()
                .text("channel", "executions")
                .text("type", type)
                .array("data", data)
                .plain("sequence", sequence)
                .toString());
    }

    /** Whoever hears of it may hang up, and is subscribed no more. */
    private void tell(Fields row) {
        for (Peer peer : List.copyOf(sequences.keySet())) {
            if (sequences.containsKey(peer)) {
                send(peer, "update", List.of(row));
            }
        }
    }

    private void add(Command command) {
        JsonNode params = command.params();
        InstrumentId instrument = params.get("symbol").text(symbols::ofStream);
        JsonNode side = params.get("side");
        boolean buys = side.text().equals("buy");
        if (!buys && !side.text().equals("sell")) {
            throw side.refuse("must be buy or sell");
        }
        LocalOrder order = market.admit(new LocalOrder.Ticket(
                params.find("cl_ord_id").map(JsonNode::text).orElse(""),
                instrument,
                buys,
                new Quantity(params.get("order_qty").decimal()),
                type(params),
                time(params)));
        Fields result = new Fields().text("order_id", KrakenWords.order(order));
        if (!order.ticket().name().isEmpty()) {
            result.text("cl_ord_id", order.ticket().name());
        }
        answer(command, result);
        tell(rows.pending(order));
        market.work(order);
    }

    private static OrderType type(JsonNode params) {
        JsonNode word = params.get("order_type");
        Optional<JsonNode> trigger = params.find("triggers").map(triggers -> triggers.get("price"));
        return switch (word.text()) {
            case "market" -> new OrderType.Market();
            case "limit" -> new OrderType.Limit(price(params.get("limit_price")));
            case "stop-loss" -> new OrderType.Stop(price(trigger.orElseThrow(() -> word.refuse("must have triggers"))));
            case "stop-loss-limit" ->
                new OrderType.StopLimit(
                        price(trigger.orElseThrow(() -> word.refuse("must have triggers"))),
                        price(params.get("limit_price")));
            default -> throw word.refuse("must be market, limit, stop-loss or stop-loss-limit here");
        };
    }

    private static Price price(JsonNode number) {
        return new Price(number.decimal());
    }

    private static TimeInForce time(JsonNode params) {
        Optional<JsonNode> word = params.find("time_in_force");
        return switch (word.map(JsonNode::text).orElse("gtc")) {
            case "gtc" -> TimeInForce.GTC;
            case "ioc" -> TimeInForce.IOC;
            case "fok" -> TimeInForce.FOK;
            default -> throw word.orElseThrow().refuse("must be gtc, ioc or fok here");
        };
    }

    private Optional<LocalOrder> named(Optional<String> id, Optional<String> name) {
        return id.isPresent()
                ? KrakenWords.number(id.get()).flatMap(market::order).filter(LocalOrder::isWorking)
                : name.flatMap(market::working);
    }

    private void amend(Command command) {
        JsonNode params = command.params();
        Optional<LocalOrder> found = named(
                params.find("order_id").map(JsonNode::text),
                params.find("cl_ord_id").map(JsonNode::text));
        if (found.isEmpty()) {
            refuse(command.peer(), command.method(), command.request(), "EOrder:Unknown order");
            return;
        }
        LocalOrder order = found.get();
        Optional<Price> limit = params.find("limit_price").map(KrakenStream::price);
        Optional<Price> stop = params.find("trigger_price").map(KrakenStream::price);
        OrderType type = switch (order.type()) {
            case OrderType.Market market -> market;
            case OrderType.Limit was -> new OrderType.Limit(limit.orElse(was.limit()));
            case OrderType.MarketableLimit was -> new OrderType.MarketableLimit(limit.orElse(was.limit()));
            case OrderType.Stop was -> new OrderType.Stop(stop.orElse(was.stop()));
            case OrderType.StopLimit was -> new OrderType.StopLimit(stop.orElse(was.stop()), limit.orElse(was.limit()));
        };
        Quantity quantity = params.find("order_qty")
                .map(number -> new Quantity(number.decimal()))
                .orElse(order.quantity());
        market.check(order, quantity, type);
        answer(
                command,
                new Fields()
                        .text("amend_id", "A" + KrakenWords.order(order).substring(1))
                        .text("order_id", KrakenWords.order(order)));
        market.amend(order, quantity, type);
    }

    /** Each order of the command has an answer of its own. */
    private void cancel(Command command) {
        JsonNode params = command.params();
        List<String> ids = texts(params.find("order_id"));
        List<String> names = texts(params.find("cl_ord_id"));
        if (ids.isEmpty() == names.isEmpty()) {
            throw params.refuse("must name orders by order_id or by cl_ord_id");
        }
        for (String one : ids.isEmpty() ? names : ids) {
            Optional<LocalOrder> order = ids.isEmpty()
                    ? named(Optional.empty(), Optional.of(one))
                    : named(Optional.of(one), Optional.empty());
            if (order.isEmpty()) {
                refuse(command.peer(), command.method(), command.request(), "EOrder:Unknown order");
            } else {
                answer(command, new Fields().text("order_id", KrakenWords.order(order.get())));
                market.cancel(order.get());
            }
        }
    }

    private static List<String> texts(Optional<JsonNode> array) {
        return array.map(one -> one.elements().stream().map(JsonNode::text).toList())
                .orElse(List.of());
    }

    @Override
    public void working(LocalOrder order) {
        tell(rows.event(order, "new"));
    }

    @Override
    public void traded(LocalFill fill) {
        tell(rows.trade(fill));
        if (!fill.order().isWorking()) {
            tell(rows.event(fill.order(), "filled"));
        }
    }

    @Override
    public void amended(LocalOrder order) {
        tell(rows.amended(order));
    }

    @Override
    public void ended(LocalOrder order, String reason) {
        tell(rows.event(order, "canceled").text("reason", reason));
    }
}
