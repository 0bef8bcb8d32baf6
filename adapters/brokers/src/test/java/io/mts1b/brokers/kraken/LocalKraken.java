package io.mts1b.brokers.kraken;

import io.mts1b.brokers.wire.VenueLink;
import io.mts1b.platform.clock.VirtualTime;
import io.mts1b.platform.http.Header;
import io.mts1b.platform.http.HttpRequest;
import io.mts1b.platform.json.JsonException;
import io.mts1b.platform.json.JsonNode;
import io.mts1b.platform.security.Secret;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A venue that speaks Kraken's protocol in virtual time, looks at signatures and nonces, and lies if it is told to. */
final class LocalKraken implements VenueLink {

    static final String KEY = "local-key";
    static final Secret SECRET = Secret.of("bG9jYWwgc2VjcmV0IGZvciBhIGxvY2FsIHZlbnVl");
    private static final String TOKEN = "local-token";
    private static final Duration WAY = Duration.ofMillis(10);

    /** One order as the venue sees it. */
    static final class Resting {
        final String id;
        final String name;
        final String side;
        final String type;
        BigDecimal quantity;
        BigDecimal price;
        BigDecimal filled = BigDecimal.ZERO;
        String status = "open";

        Resting(String id, JsonNode params) {
            this.id = id;
            this.name = params.get("cl_ord_id").text();
            this.side = params.get("side").text();
            this.type = params.get("order_type").text();
            this.quantity = params.get("order_qty").decimal().toBigDecimal();
            this.price = params.find("limit_price")
                    .map(one -> one.decimal().toBigDecimal())
                    .orElse(BigDecimal.ZERO);
        }
    }

    final VirtualTime time;
    final Map<String, Resting> orders = new LinkedHashMap<>();
    final List<String> fills = new ArrayList<>();
    final List<String> frames = new ArrayList<>();
    List<String> permissions = List.of("query-funds", "query-open-trades", "modify-trades", "close-trades");
    int pageSize = 50;
    int connections;
    int questions;
    boolean dropsNews;
    boolean doublesNews;
    boolean dropsAnswers;
    boolean refusesConnections;
    int status = 200;

    @Nullable String commandError;

    @Nullable String restError;

    /** How a subscription is refused; empty if it is not answered at all. */
    @Nullable String subscriptionError;

    private @Nullable KrakenBroker broker;
    private long lastNonce;
    private long sequence;
    private long line;
    private boolean isOpen;

    LocalKraken(VirtualTime time) {
        this.time = time;
    }

    void serve(KrakenBroker served) {
        broker = served;
    }

    private KrakenBroker broker() {
        return Objects.requireNonNull(broker, "serve a broker first");
    }

    @Override
    public void open() {
        time.after(WAY, () -> {
            if (refusesConnections) {
                time.after(Duration.ofSeconds(1), this::open);
                return;
            }
            isOpen = true;
            line++;
            connections++;
            sequence = 0;
            broker().opened();
        });
    }

    @Override
    public void reset() {
        disconnect();
    }

    void disconnect() {
        if (isOpen) {
            isOpen = false;
            line++;
            time.after(WAY, () -> broker().lost("closed"));
            time.after(Duration.ofSeconds(1), this::open);
        }
    }

    @Override
    public void after(Duration delay, Runnable action) {
        time.after(delay, action);
    }

    @Override
    public boolean send(String frame) {
        if (!isOpen) {
            return false;
        }
        frames.add(frame);
        long over = line;
        time.after(WAY, () -> {
            if (over == line) {
                take(JsonNode.read(frame.getBytes(StandardCharsets.UTF_8), 1 << 20));
            }
        });
        return true;
    }

    private void take(JsonNode message) {
        String method = message.get("method").text();
        JsonNode params = message.get("params");
        long request = message.get("req_id").whole();
        if (!params.get("token").text().equals(TOKEN)) {
            answer(method, request, "ESession:Invalid session", "");
        } else if (method.equals("subscribe") && subscriptionError != null) {
            if (!subscriptionError.isEmpty()) {
                answer(method, request, subscriptionError, "");
            }
        } else if (method.equals("subscribe")) {
            answer(method, request, null, "\"channel\":\"executions\"");
            tell("snapshot", working().stream().map(one -> row(one, "new", "")).collect(Collectors.joining(",")));
        } else if (commandError != null) {
            answer(method, request, commandError, "");
        } else {
            switch (method) {
                case "add_order" -> add(params, request);
                case "cancel_order" -> cancel(params, request);
                case "amend_order" -> amend(params, request);
                default -> throw new AssertionError(method);
            }
        }
    }

