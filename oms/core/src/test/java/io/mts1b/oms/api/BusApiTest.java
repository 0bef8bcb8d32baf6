package io.mts1b.oms.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.oms.Desk;
import io.mts1b.oms.api.ApiReply.OneOrder;
import io.mts1b.oms.api.BusApi.Question;
import io.mts1b.platform.bus.Bus;
import io.mts1b.platform.bus.BusNetwork;
import io.mts1b.platform.bus.InProcessNetwork;
import io.mts1b.platform.bus.NatsNetwork;
import io.mts1b.platform.bus.NatsOptions;
import io.mts1b.platform.json.Json;
import io.mts1b.platform.security.Secret;
import io.mts1b.testkit.NatsServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BusApiTest {

    private static final ActorId TRADER = new ActorId("trader");
    private static final Secret TOKEN = Secret.of(Served.TRADER);
    private static final Duration LONG = Duration.ofSeconds(20);

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

    private static ApiReply ask(Bus bus, Question question) {
        return bus.ask(BusApi.CALL, question, LONG).join();
    }

    private static Question signed(Instant at, ApiCommand command) {
        return Question.signed(TRADER, TOKEN, at, command);
    }

    private static ApiCommand.Submit wish(String key) {
        return new ApiCommand.Submit(key, Json.read(Served.wish(3, ""), OrderWish.class));
    }

    @Test
    void answers_within_the_process() throws IOException {
        try (BusNetwork network = InProcessNetwork.open(folder.resolve("bus"), served.clock)) {
            answersAsHttpDoes(network);
        }
    }

    @Test
    void answers_around_a_server() throws IOException {
        try (NatsServer server = NatsServer.start(folder.resolve("nats"));
                BusNetwork network = NatsNetwork.open(NatsOptions.of(server.address()))) {
            answersAsHttpDoes(network);
        }
    }

    private void answersAsHttpDoes(BusNetwork network) throws IOException {
        try (Bus oms = network.connect("oms");
                Bus research = network.connect("research");
                var _ = BusApi.answer(oms, served.api)) {
            ApiReply first = ask(research, signed(Desk.NOW, wish("k")));
            assertThat(first).isInstanceOf(OneOrder.class);
            OrderId id = ((OneOrder) first).order().state().order().orderId();
            assertThat(served.venue.asked).containsExactly("submit " + id);

            // What came over the bus is there over HTTP, word for word, and the same wish is the same order.
            RawHttp http = served.trader();
            assertThat(http.post("/v1/orders", "k", Served.wish(3, "")).body())
                    .isEqualTo(Json.write(ask(research, signed(Desk.NOW.plusMillis(1), wish("k")))));
            for (List<String> same : List.of(
                    List.of("/v1/orders/none", "{\"type\":\"get_order\",\"order_id\":\"none\"}"),
                    List.of(
                            "/v1/funds/alpha/orders?limit=5",
                            "{\"type\":\"list_orders\",\"fund\":\"alpha\",\"after\":0,\"limit\":5}"),
                    List.of(
                            "/v1/funds/other/orders",
                            "{\"type\":\"list_orders\",\"fund\":\"other\",\"after\":0,\"limit\":5}"),
                    List.of("/v1/funds/alpha/account", "{\"type\":\"get_account\",\"fund\":\"alpha\"}"))) {
                ApiCommand command = Json.read(same.get(1), ApiCommand.class);
                assertThat(Json.write(ask(research, signed(Desk.NOW, command))))
                        .isEqualTo(http.get(same.get(0)).body());
            }
            assertThat(served.venue.asked).hasSize(1);
        }
    }

    @Test
    void a_question_counts_once_beyond_a_restart() throws IOException {
        ApiCommand halt = new ApiCommand.Halt(new FundId("alpha"), "odd prices");
        try (BusNetwork network = InProcessNetwork.open(folder.resolve("bus"), served.clock);
                Bus oms = network.connect("oms")) {
            Question question = signed(Desk.NOW, halt);
            try (var _ = BusApi.answer(oms, served.api)) {
                assertThat(ask(oms, question)).isInstanceOf(ApiReply.Halted.class);
            }
            served.clock.advance(Duration.ofMillis(1));
            try (var _ = BusApi.answer(oms, served.api)) {
                assertRefused(ask(oms, question), ApiRefusal.CONFLICT, "question must be asked after");
                assertThat(ask(oms, signed(served.clock.instant(), halt))).isInstanceOf(ApiReply.Halted.class);
                served.clock.advance(Duration.ofSeconds(31));
                assertRefused(ask(oms, question), ApiRefusal.CONFLICT, "must be asked within 30 s");
            }
        }
    }

    @Test
    void takes_a_question_once_from_whom_it_is_and_in_its_time() throws IOException {
        try (BusNetwork network = InProcessNetwork.open(folder.resolve("bus"), served.clock);
                Bus oms = network.connect("oms");
                var _ = BusApi.answer(oms, served.api)) {
            Question question = signed(Desk.NOW, new ApiCommand.Halt(new FundId("alpha"), "odd prices"));
            assertThat(ask(oms, question)).isInstanceOf(ApiReply.Halted.class);
            assertRefused(ask(oms, question), ApiRefusal.CONFLICT, "question must be asked once, was asked before");
            Question louder = new Question(
                    question.actor(),
                    question.at(),
                    question.command(),
                    question.signature().toUpperCase(Locale.ROOT));
            assertRefused(ask(oms, louder), ApiRefusal.CONFLICT, "question must be asked once, was asked before");
            served.clock.advance(Duration.ofSeconds(31));
            assertRefused(ask(oms, question), ApiRefusal.CONFLICT, "must be asked within 30 s");
            assertRefused(
                    ask(oms, signed(Desk.NOW.plusSeconds(62), wish("k"))), ApiRefusal.CONFLICT, "must be asked within");

            Question good = signed(Desk.NOW.plusSeconds(31), wish("k"));
            for (Question forged : List.of(
                    new Question(new ActorId("viewer"), good.at(), good.command(), good.signature()),
                    new Question(good.actor(), good.at().plusMillis(1), good.command(), good.signature()),
                    new Question(good.actor(), good.at(), wish("other"), good.signature()),
                    new Question(good.actor(), good.at(), good.command(), "00"),
                    new Question(good.actor(), good.at(), good.command(), "no code"),
                    new Question(new ActorId("ghost"), good.at(), good.command(), good.signature()))) {
                assertRefused(ask(oms, forged), ApiRefusal.UNAUTHENTICATED, "must be signed with the token");
            }
            assertThat(served.orders()).isZero();
            assertThat(ask(oms, good)).isInstanceOf(OneOrder.class);
        }
    }

    private static void assertRefused(ApiReply reply, ApiRefusal code, String message) {
        assertThat(reply).isInstanceOfSatisfying(ApiReply.Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo(code);
            assertThat(refused.message()).contains(message);
        });
    }
}
