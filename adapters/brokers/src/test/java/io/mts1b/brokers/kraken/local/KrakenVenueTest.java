package io.mts1b.brokers.kraken.local;

import static io.mts1b.brokers.kraken.local.KrakenSpot.KEY;
import static io.mts1b.brokers.kraken.local.KrakenSpot.SECRET;
import static io.mts1b.brokers.local.Processes.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.brokers.kraken.KrakenSigner;
import io.mts1b.brokers.kraken.KrakenSymbols;
import io.mts1b.brokers.local.LocalMarket;
import io.mts1b.brokers.local.LocalVenue;
import io.mts1b.brokers.local.LocalVenue.Asker;
import io.mts1b.brokers.local.LocalVenue.Reply;
import io.mts1b.brokers.local.LocalVenue.Request;
import io.mts1b.platform.clock.ManualClock;
import io.mts1b.platform.json.JsonNode;
import io.mts1b.platform.ratelimit.LocalRateLimiter;
import io.mts1b.platform.ratelimit.RateLimit;
import io.mts1b.platform.security.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the local Kraken refuses, and in which words. */
class KrakenVenueTest {

    private final ManualClock clock = new ManualClock(START);
    private final LocalMarket market = new KrakenSpot().market(clock, new SplittableRandom(1));
    private final Peer peer = new Peer();
    private KrakenVenue venue = venue(KrakenVenue.Account.TRADES, Duration.ofDays(1));
    private long nonce = 100;

    private static final class Peer implements LocalVenue.Peer {

        private final List<String> heard = new ArrayList<>();
        private boolean closed;

        @Override
        public void answer(String message) {
            heard.add(message);
        }