    private void add(JsonNode params, long request) {
        String name = params.get("cl_ord_id").text();
        if (orders.values().stream().anyMatch(one -> one.name.equals(name))) {
            answer("add_order", request, "EOrder:Duplicate cl_ord_id", "");
            return;
        }
        Resting order = new Resting("O" + (orders.size() + 1) + "-LOCAL", params);
        orders.put(order.id, order);
        answer("add_order", request, null, "\"order_id\":\"" + order.id + "\",\"cl_ord_id\":\"" + name + "\"");
        update(order, "pending_new", "");
        update(order, "new", "");
    }

    private Optional<Resting> named(JsonNode params) {
        Optional<String> id = params.find("order_id").map(LocalKraken::first);
        Optional<String> name = params.find("cl_ord_id").map(LocalKraken::first);
        return working().stream()
                .filter(one -> id.isPresent() ? one.id.equals(id.get()) : one.name.equals(name.orElseThrow()))
                .findFirst();
    }

    private static String first(JsonNode node) {
        try {
            return node.elements().getFirst().text();
        } catch (JsonException e) {
            return node.text();
        }
    }

    private void cancel(JsonNode params, long request) {
        Optional<Resting> order = named(params);
        if (order.isEmpty()) {
            answer("cancel_order", request, "EOrder:Unknown order", "");
            return;
        }
        order.get().status = "canceled";
        answer("cancel_order", request, null, "\"order_id\":\"" + order.get().id + "\"");
        update(order.get(), "canceled", ",\"reason\":\"User requested\"");
    }

    private void amend(JsonNode params, long request) {
        Optional<Resting> order = named(params);
        if (order.isEmpty()) {
            answer("amend_order", request, "EOrder:Unknown order", "");
            return;
        }
        order.get().quantity = params.get("order_qty").decimal().toBigDecimal();
        order.get().price = params.get("limit_price").decimal().toBigDecimal();
        answer("amend_order", request, null, "\"amend_id\":\"A1\",\"order_id\":\"" + order.get().id + "\"");
        update(order.get(), "amended", ",\"order_qty\":" + order.get().quantity);
    }

    /** Lets an order trade. */
    void trade(String id, String quantity) {
        Resting order = Objects.requireNonNull(orders.get(id), id);
        order.filled = order.filled.add(new BigDecimal(quantity));
        String fill = "F" + (fills.size() + 1) + "-LOCAL";
        long millis = time.instant().toEpochMilli();
        fills.add("\"" + fill + "\":{\"ordertxid\":\"" + id + "\",\"pair\":\"XXBTZUSD\",\"time\":"
                + BigDecimal.valueOf(millis, 3) + ",\"type\":\"" + order.side + "\",\"price\":\"" + order.price
                + "\",\"fee\":\"0.10\",\"vol\":\"" + quantity + "\",\"maker\":true}");
        update(
                order,
                "trade",
                ",\"exec_id\":\"" + fill + "\",\"symbol\":\"BTC/USD\",\"side\":\"" + order.side + "\",\"last_qty\":"
                        + quantity
                        + ",\"last_price\":" + order.price
                        + ",\"liquidity_ind\":\"m\",\"fees\":[{\"asset\":\"USD\",\"qty\":0.10}]");
        if (order.filled.compareTo(order.quantity) == 0) {
            order.status = "closed";
            update(order, "filled", "");
        }
    }

    private List<Resting> working() {
        return orders.values().stream().filter(one -> one.status.equals("open")).toList();
    }

    /** Only the first event of an order says our name. */
    private String row(Resting order, String event, String more) {
        String ours = event.equals("pending_new") ? ",\"cl_ord_id\":\"" + order.name + "\"" : "";
        return "{\"order_id\":\"" + order.id + "\"" + ours + ",\"exec_type\":\"" + event + "\",\"cum_qty\":"
                + order.filled + ",\"timestamp\":\"" + time.instant() + "\"" + more + "}";
    }

    private void update(Resting order, String event, String more) {
        tell("update", row(order, event, more));
    }

    private void tell(String type, String rows) {
        String frame = "{\"channel\":\"executions\",\"type\":\"" + type + "\",\"data\":[" + rows + "],\"sequence\":"
                + ++sequence + "}";
        if (!dropsNews) {
            deliver(frame);
            if (doublesNews) {
                deliver(frame);
            }
        }
    }

