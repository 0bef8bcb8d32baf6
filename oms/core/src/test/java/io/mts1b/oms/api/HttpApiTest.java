package io.mts1b.oms.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.brokers.OrderReport;
import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.ids.FillId;
import io.mts1b.foundation.ids.StrategyId;
import io.mts1b.foundation.marketdata.CorporateAction;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.positions.UnitRatio;
import io.mts1b.oms.Desk;
import io.mts1b.oms.OmsEvent;
import io.mts1b.oms.OmsLog;
import io.mts1b.oms.SampleLog;
import io.mts1b.oms.WordsDesk;
import io.mts1b.oms.api.RawHttp.Response;
import io.mts1b.platform.audit.AuditEntry;
import io.mts1b.platform.json.Json;
import io.mts1b.platform.security.Secret;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpApiTest {

    private static final Pattern ID = Pattern.compile("\"order_id\":\"(api-[0-9a-f]+)\"");

    private static final Pattern ORDER = Pattern.compile("\"order\":\\{\"order_id\":\"(api-[0-9a-f]+)\"");

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

    private void restart() throws IOException {
        served.close();
        served = Served.start(folder);
    }

    private static String id(Response response) {
        Matcher matcher = ID.matcher(response.body());
        assertThat(matcher.find()).as(response.body()).isTrue();
        return matcher.group(1);
    }

    /** Takes an order and lets the venue accept it. */
    private String accepted(String key, long quantity) throws IOException {
        String id = id(served.trader().post("/v1/orders", key, Served.wish(quantity, "")));
        Order order = served.order(id);
        served.writer.tell(Served.NOTES, new OrderReport.Accepted(Desk.name(order), Desk.NOW));
        return id;
    }

    private void fill(String id, String fill, long quantity) {
        Order order = served.order(id);
        served.writer.tell(Served.NOTES, Desk.traded(Desk.fill(order, fill, quantity, "100.25"), order));
    }

    @Test
    void takes_an_order_once_for_ever() throws IOException {
        Response first = served.trader().post("/v1/orders", "k-1", Served.wish(5, ",\"thesis\":\"it rises\""));

        assertThat(first.status()).as(first.body()).isEqualTo(201);
        String id = id(first);
        assertThat(first.headers())
                .containsEntry("location", "/v1/orders/" + id)
                .containsEntry("content-type", "application/json;charset=utf-8")
                .containsEntry("cache-control", "no-store");
        assertThat(first.body())
                .contains("\"type\":\"one_order\"", "\"status\":\"submitted\"", "\"actor\":\"trader\"", "it rises")
                .endsWith("\"repeated\":false}");
        assertThat(served.venue.asked).containsExactly("submit " + id);

        Response again = served.trader().post("/v1/orders", "k-1", Served.wish(5, ",\"thesis\":\"it rises\""));
        assertThat(again.status()).isEqualTo(200);
        assertThat(id(again)).isEqualTo(id);
        assertThat(again.body()).endsWith("\"repeated\":true}");
        Response other = served.trader().post("/v1/orders", "k-1", Served.wish(6, ",\"thesis\":\"it rises\""));
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.body()).contains("\"code\":\"conflict\"", "Idempotency-Key k-1 must come with the wish", id);
        assertThat(served.venue.asked).hasSize(1);

        served.clock.advance(Duration.ofDays(400));
        restart();
        served.venue.asked.clear();
        assertThat(id(served.trader().post("/v1/orders", "k-1", Served.wish(5, ",\"thesis\":\"it rises\""))))
                .isEqualTo(id);
        assertThat(served.trader().post("/v1/orders", "k-1", Served.wish(6, "")).status())
                .isEqualTo(409);
        assertThat(served.venue.asked).isEmpty();
    }

    @Test
    void goes_on_with_an_order_that_was_received_when_the_process_was_killed() throws IOException {
        String id = id(served.trader().post("/v1/orders", "k", Served.wish(5, "")));
        List<OmsEvent> log = new ArrayList<>();
        OmsLog.forEach(folder.resolve("journal"), log::add);
        log.removeIf(event -> event instanceof OmsEvent.OrderDecided || event instanceof OmsEvent.OrderChanged);
        served.close();
        Path killed = folder.resolve("killed");
        SampleLog.write(killed.resolve("journal"), log);
        served = Served.start(killed);
        assertThat(served.trader().get("/v1/orders/" + id).body()).contains("\"status\":\"created\"");

        Response again = served.trader().post("/v1/orders", "k", Served.wish(5, ""));

        assertThat(again.body()).contains("\"status\":\"submitted\"").endsWith("\"repeated\":true}");
        assertThat(served.venue.asked).containsExactly("submit " + id);
    }

    @Test
    void tells_why_the_gates_denied_an_order() throws IOException {
        Response denied = served.trader().post("/v1/orders", "big", Served.wish(9_000, ""));

        assertThat(denied.status()).isEqualTo(201);
        assertThat(denied.body()).contains("\"status\":\"denied\"", "OrderNotionalAboveLimit", "PositionAboveLimit");
        assertThat(served.venue.asked).isEmpty();
    }

    @Test
    void amends_and_cancels() throws IOException {
        String id = accepted("k", 10);
        String amendment = "{\"quantity\":\"8\",\"type\":{\"type\":\"limit\",\"limit\":\"100\"}}";

        Response amended = served.trader().patch("/v1/orders/" + id, amendment);
        assertThat(amended.status()).as(amended.body()).isEqualTo(200);
        assertThat(amended.body())
                .contains(
                        "\"status\":\"pending_replace\"",
                        "\"requested\":{\"quantity\":\"8\",\"type\":{\"type\":\"limit\",\"limit\":\"100\"}}");
        assertThat(served.venue.asked).containsExactly("submit " + id, "replace " + id + " 8");
        // Until the venue has answered it cannot be changed again, and an order that was cancelled not at all.
        Response early = served.trader().patch("/v1/orders/" + id, amendment);
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.body()).contains("order " + id + " must be ACCEPTED, is PENDING_REPLACE");

        String other = accepted("k2", 10);
        Response same = served.trader()
                .patch(
                        "/v1/orders/" + other,
                        "{\"quantity\":\"10\",\"type\":{\"type\":\"limit\",\"limit\":\"100.5\"}}");
        assertThat(same.body()).endsWith("\"repeated\":true}");
        Response denied = served.trader()
                .patch(
                        "/v1/orders/" + other,
                        "{\"quantity\":\"9000\",\"type\":{\"type\":\"limit\",\"limit\":\"100.5\"}}");
        assertThat(denied.status()).isEqualTo(422);
        assertThat(denied.body()).contains("must pass the gates");
        Response canceled = served.trader().delete("/v1/orders/" + other + "?reason=changed%20my%20mind");
        assertThat(canceled.status()).isEqualTo(200);
        assertThat(canceled.body()).contains("\"status\":\"pending_cancel\"");
        assertThat(served.trader().delete("/v1/orders/" + other).body()).endsWith("\"repeated\":true}");
        assertThat(served.venue.asked).endsWith("cancel " + other);
        served.writer.tell(
                Served.NOTES,
                new OrderReport.Canceled(Desk.name(served.order(other)), Desk.NOW, Quantity.ZERO, "as you wish"));
        assertThat(served.trader().get("/v1/orders/" + other).body())
                .contains("\"status\":\"canceled\"", "\"remaining\":\"0\"", "as you wish");
    }

    @Test
    void shows_orders_fills_and_the_account_page_by_page() throws IOException {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(accepted("k-" + i, 10));
            fill(ids.get(i), "f-" + i, i >= 3 ? 4 : 10);
        }
        served.writer.tell(
                Served.NOTES, new OrderReport.Busted(Desk.name(served.order(ids.get(1))), new FillId("f-1"), Desk.NOW));
        List<String> seen = new ArrayList<>();
        for (int page = 0; page < 3; page++) {
            Response response = served.trader().get("/v1/funds/alpha/orders?limit=2&after=" + 2 * page);
            assertThat(response.status()).as(response.body()).isEqualTo(200);
            Matcher matcher = ORDER.matcher(response.body());
            while (matcher.find()) {
                seen.add(matcher.group(1));
            }
            assertThat(response.body().contains("\"next\":" + (2 * page + 2))).isEqualTo(page < 2);
        }
        assertThat(seen).isEqualTo(ids);
        Response open = served.trader().get("/v1/funds/alpha/open-orders");
        assertThat(open.body())
                .contains("\"average_price\":\"100.25\"", "\"remaining\":\"6\"", ids.get(4), ids.get(3))
                .doesNotContain(ids.get(0), "next");
        Response first = served.trader().get("/v1/funds/alpha/open-orders?limit=1");
        String last = id(first);
        assertThat(first.body()).endsWith("\"next\":\"" + last + "\"}");
        assertThat(served.trader()
                        .get("/v1/funds/alpha/open-orders?limit=1&after=" + last)
                        .body())
                .contains("\"status\":")
                .doesNotContain(last, "next");

        Response fills = served.trader().get("/v1/funds/alpha/fills?limit=3");
        assertThat(fills.body())
                .contains("\"number\":1,", "\"fill_id\":\"f-0\"", "\"number\":3,", "\"busted_at\":\"2024-05-06T")
                .endsWith("\"next\":3}");
        assertThat(served.trader().get("/v1/funds/alpha/fills?after=3").body())
                .contains("\"number\":4,", "\"number\":5,")
                .doesNotContain("\"number\":3,", "next");
        assertThat(served.trader().get("/v1/funds/alpha/account").body())
                .contains("\"instrument\":\"AAPL.XNAS\",\"quantity\":\"28\"", "\"fees\":\"4 USD\"");
        String beforeRestart = fills.body();
        restart();
        assertThat(served.trader().get("/v1/funds/alpha/fills?limit=3").body()).isEqualTo(beforeRestart);
    }

    @Test
    void keys_of_two_clients_are_two() throws IOException {
        ApiSettings settings = Served.settings(5);
        assertThat(settings.clients()).containsKeys("trader", "viewer");
        Response mine = served.trader().post("/v1/orders", "same", Served.wish(1, ""));
        OmsApi.Caller other = new OmsApi.Caller(
                new ActorId("robot"),
                new ApiSettings.Client(Secret.of(Served.TRADER), Map.of("alpha", List.of(Permission.TRADE))));
        ApiReply theirs =
                served.api.handle(other, new ApiCommand.Submit("same", Json.read(Served.wish(2, ""), OrderWish.class)));

        assertThat(theirs).isInstanceOfSatisfying(ApiReply.OneOrder.class, one -> {
            assertThat(one.repeated()).isFalse();
            assertThat(one.order().state().order().orderId().value()).isNotEqualTo(id(mine));
        });
    }

    @Test
    void stops_the_trading_of_a_fund() throws IOException {
        Response halted = served.trader().post("/v1/funds/alpha/halts", "", "{\"reason\":\"odd prices\"}");

        assertThat(halted.status()).as(halted.body()).isEqualTo(200);
        assertThat(halted.body()).contains("\"severity\":\"fund_halt\"", "odd prices", "\"repeated\":false");
        assertThat(served.trader()
                        .post("/v1/funds/alpha/halts", "", "{\"reason\":\"odd prices\"}")
                        .body())
                .contains("\"repeated\":true");
        assertThat(served.trader().post("/v1/orders", "k", Served.wish(1, "")).body())
                .contains("\"status\":\"denied\"", "Halt");
        assertThat(served.writer.ask(oms -> oms.state().halts().size()).join()).isEqualTo(1);
    }

    @Test
    void streams_what_stands_and_what_changes() throws IOException {
        String id = accepted("k", 10);
        try (RawHttp.Events events = served.trader().follow("/v1/funds/alpha/stream")) {
            assertThat(events.next("snapshot")).contains("\"cash\":\"1000000 USD\"", id, "\"status\":\"accepted\"");
            fill(id, "f-1", 4);
            assertThat(events.next("fill")).contains("\"number\":1", "\"fill_id\":\"f-1\"");
            assertThat(events.next("order")).contains(id, "\"filled\":\"4\"", "\"remaining\":\"6\"");
            assertThat(events.next("account")).contains("\"quantity\":\"4\"", "\"cash\":\"999598 USD\"");
            String other = id(served.trader().post("/v1/orders", "k-2", Served.wish(1, "")));
            assertThat(events.next("order")).contains(other, "\"status\":\"submitted\"");
            try (RawHttp.Events late = served.trader().follow("/v1/funds/alpha/stream")) {
                assertThat(late.next("snapshot")).contains(id, other, "\"filled\":\"4\"");
                assertThatThrownBy(() -> served.trader().follow("/v1/funds/alpha/stream"))
                        .hasMessageContaining("503");
            }
            served.http.close();
            assertThat(events.next("order")).isEmpty();
        }
    }

    @Test
    void shows_everything_anew_after_a_corporate_action() throws IOException {
        String id = accepted("k", 10);
        fill(id, "f-1", 10);
        try (RawHttp.Events events = served.trader().follow("/v1/funds/alpha/stream")) {
            assertThat(events.next("snapshot")).contains("\"quantity\":\"10\"");
            served.writer
                    .ask(oms -> {
                        oms.accept(new OmsEvent.CorporateActionApplied(
                                new CorporateAction.Split("s", Desk.AAPL, Desk.NOW, UnitRatio.parse("3:1")),
                                new ActorId("anna"),
                                Desk.NOW));
                        return true;
                    })
                    .join();
            assertThat(events.next("snapshot")).contains("\"quantity\":\"30\"");
        }
    }

    @Test
    void shows_a_fill_that_an_operator_gave_to_a_fund() throws IOException {
        Order theirs = Desk.order("theirs", Side.BUY, 7).build();
        try (RawHttp.Events events = served.trader().follow("/v1/funds/alpha/stream")) {
            assertThat(events.next("snapshot")).contains("\"positions\":[]");
            served.writer.tell(Served.NOTES, Desk.traded(Desk.fill(theirs, "x-1", 7, "100"), theirs));
            served.writer
                    .ask(oms -> {
                        oms.words()
                                .adopt(
                                        Served.NOTES,
                                        oms.state()
                                                .differences()
                                                .values()
                                                .iterator()
                                                .next()
                                                .getFirst(),
                                        new WordsDesk.Owner(Desk.FUND, new StrategyId("momentum")),
                                        null,
                                        new ActorId("anna"),
                                        "asked the desk");
                        return true;
                    })
                    .join();
            assertThat(events.next("fill")).contains("\"number\":1", "x-1");
            assertThat(events.next("account")).contains("\"quantity\":\"7\"");
        }
        assertThat(served.trader().get("/v1/funds/alpha/fills").body()).contains("x-1");
        assertThat(served.trader()
                        .as(Served.VIEWER)
                        .get("/v1/funds/alpha/fills")
                        .body())
                .contains("x-1");
    }

    @Test
    void writes_down_every_command_done_or_refused() throws IOException {
        String id = accepted("k", 10);
        served.trader().post("/v1/orders", "k", Served.wish(9, ""));
        served.trader().as("nonsense-that-is-long-enough-to-be-a-token").delete("/v1/orders/" + id);
        served.trader().as(Served.VIEWER).delete("/v1/orders/" + id);
        served.trader().as(Served.VIEWER).get("/v1/orders/" + id);
        served.trader().post("/v1/orders", "k3", "{}");
        served.trader().delete("/v1/orders/" + id);

        List<String> written = new ArrayList<>();
        for (AuditEntry entry : entries()) {
            written.add(entry.actor() + " " + entry.action() + " " + entry.subject() + " "
                    + entry.data().replaceAll(".*\"outcome\":\"([a-z_]+)\".*", "$1"));
            assertThat(entry.data()).doesNotContain(Served.TRADER, "nonsense");
        }
        assertThat(written)
                .containsExactly(
                        "trader submit " + id + " done",
                        "trader submit alpha conflict",
                        "nobody cancel - unauthenticated",
                        "viewer cancel " + id + " forbidden",
                        "trader submit - malformed",
                        "trader cancel " + id + " done");
    }

    private List<AuditEntry> entries() {
        List<AuditEntry> entries = new ArrayList<>();
        served.audit.reader().read(1, entries::add);
        return entries;
    }
}
