package io.mts1b.oms.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.foundation.funds.FundConfig;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.symbology.AssetClass;
import io.mts1b.oms.Desk;
import io.mts1b.oms.OmsEvent;
import io.mts1b.oms.api.RawHttp.Response;
import io.mts1b.platform.security.Secret;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpRefusalsTest {

    private static final Pattern ID = Pattern.compile("\"order_id\":\"(api-[0-9a-f]+)\"");

    @TempDir
    private Path folder;

    private Served served;

    @BeforeEach
    void start() throws IOException {
        served = Served.start(folder);
    }

    @AfterEach
    void stop() {
        served.close();
    }

    private static String id(Response response) {
        Matcher matcher = ID.matcher(response.body());
        assertThat(matcher.find()).as(response.body()).isTrue();
        return matcher.group(1);
    }

    @Test
    void takes_nothing_when_it_is_ending() throws IOException {
        served.writer.close();
        Response ending = served.trader().post("/v1/orders", "k", Served.wish(5, ""));
        assertRefused(ending, 503, "the service is ending");
        assertThat(ending.headers()).containsEntry("retry-after", "1");
    }

    @Test
    void asks_who_it_is_and_what_they_may() throws IOException {
        String id = id(served.trader().post("/v1/orders", "k", Served.wish(1, "")));
        RawHttp viewer = served.trader().as(Served.VIEWER);
        RawHttp stranger = served.trader().as(Served.STRANGER);

        for (String token : List.of("", "nonsense", Served.TRADER + "x", Served.TRADER.substring(1))) {
            Response unknown = served.trader().as(token).get("/v1/orders/" + id);
            assertThat(unknown.status()).isEqualTo(401);
            assertThat(unknown.headers()).containsEntry("www-authenticate", "Bearer");
            assertThat(unknown.body()).contains("\"code\":\"unauthenticated\"").doesNotContain("nonsense");
        }
        assertThat(viewer.get("/v1/orders/" + id).status()).isEqualTo(200);
        assertThat(viewer.get("/v1/funds/alpha/orders").status()).isEqualTo(200);
        for (Response refused : List.of(
                viewer.post("/v1/orders", "k", Served.wish(1, "")),
                viewer.delete("/v1/orders/" + id),
                viewer.patch("/v1/orders/" + id, "{\"quantity\":\"2\",\"type\":{\"type\":\"market\"}}"),
                viewer.post("/v1/funds/alpha/halts", "k", "{\"reason\":\"why not\"}"),
                stranger.get("/v1/funds/alpha/orders"),
                stranger.get("/v1/funds/alpha/fills"),
                stranger.get("/v1/funds/alpha/account"),
                stranger.get("/v1/funds/alpha/stream"))) {
            assertThat(refused.status()).as(refused.body()).isEqualTo(403);
            assertThat(refused.body()).contains("must have the permission", "for fund alpha");
        }
        // Who may not see an order does not learn that there is one.
        assertThat(stranger.get("/v1/orders/" + id).body())
                .isEqualTo(stranger.get("/v1/orders/none")
                        .body()
                        .replace("none", id)
                        .replace("is " + id, "is none"));
        assertThat(stranger.delete("/v1/orders/" + id).status()).isEqualTo(404);
        assertThat(served.venue.asked).containsExactly("submit " + id);
    }

    @Test
    void an_order_of_another_fund_is_linked_to_no_more_than_one_that_there_is_not() throws IOException {
        FundId beta = new FundId("beta");
        Order theirs = Desk.order("theirs", Side.BUY, 1).fund(beta).build();
        served.writer
                .ask(oms -> {
                    oms.accept(new OmsEvent.FundOpened(
                            FundConfig.builder()
                                    .fund(beta)
                                    .name("Beta")
                                    .targetNav(Money.parse("1000000 USD"))
                                    .broker(Served.NOTES)
                                    .addAssetClasses(AssetClass.EQUITIES)
                                    .addStrategies(theirs.strategy())
                                    .createdAt(Desk.NOW)
                                    .build(),
                            Money.parse("1000000 USD")));
                    oms.submit(List.of(theirs));
                    return true;
                })
                .join();
        for (String link : List.of(
                "\"type\":\"cancels_with\"",
                "\"type\":\"triggered_by\"",
                "\"type\":\"bracket_exit\",\"exit\":\"stop_loss\"")) {
            Response refused = served.trader()
                    .post("/v1/orders", "k", Served.wish(1, ",\"links\":[{%s,\"other\":\"theirs\"}]".formatted(link)));
            Response none = served.trader()
                    .post("/v1/orders", "k", Served.wish(1, ",\"links\":[{%s,\"other\":\"none\"}]".formatted(link)));
            assertRefused(refused, 422, "order theirs must have been received before");
            assertThat(refused.body()).isEqualTo(none.body().replace("order none", "order theirs"));
        }
        assertThat(served.orders()).isEqualTo(1);
        assertThat(served.venue.asked).isEmpty();
    }

    @Test
    void says_what_is_wrong_where_and_what_was_expected() throws IOException {
        String json = "Content-Type: application/json\r\nIdempotency-Key: k\r\n";
        List<Map.Entry<String, String>> bad = List.of(
                Map.entry("", "document"),
                Map.entry("[]", "document must be an object, was an array"),
                Map.entry(Served.wish(0, ""), "quantity must be positive, was 0"),
                Map.entry(Served.wish(1, ",\"typ\":1"), "typ"),
                Map.entry(Served.wish(1, ",\"fund\":\"beta\""), "fund"),
                Map.entry(Served.wish(1, "").replace("buy", "hold"), "side must be one of"),
                Map.entry(Served.wish(1, "").replace("\"1\"", "1e400"), "quantity must be text"),
                Map.entry(Served.wish(1, "").replace("\"1\"", "\"NaN\""), "quantity is refused"),
                Map.entry(Served.wish(1, "").replace("\"limit\":\"100.5\"", "\"limit\":null"), "limit"),
                Map.entry(Served.wish(1, "").replace("\"type\":\"limit\"", "\"type\":\"guess\""), "type"),
                Map.entry(Served.wish(1, ",\"links\":[null]"), "links[0]"),
                Map.entry("{\"a\":".repeat(70), "a is not known, must be one of [fund, strategy,"),
                Map.entry("\u0000", "document"));
        SoftAssertions all = new SoftAssertions();
        for (Map.Entry<String, String> one : bad) {
            Response response = served.trader().send("POST /v1/orders", json, one.getKey());
            all.assertThat(response.status()).as(one.getKey()).isEqualTo(400);
            all.assertThat(response.body()).as(one.getKey()).contains("\"code\":\"malformed\"", one.getValue());
        }
        all.assertAll();
        assertThat(served.venue.asked).isEmpty();
        assertThat(served.orders()).isZero();
    }

    @Test
    void refuses_what_does_not_belong_in_a_request() throws IOException {
        RawHttp http = served.trader();
        String wish = Served.wish(1, "");
        String json = "Content-Type: application/json\r\n";
        assertRefused(http.send("POST /v1/orders", json, wish), 400, "header Idempotency-Key must be given");
        assertRefused(http.post("/v1/orders", "x".repeat(65), wish), 400, "key must be 1 to 64");
        assertRefused(http.post("/v1/orders", "a b", wish), 400, "key must");
        assertRefused(http.post("/v1/orders?fast=1", "k", wish), 400, "parameter must be none, was fast");
        assertRefused(http.send("POST /v1/orders", "Idempotency-Key: k\r\n", wish), 415, "was none");
        assertRefused(
                http.send("POST /v1/orders", "Idempotency-Key: k\r\nContent-Type: text/plain\r\n", wish),
                415,
                "application/json, was text/plain");
        assertRefused(
                http.post("/v1/orders", "k", Served.wish(1, ",\"thesis\":\"" + "x".repeat(70_000) + "\"")),
                413,
                "body must be at most 65536 bytes");
        assertRefused(http.get("/v1/funds/alpha/orders?limit=0"), 400, "limit must be 1 to 1000, was 0");
        assertRefused(http.get("/v1/funds/alpha/orders?limit=99999999999"), 400, "limit must be 1 to 1000");
        assertRefused(http.get("/v1/funds/alpha/orders?limit=ten"), 400, "limit must be a whole number, was ten");
        assertRefused(
                http.get("/v1/funds/alpha/orders?open=yes"), 400, "parameter must be one of [after, limit], was open");
        assertRefused(http.get("/v1/funds/alpha/fills?after=1&after=2"), 400, "after must be given once");
        assertRefused(http.get("/v1/funds/a%20b/orders"), 400, "fundId must be");
        assertRefused(http.get("/v1/funds/nowhere/orders"), 404, "fund nowhere must be open");
        assertRefused(http.post("/v1/orders", "k", wish.replace("alpha", "nowhere")), 404, "fund nowhere");
        assertRefused(http.post("/v1/orders", "k", wish.replace("AAPL.XNAS", "AAPL")), 400, "instrument");
        assertRefused(
                http.post("/v1/orders", "k", Served.wish(1, ",\"broker\":\"other\"")), 422, "broker other must be");
        assertRefused(
                http.post(
                        "/v1/orders",
                        "k",
                        Served.wish(1, ",\"links\":[{\"type\":\"triggered_by\",\"other\":\"none\"}]")),
                422,
                "order none must have been received before");
        assertRefused(http.get("/v1/orders/none"), 404, "order none must have been taken");
        assertRefused(http.get("/v2/orders"), 404, "there is /v1/orders");
        assertRefused(http.send("PUT /v1/orders/none", json, "{}"), 405, "there is no PUT");
        assertThat(served.venue.asked).isEmpty();
    }

    private static void assertRefused(Response response, int status, String message) {
        assertThat(response.status()).as(response.body()).isEqualTo(status);
        assertThat(response.body())
                .startsWith("{\"type\":\"refused\",\"code\":\"")
                .contains(message);
    }

    @Test
    void sheds_what_is_too_much_and_does_nothing_of_it() throws Exception {
        served.close();
        served = Served.start(folder.resolve("small"), 2, 3);
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch held = new CountDownLatch(1);
        CompletableFuture<Boolean> holding = served.writer.ask(_ -> {
            held.countDown();
            try {
                release.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return true;
        });
        held.await();
        // Two wait before the writer, the next is refused by its queue.
        CompletableFuture<Integer> first = served.writer.ask(_ -> 1);
        CompletableFuture<Integer> second = served.writer.ask(_ -> 2);

        Response busy = served.trader().post("/v1/orders", "k", Served.wish(1, ""));
        assertRefused(busy, 503, "2 commands wait already");
        assertThat(busy.headers()).containsEntry("retry-after", "1");
        assertThat(busy.body()).contains("\"code\":\"busy\"");
        release.countDown();
        assertThat(List.of(holding.join(), first.join(), second.join())).containsExactly(true, 1, 2);
        assertThat(served.orders()).isZero();
        assertThat(served.trader().post("/v1/orders", "k", Served.wish(1, "")).status())
                .isEqualTo(201);
    }

    @Test
    void refuses_more_requests_at_once_than_it_has_room_for() throws Exception {
        served.close();
        served = Served.start(folder.resolve("narrow"), 10, 1);
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch held = new CountDownLatch(1);
        served.writer
                .ask(_ -> {
                    held.countDown();
                    try {
                        release.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    return true;
                })
                .exceptionally(e -> {
                    throw new AssertionError(e);
                });
        held.await();
        RawHttp http = served.trader();
        List<CompletableFuture<Response>> two = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            String key = "k-" + i;
            two.add(CompletableFuture.supplyAsync(
                    () -> {
                        try {
                            return http.post("/v1/orders", key, Served.wish(1, ""));
                        } catch (IOException e) {
                            throw new AssertionError(e);
                        }
                    },
                    task -> Thread.startVirtualThread(task)));
        }
        // One of them has the only place; the other is answered while that one waits.
        Object refused =
                CompletableFuture.anyOf(two.toArray(CompletableFuture[]::new)).join();
        assertRefused((Response) refused, 503, "too many requests at once");
        release.countDown();
        assertThat(two.stream().map(one -> one.join().status()).sorted().toList())
                .containsExactly(201, 503);
    }

    @Test
    void settings_are_safe_unless_told_otherwise() {
        Secret secret = Secret.of(Served.TRADER);
        assertThatThrownBy(() -> new ApiSettings("0.0.0.0", 1, false, 1, 1, Map.of()))
                .hasMessageStartingWith("host must be 127.0.0.1, ::1 or localhost unless plain_beyond_loopback");
        assertThatThrownBy(() -> new ApiSettings.Client(Secret.of("short"), Map.of()))
                .hasMessage("token must have at least 32 characters");
        assertThatThrownBy(() -> new ApiSettings(
                        "127.0.0.1",
                        1,
                        false,
                        1,
                        1,
                        Map.of(
                                "a",
                                new ApiSettings.Client(secret, Map.of()),
                                "b",
                                new ApiSettings.Client(secret, Map.of()))))
                .hasMessageContaining("two have the same");
        // As an order of desk with the key eu/17 is called, so would be one of desk/eu with the key 17.
        assertThatThrownBy(() -> new ApiSettings(
                        "127.0.0.1", 1, false, 1, 1, Map.of("desk/eu", new ApiSettings.Client(secret, Map.of()))))
                .hasMessageStartingWith("clients must have names without /")
                .hasMessageEndingWith("was desk/eu");
        assertThat(Served.settings(1).toString()).doesNotContain(Served.TRADER);
    }
}