        @Override
        public void tell(String message) {
            heard.add(message);
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private KrakenVenue venue(List<String> permissions, Duration remembers) {
        return new KrakenVenue(
                market,
                new KrakenVenue.Account(
                        KEY,
                        SECRET,
                        "bot",
                        permissions,
                        new LocalRateLimiter(List.of(new RateLimit(15, Duration.ofSeconds(45))), clock),
                        remembers),
                KrakenSymbols.house(),
                clock);
    }

    private String get(String target) {
        return said(new Request("GET", target, new TreeMap<>(), ""));
    }

    private String said(Request request) {
        List<Reply> replies = new ArrayList<>();
        venue.request(request, Asker.of(replies::add));
        assertThat(replies).hasSize(1);
        return replies.getFirst().body();
    }

    private String post(String method, String key, Secret secret, long number, String more) {
        String path = "/0/private/" + method;
        String body = "nonce=" + number + more;
        String signature = new KrakenSigner(secret).sign(path, Long.toString(number), body);
        return said(new Request("POST", path, new TreeMap<>(Map.of("API-Key", key, "API-Sign", signature)), body));
    }

    private String post(String method, String more) {
        return post(method, KEY, SECRET, ++nonce, more);
    }

    private JsonNode send(String method, String params) {
        peer.heard.clear();
        venue.heard(peer, "{\"method\":\"" + method + "\",\"params\":{" + params + "},\"req_id\":7}");
        return JsonNode.read(peer.heard.getFirst().getBytes(StandardCharsets.UTF_8), 1 << 20);
    }

    private String token() {
        String said = post("GetWebSocketsToken", "");
        JsonNode root = JsonNode.read(said.getBytes(StandardCharsets.UTF_8), 1 << 20);
        return "\"token\":\"" + root.get("result").get("token").text() + "\"";
    }

    @Test
    void looks_at_the_key_then_the_signature_then_the_nonce() {
        Secret wrong = Secret.of("d3Jvbmc=");
        assertThat(post("Balance", "other", wrong, 1, "")).contains("EAPI:Invalid key");
        assertThat(post("Balance", KEY, wrong, 1, "")).contains("EAPI:Invalid signature");
        assertThat(post("Balance", KEY, SECRET, 5, "")).contains("\"error\":[]");
        assertThat(post("Balance", KEY, SECRET, 5, "")).contains("EAPI:Invalid nonce");
        assertThat(post("Balance", KEY, SECRET, 4, "")).contains("EAPI:Invalid nonce");
        assertThat(post("Balance", KEY, SECRET, 6, "")).contains("\"error\":[]");
        String unsigned =
                said(new Request("POST", "/0/private/Balance", new TreeMap<>(Map.of("API-Key", KEY)), "nonce=7"));
        assertThat(unsigned).contains("EAPI:Invalid signature");
        assertThat(said(new Request("POST", "/0/private/Balance", new TreeMap<>(Map.of("API-Key", KEY)), "x")))
                .contains("EGeneral:Invalid arguments");
    }

    @Test
    void refuses_what_the_key_may_not_do() {
        venue = venue(List.of("query-open-trades"), Duration.ofDays(1));
        assertThat(post("Balance", "")).contains("EGeneral:Permission denied");
        assertThat(post("OpenOrders", "")).contains("\"open\":{}");
        assertThat(post("GetApiKeyInfo", "")).contains("\"permissions\":[\"query-open-trades\"]");
        assertThat(post("AddOrder", "")).contains("EGeneral:Unknown method");
    }

    @Test
    void counts_requests_and_forgets_them() {
        for (int i = 0; i < 15; i++) {
            assertThat(post("Balance", "")).contains("\"error\":[]");
        }
        assertThat(post("Balance", "")).contains("EAPI:Rate limit exceeded");
        clock.advance(Duration.ofSeconds(90));
        assertThat(post("Balance", "")).contains("\"error\":[]");
    }

    @Test
    void shows_what_is_public_to_everybody() {
        assertThat(get("/0/public/Time")).isEqualTo("{\"error\":[],\"result\":{\"unixtime\":1715002200}}");
        assertThat(get("/0/public/SystemStatus")).contains("\"status\":\"online\"");
        String pair = KrakenSymbols.house().restName(KrakenSpot.PAIR);
        assertThat(get("/0/public/Depth?pair=" + pair)).contains("\"" + pair + "\":{\"asks\":[[\"100.01\",");
        assertThat(get("/0/public/Depth?pair=NONE")).contains("\"error\":[\"E");
        assertThat(get("/0/public/None")).contains("EGeneral:Unknown method");
        assertThat(get("/elsewhere")).contains("EGeneral:Unknown method");
    }

    @Test
    void a_token_opens_a_stream_for_a_quarter_of_an_hour_and_an_open_one_goes_on() {
        assertThat(venue.opened("/v1", peer)).isFalse();
        assertThat(venue.opened(KrakenVenue.STREAM, peer)).isTrue();
        String subscription = "\"channel\":\"executions\",";
        assertThat(send("subscribe", subscription + "\"token\":\"guessed\"")
                        .get("error")
                        .text())
                .isEqualTo("ESession:Invalid session");
        String old = token();
        clock.advance(Duration.ofMinutes(16));
        assertThat(send("subscribe", subscription + old).get("error").text()).isEqualTo("ESession:Invalid session");
        String token = token();
        assertThat(send("subscribe", subscription + token).get("success").flag())
                .isTrue();
        assertThat(peer.heard.getLast()).contains("\"type\":\"snapshot\",\"data\":[],\"sequence\":1");
        clock.advance(Duration.ofMinutes(16));
        assertThat(send("cancel_order", "\"order_id\":[\"O1\"]," + token)
                        .get("error")
                        .text())
                .isEqualTo("EOrder:Unknown order");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "order_type":"limit","side":"buy","order_qty":1,"limit_price":50 | true
                    "order_type":"limit","side":"buy","order_qty":1,"limit_price":50.001 | EOrder:Tick size check failed
                    "order_type":"limit","side":"buy","order_qty":1,"limit_price":-1 | EOrder:Tick size check failed
                    "order_type":"limit","side":"buy","order_qty":0.5,"limit_price":50 | EGeneral:Invalid arguments:order_qty
                    "order_type":"limit","side":"buy","order_qty":0,"limit_price":50 | EGeneral:Invalid arguments:order_qty
                    "order_type":"limit","side":"sell","order_qty":1,"limit_price":50 | EOrder:Insufficient funds
                    "order_type":"limit","side":"buy","order_qty":100000000,"limit_price":50 | EOrder:Insufficient funds
                    "order_type":"iceberg","side":"buy","order_qty":1,"limit_price":50 | EGeneral:Invalid arguments:params.order_type must be market, limit, stop-loss or stop-loss-limit here, was text 'iceberg'
                    "order_type":"limit","side":"both","order_qty":1,"limit_price":50 | EGeneral:Invalid arguments:params.side must be buy or sell, was text 'both'
                    "order_type":"limit","side":"buy","order_qty":1 | EGeneral:Invalid arguments:params.limit_price is required
                    "order_type":"limit","side":"buy","order_qty":1,"limit_price":50,"deadline":"2024-05-06T13:29:59Z" | EService:Deadline elapsed
                    """)
    void takes_an_order_or_says_why_not(String params, String expected) {
        String token = token();
        JsonNode answer = send("add_order", "\"symbol\":\"BTC/USD\"," + params + "," + token);
        assertThat(answer.get("req_id").whole()).isEqualTo(7);
        if (expected.equals("true")) {
            assertThat(answer.get("success").flag()).isTrue();
            assertThat(market.orders()).hasSize(1);
        } else {
            assertThat(answer.get("error").text()).isEqualTo(expected);
            assertThat(market.orders()).isEmpty();
        }
    }

    @Test
    void an_amendment_below_what_has_traded_takes_the_rest_off_the_book() {
        String token = token();
        send("subscribe", "\"channel\":\"executions\"," + token);
        JsonNode answer = send(
                "add_order",
                "\"symbol\":\"BTC/USD\",\"order_type\":\"limit\",\"side\":\"buy\",\"order_qty\":1000,\"limit_price\":100.02,"
                        + token);
        String id = answer.get("result").get("order_id").text();
        assertThat(market.orders().getFirst().filled().isZero()).isFalse();
        JsonNode amended = send("amend_order", "\"order_id\":\"" + id + "\",\"order_qty\":1," + token);
        assertThat(amended.get("success").flag()).isTrue();
        assertThat(peer.heard.getLast()).contains("\"exec_type\":\"canceled\"", "\"reason\":\"User requested\"");
        assertThat(send("amend_order", "\"order_id\":\"" + id + "\",\"order_qty\":9," + token)
                        .get("error")
                        .text())
                .isEqualTo("EOrder:Unknown order");
    }

    @Test
    void fills_older_than_it_remembers_are_counted_and_not_told() {
        venue = venue(KrakenVenue.Account.TRADES, Duration.ofHours(1));
        String order = "\"symbol\":\"BTC/USD\",\"order_type\":\"market\",\"side\":\"buy\",\"order_qty\":1,";
        send("add_order", order + token());
        clock.advance(Duration.ofHours(2));
        send("add_order", order + token());
        assertThat(post("TradesHistory", ""))
                .contains("\"count\":2", "T00000-00002-LOCAL0")
                .doesNotContain("T00000-00001-LOCAL0");
        assertThat(post("TradesHistory", "&start=" + (START.getEpochSecond() + 60)))
                .contains("\"count\":1");
    }

    @Test
    void answers_a_ping_and_refuses_what_is_no_command() {
        peer.heard.clear();
        venue.heard(peer, "{\"method\":\"ping\",\"req_id\":3}");
        assertThat(peer.heard.getFirst()).startsWith("{\"method\":\"pong\",\"req_id\":3");
        for (String bad : List.of("", "{", "[]", "{\"method\":7}", "{\"method\":\"add_order\"}", "\u0000")) {
            peer.heard.clear();
            venue.heard(peer, bad);
            assertThat(peer.heard).singleElement().asString().contains("\"success\":false");
        }
        assertThat(send("batch_add", token()).get("error").text()).isEqualTo("EGeneral:Unknown method");
        assertThat(send("subscribe", "\"channel\":\"balances\"," + token())
                        .get("error")
                        .text())
                .isEqualTo("EGeneral:Invalid arguments:channel");
        assertThat(peer.closed).isFalse();
    }
}
