package io.mts1b.oms.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.oms.api.ApiReply.ParentView;
import io.mts1b.oms.api.RawHttp.Response;
import io.mts1b.oms.parents.ParentStatus;
import io.mts1b.omsalgos.FinishReason;
import io.mts1b.platform.audit.AuditEntry;
import io.mts1b.platform.bus.Bus;
import io.mts1b.platform.bus.InProcessNetwork;
import io.mts1b.platform.json.Json;
import io.mts1b.platform.security.Secret;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders that algos work, by HTTP and by the bus. */
class ParentsApiTest {

    private static final String TWAP = """
            {"type":"twap","horizon":"PT10M","slices":5,"jitter":"0.2","child_type":"limit"}""";

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

    private static String wish(long quantity, String algo) {
        return """
                {"fund":"alpha","strategy":"momentum","instrument":"AAPL.XNAS","side":"buy","quantity":"%d",\
                "limit":"101","algo":%s}""".formatted(quantity, algo);
    }

    private static ParentView parent(Response response) {
        assertThat(response.status()).as(response.body()).isIn(200, 201);
        return Json.read(response.body(), ApiReply.OneParent.class).parent();
    }

    private Response post(String path, String reason) throws IOException {
        return served.trader().post(path, "ignored", "{\"reason\":\"" + reason + "\"}");
    }