    private void answer(String method, long request, @Nullable String error, String result) {
        if (!dropsAnswers || method.equals("subscribe")) {
            deliver("{\"method\":\"" + method + "\",\"req_id\":" + request
                    + (error == null
                            ? ",\"success\":true,\"result\":{" + result + "}"
                            : ",\"success\":false,\"error\":\"" + error + "\"")
                    + ",\"time_out\":\"" + time.instant() + "\"}");
        }
    }

    void deliver(String frame) {
        long over = line;
        time.after(WAY, () -> {
            if (over == line) {
                broker().heard(frame);
            }
        });
    }

    @Override
    public void post(HttpRequest request, Consumer<Reply> told) {
        questions++;
        time.after(WAY, () -> {
            String body = new String(request.body(), StandardCharsets.UTF_8);
            String path = request.uri().getPath();
            Map<String, String> form = new LinkedHashMap<>();
            for (String pair : body.split("&", -1)) {
                form.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
            }
            String answer = "{\"error\":[\"" + refusal(request, path, body, form) + "\"]}";
            if (answer.contains("[\"\"]")) {
                answer = "{\"error\":[],\"result\":" + result(path, form) + "}";
            }
            Reply reply = new Reply.Answered(status, List.of(), answer.getBytes(StandardCharsets.UTF_8));
            time.after(WAY, () -> told.accept(reply));
        });
    }

    private String refusal(HttpRequest request, String path, String body, Map<String, String> form) {
        Map<String, String> headers = request.headers().stream().collect(Collectors.toMap(Header::name, Header::value));
        String nonce = Objects.requireNonNull(form.get("nonce"));
        if (!KEY.equals(headers.get("API-Key"))) {
            return "EAPI:Invalid key";
        }
        if (!new KrakenSigner(SECRET).sign(path, nonce, body).equals(headers.get("API-Sign"))) {
            return "EAPI:Invalid signature";
        }
        if (Long.parseLong(nonce) <= lastNonce) {
            return "EAPI:Invalid nonce";
        }
        lastNonce = Long.parseLong(nonce);
        return restError == null ? "" : restError;
    }

    private String result(String path, Map<String, String> form) {
        return switch (path) {
            case "/0/private/GetApiKeyInfo" ->
                "{\"api_key_name\":\"bot\",\"permissions\":[\"" + String.join("\",\"", permissions) + "\"]}";
            case "/0/private/GetWebSocketsToken" -> "{\"token\":\"" + TOKEN + "\",\"expires\":900}";
            case "/0/private/Balance" -> "{\"ZUSD\":\"100.50\",\"XXBT\":\"2\"}";
            case "/0/private/OpenOrders" -> "{\"open\":{" + listed(true, form) + "}}";
            case "/0/private/ClosedOrders" -> "{\"closed\":{" + listed(false, form) + "},\"count\":1}";
            case "/0/private/QueryOrders" -> "{" + listed(orders.get(form.getOrDefault("txid", ""))) + "}";
            case "/0/private/TradesHistory" -> page(Integer.parseInt(form.getOrDefault("ofs", "0")));
            default -> throw new AssertionError(path);
        };
    }

    private String page(int from) {
        int to = Math.min(fills.size(), from + pageSize);
        return "{\"trades\":{" + String.join(",", fills.subList(Math.min(from, to), to)) + "},\"count\":" + fills.size()
                + "}";
    }

    private String listed(boolean open, Map<String, String> form) {
        String name = form.get("cl_ord_id");
        return orders.values().stream()
                .filter(one -> one.status.equals("open") == open && (name == null || one.name.equals(name)))
                .map(LocalKraken::listed)
                .collect(Collectors.joining(","));
    }

    private static String listed(@Nullable Resting order) {
        return order == null
                ? ""
                : "\"" + order.id + "\":{\"cl_ord_id\":\"" + order.name + "\",\"status\":\"" + order.status
                        + "\",\"descr\":{\"pair\":\"XBTUSD\",\"type\":\"" + order.side + "\",\"ordertype\":\""
                        + order.type
                        + "\",\"price\":\"" + order.price + "\",\"price2\":\"0\"},\"vol\":\"" + order.quantity
                        + "\",\"vol_exec\":\"" + order.filled + "\",\"price\":\"" + order.price + "\"}";
    }
}