    @Test
    void the_same_wish_is_taken_once_whenever_it_comes() throws Exception {
        Response first = served.trader().post("/v1/parents", "k-1", wish(600, TWAP));
        assertThat(first.status()).as(first.body()).isEqualTo(201);
        OrderId id = parent(first).order().orderId();
        assertThat(first.headers()).containsEntry("location", "/v1/parents/" + id);
        assertThat(parent(first).status()).isEqualTo(ParentStatus.WORKING);
        assertThat(parent(first).until()).isEqualTo(parent(first).startedAt().plus(Duration.ofMinutes(10)));

        served.close();
        served = Served.start(folder);
        Response again = served.trader().post("/v1/parents", "k-1", wish(600, TWAP));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).contains("\"repeated\":true");
        assertThat(parent(again).order().orderId()).isEqualTo(id);
        for (String other : List.of(wish(601, TWAP), wish(600, TWAP.replace("\"slices\":5", "\"slices\":6")))) {
            Response refused = served.trader().post("/v1/parents", "k-1", other);
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.body()).contains("must come with the wish it first came with, which made parent " + id);
        }
        // The key of an order is another one.
        assertThat(served.trader().post("/v1/orders", "k-1", Served.wish(1, "")).status())
                .isEqualTo(201);
    }

    @Test
    void is_paused_resumed_amended_and_canceled_once_each() throws Exception {
        String path = "/v1/parents/"
                + parent(served.trader().post("/v1/parents", "k-1", wish(600, TWAP)))
                        .order()
                        .orderId();
        assertThat(parent(post(path + "/pause", "lunch")).status()).isEqualTo(ParentStatus.PAUSED);
        assertThat(post(path + "/pause", "lunch").body()).contains("\"repeated\":true");
        assertThat(parent(post(path + "/resume", "back")).status()).isEqualTo(ParentStatus.WORKING);
        assertThat(post(path + "/resume", "back").body()).contains("\"repeated\":true");
        ParentView amended =
                parent(served.trader().patch(path, "{\"quantity\":\"800\",\"limit\":\"102\",\"reason\":\"more\"}"));
        assertThat(amended.progress().ordered()).isEqualTo(Quantity.of(800));
        assertThat(amended.order().quantity()).isEqualTo(Quantity.of(600));
        Response off =
                served.trader().patch(path, "{\"quantity\":\"800.5\",\"limit\":\"102\",\"reason\":\"half a share\"}");
        assertThat(off.status()).as(off.body()).isEqualTo(409);

        ParentView canceled = parent(served.trader().delete(path + "?reason=enough"));
        assertThat(canceled.status()).isEqualTo(ParentStatus.ENDED);
        assertThat(canceled.finish()).isEqualTo(FinishReason.CANCELED);
        assertThat(served.trader().delete(path).body()).contains("\"repeated\":true");
        Response late = post(path + "/pause", "late");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("must be worked");
        assertThat(parent(served.trader().get(path)).status()).isEqualTo(ParentStatus.ENDED);
        assertThat(actions())
                .containsExactly(
                        "trader work done",
                        "trader pause done",
                        "trader pause done",
                        "trader resume done",
                        "trader resume done",
                        "trader amend_parent done",
                        "trader amend_parent conflict",
                        "trader cancel_parent done",
                        "trader cancel_parent done",
                        "trader pause conflict");
    }

    private List<String> actions() {
        List<AuditEntry> entries = new ArrayList<>();
        served.audit.reader().read(1, entries::add);
        return entries.stream()
                .map(entry -> entry.actor() + " " + entry.action() + " "
                        + entry.data().replaceAll(".*\"outcome\":\"([a-z_]*)\".*", "$1"))
                .toList();
    }

    @Test
    void who_may_not_is_refused_and_sees_nothing() throws Exception {
        RawHttp viewer = served.trader().as(Served.VIEWER);
        RawHttp stranger = served.trader().as(Served.STRANGER);
        assertThat(viewer.post("/v1/parents", "k-1", wish(600, TWAP)).status()).isEqualTo(403);
        String path = "/v1/parents/"
                + parent(served.trader().post("/v1/parents", "k-1", wish(600, TWAP)))
                        .order()
                        .orderId();
        assertThat(viewer.get(path).status()).isEqualTo(200);
        assertThat(viewer.delete(path).status()).isEqualTo(403);
        assertThat(viewer.patch(path, "{\"quantity\":\"1\",\"reason\":\"x\"}").status())
                .isEqualTo(403);
        for (String what : List.of("/pause", "/resume")) {
            assertThat(viewer.post(path + what, "k", "{\"reason\":\"x\"}").status())
                    .isEqualTo(403);
            assertThat(stranger.post(path + what, "k", "{\"reason\":\"x\"}").status())
                    .isEqualTo(404);
        }
        assertThat(stranger.get(path).status()).isEqualTo(404);
        assertThat(stranger.delete(path).status()).isEqualTo(404);
        assertThat(stranger.get("/v1/funds/alpha/parents").status()).isEqualTo(403);
        assertThat(served.trader().get(path.replace("algo-", "none-")).status()).isEqualTo(404);
    }

    @Test
    void pages_go_through_all() throws Exception {
        for (int i = 0; i < 5; i++) {
            ParentView taken = parent(served.trader().post("/v1/parents", "k-" + i, wish(100 + i, TWAP)));
            if (i % 2 == 0) {
                parent(served.trader().delete("/v1/parents/" + taken.order().orderId() + "?reason=enough"));
            }
        }
        List<Quantity> seen = new ArrayList<>();
        Long after = 0L;
        while (after != null) {
            ApiReply.Parents page = Json.read(
                    served.trader()
                            .get("/v1/funds/alpha/parents?limit=2&after=" + after)
                            .body(),
                    ApiReply.Parents.class);
            assertThat(page.parents()).hasSizeLessThanOrEqualTo(2);
            page.parents().forEach(one -> seen.add(one.parent().order().quantity()));
            after = page.next();
        }
        assertThat(seen)
                .containsExactly(
                        Quantity.of(100), Quantity.of(101), Quantity.of(102), Quantity.of(103), Quantity.of(104));
    }

    @Test
    void what_cannot_be_is_refused_in_words() throws Exception {
        String[][] wrong = {
            {wish(600, "{\"type\":\"magic\"}"), "400", "magic"},
            {wish(600, TWAP.replace("\"slices\":5", "\"slices\":0")), "400", "slices"},
            {wish(600, TWAP).replace("\"limit\":\"101\"", "\"limit\":\"101.005\""), "422", "tick"},
            {wish(600, TWAP).replace("AAPL.XNAS", "NONE.XNAS"), "422", "must be listed"},
            {wish(600, TWAP).replace("\"algo\"", "\"broker\":\"nowhere\",\"algo\""), "422", "must be connected"},
            {wish(0, TWAP), "400", "quantity must be positive"},
            {
                wish(600, "{\"type\":\"iceberg\",\"display\":\"10\",\"refill_threshold\":\"2\",\"horizon\":\"PT1M\"}")
                        .replace("\"limit\":\"101\",", ""),
                "422",
                "limit"
            },
        };
        for (String[] one : wrong) {
            Response refused = served.trader().post("/v1/parents", "k-1", one[0]);
            assertThat(refused.status()).as(refused.body()).isEqualTo(Integer.parseInt(one[1]));
            assertThat(refused.body()).contains(one[2]);
        }
        assertThat(served.orders()).isZero();
    }

    @Test
    void the_bus_takes_the_same_commands() throws Exception {
        try (InProcessNetwork network = InProcessNetwork.open(folder.resolve("bus"), served.clock);
                Bus oms = network.connect("oms");
                Bus asker = network.connect("frontends")) {
            BusApi.answer(oms, served.api);
            ApiCommand work = new ApiCommand.Work("k-1", Json.read(wish(600, TWAP), ParentWish.class));
            ParentView parent = ask(asker, work);
            assertThat(parent.order().type().limitPrice()).contains(Price.parse("101"));
            served.clock.advance(Duration.ofSeconds(1));
            assertThat(ask(asker, new ApiCommand.PauseParent(parent.order().orderId(), "lunch"))
                            .status())
                    .isEqualTo(ParentStatus.PAUSED);
            assertThat(parent(served.trader()
                                    .get("/v1/parents/" + parent.order().orderId()))
                            .status())
                    .isEqualTo(ParentStatus.PAUSED);
        }
    }

    private ParentView ask(Bus asker, ApiCommand command) {
        ApiReply reply = asker.ask(
                        BusApi.CALL,
                        BusApi.Question.signed(
                                new ActorId("trader"), Secret.of(Served.TRADER), served.clock.instant(), command),
                        Duration.ofSeconds(10))
                .join();
        assertThat(reply).isInstanceOf(ApiReply.OneParent.class);
        return ((ApiReply.OneParent) reply).parent();
    }
}
