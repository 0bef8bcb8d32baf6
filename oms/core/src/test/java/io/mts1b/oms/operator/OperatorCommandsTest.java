package io.mts1b.oms.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.foundation.events.Event;
import io.mts1b.foundation.events.StableSubject;
import io.mts1b.foundation.events.Subject;
import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.ids.EnvelopeId;
import io.mts1b.foundation.ids.EventId;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.marketdata.Bar;
import io.mts1b.foundation.marketdata.BarInterval;
import io.mts1b.foundation.marketdata.PriceRange;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.foundation.orders.Fill;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderStatus;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.risk.RiskEnvelope;
import io.mts1b.oms.Desk;
import io.mts1b.oms.OmsEvent;
import io.mts1b.oms.OmsLog;
import io.mts1b.oms.OmsState;
import io.mts1b.oms.Operation;
import io.mts1b.oms.Scope;
import io.mts1b.oms.running.OmsServiceProvider;
import io.mts1b.oms.running.OperatorRequest;
import io.mts1b.oms.running.RunningOms;
import io.mts1b.platform.bus.Bus;
import io.mts1b.platform.bus.ConsumerOptions;
import io.mts1b.platform.bus.Feed;
import io.mts1b.platform.bus.InProcessNetwork;
import io.mts1b.platform.bus.Topic;
import io.mts1b.platform.metrics.Metrics;
import io.mts1b.platform.security.Ed25519;
import io.mts1b.platform.service.Console;
import io.mts1b.platform.service.ServiceContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Operators at work on the service that runs, over the bus of one process. */
class OperatorCommandsTest {

    private static final ActorId ACTOR = new ActorId("ops");
    private static final Order BUY = Desk.order("o-1", Side.BUY, 100).build();

    @TempDir
    private Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(Desk.NOW);
    private final Ed25519 ben = Ed25519.ofBytes(HexFormat.of().parseHex("07".repeat(32)));
    private final LinkedBlockingQueue<Event<Fill>> fills = new LinkedBlockingQueue<>();
    private final Metrics metrics = Metrics.of("test");
    private InProcessNetwork network;
    private OperatorTerminal terminal;
    private RunningOms running;

    @BeforeEach
    void start() throws Exception {
        Path file = folder.resolve("mts.yaml");
        Files.writeString(file, """
                oms:
                  durability: on_flush
                  tick: 5ms
                  brokers:
                    - name: notes
                      kind: paper
                  operators:
                    anna: %s
                    ben: %s
                """.formatted(hex(Ed25519.generate()), hex(ben)));
        network = InProcessNetwork.open(folder.resolve("bus"), now::get);
        terminal = new OperatorTerminal(network);
        running = RunningOms.start(context());
        running.ask(oms -> {
            Desk.furnish(oms);
            oms.submit(List.of(BUY));
        });
        network.connect("ledger")
                .consume(
                        Feed.ofParts(Topic.of(StableSubject.FILLS_CREATED, Fill.class)),
                        ConsumerOptions.of("ledger"),
                        delivery -> {
                            fills.add(delivery.event());
                            delivery.ack();
                        });
    }

    private ServiceContext context() {
        return RunningOms.context(folder, network, now::get, metrics);
    }

    @AfterEach
    void stop() {
        running.close();
        metrics.close();
        network.close();
    }

    private static String hex(Ed25519 key) {
        return HexFormat.of().formatHex(key.publicKey());
    }

    private int run(String in, String... words) {
        return terminal.run(in, words);
    }

    /** A bar that opens after everything that was ordered, told over the bus. */
    private void trade() {
        now.updateAndGet(at -> at.plus(Duration.ofMinutes(2)));
        Price price = Price.parse("100");
        Bar bar = new Bar(Desk.AAPL, BarInterval.MINUTE_1, now.get(), PriceRange.flat(price), Quantity.of(1_000));
        Topic<Bar> topic = Topic.of(StableSubject.BARS_CLOSED, Bar.class);
        try (Bus bus = network.connect("marketdata")) {
            Subject subject = topic.subject().partition(Subject.Key.SYMBOL, "AAPL");
            bus.publisher(topic)
                    .put(new Event<>(new EventId("bar-" + now.get().toEpochMilli()), subject, now.get(), bar));
        }
    }

    private Event<Fill> fill() throws InterruptedException {
        Event<Fill> fill = fills.poll(20, TimeUnit.SECONDS);
        assertThat(fill).as("a fill within 20 seconds").isNotNull();
        return fill;
    }

    @Test
    void flattens_what_a_fund_holds_and_resumes_by_two() throws Exception {
        trade();
        Event<Fill> bought = fill();
        assertThat(bought.payload().orderId()).isEqualTo(BUY.orderId());
        assertThat(bought.subject().toString()).isEqualTo("mts.v1.oms.fills.created.fund.alpha");

        flatten();
        trade();
        assertThat(fill().payload().side()).isEqualTo(Side.SELL);

        assertThat(run(
                        "",
                        "flatten",
                        "fund:alpha",
                        "--by",
                        "anna",
                        "--reason",
                        "drill",
                        "--id",
                        "f-1",
                        "--yes",
                        "fund:alpha"))
                .isZero();
        assertThat(terminal.out()).startsWith("ended       f-1  FLATTEN fund:alpha  0 taken back, 1 ordered, 0 left");
        assertThat(run("", "look")).isZero();
        assertThat(terminal.out()).startsWith("halt        fund:alpha  by anna").contains("flatten f-1: drill");

        String[] resume = resume();
        assertThat(run("fund:alpha\n", resume)).isZero();
        assertThat(terminal.out()).isEqualTo("nothing is halted, nothing goes on, and venues agree\n");
        assertThat(run("fund:alpha\n", resume)).isEqualTo(2);
        assertThat(terminal.err()).contains("no halt of exactly fund:alpha is in force");
    }

    private void flatten() {
        try (Bus bus = network.connect("frontends")) {
            bus.ask(
                            OperatorRequest.CALL,
                            new OperatorRequest.Begin(
                                    "f-1",
                                    Operation.Kind.FLATTEN,
                                    new Scope.OfFund(Desk.FUND),
                                    "drill",
                                    new ActorId("anna"),
                                    Duration.ofHours(1)),
                            Duration.ofSeconds(10))
                    .join();
        }
    }

    /** Resumes the fund as anna, with the signature of ben. */
    private String[] resume() throws IOException {
        Path key = folder.resolve("ben.pem");
        String der = "302e020100300506032b657004220420" + "07".repeat(32);
        String line = "-".repeat(5);
        String name = " PRIVATE KEY" + line + "\n";
        Files.writeString(
                key,
                line + "BEGIN" + name
                        + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(der)) + "\n" + line + "END"
                        + name);
        return new String[] {"resume", "fund:alpha", "--by", "anna", "--cosigned-by", "ben", "--key", key.toString()};
    }

    @Test
    void what_could_not_all_be_resumed_has_failed_and_what_stands_is_told() throws Exception {
        trade();
        fill();
        flatten();
        assertThat(run("fund:alpha\n", "halt", "fund:alpha", "--by", "anna", "--reason", "odd prices"))
                .isZero();
        String[] resume = resume();

        // The fund is being flattened, which needs one of its two halts.
        assertThat(run("fund:alpha\n", resume)).isEqualTo(1);
        assertThat(terminal.out())
                .startsWith("failed: operation f-1 must have ended or be called off before the halt of fund:alpha")
                .containsOnlyOnce("halt        fund:alpha  by anna")
                .contains("running     f-1");
        assertThat(running.count(oms -> oms.halts().size())).isEqualTo(1);
        assertThat(run("fund:alpha\n", resume)).isEqualTo(2);
        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.err()).contains("operation f-1 must have ended");

        assertThat(run("fund:alpha\n", "halt", "fund:alpha", "--by", "anna", "--reason", "odder prices"))
                .isZero();
        List<String> json = new ArrayList<>(List.of(resume));
        json.add("--json");
        assertThat(run("fund:alpha\n", json.toArray(String[]::new))).isEqualTo(1);
        assertThat(terminal.out())
                .contains("\"failure\":\"operation f-1 must", "\"standing\":{\"type\":\"standing\",\"halts\":[{");
    }

    @Test
    void takes_back_every_order_of_a_scope() {
        assertThat(run("broker:notes\n", "cancel-all", "broker:notes", "--by", "anna", "--reason", "drill", "--json"))
                .isZero();
        assertThat(terminal.out())
                .contains("\"kind\":\"cancel_all\"")
                .contains("\"cancels\":1")
                .contains("\"running\":false")
                .contains("\"left\":[]");
        assertThat(terminal.err()).contains("Type broker:notes to go on: ").contains("begun as ");
        assertThat(running.count(oms -> oms.openOrders(Desk.FUND).size())).isZero();
    }

    @Test
    void does_nothing_unless_the_scope_is_typed() {
        List<String[]> words = List.of(
                new String[] {"halt", "everything", "--by", "anna", "--reason", "drill"},
                new String[] {"flatten", "everything", "--by", "anna", "--reason", "drill", "--yes", "fund:alpha"},
                new String[] {"cancel-all", "everything", "--by", "anna", "--reason", "drill", "--yes", ""},
                new String[] {"halt", "broker:notes", "--by", "anna", "--reason", "drill", "--yes", "broker:notes"},
                new String[] {"halt", "fund:none", "--by", "anna", "--reason", "drill", "--yes", "fund:none"},
                new String[] {"halt", "alpha", "--by", "anna", "--reason", "drill", "--yes", "alpha"},
                new String[] {"halt", "everything", "--by", "anna", "--reason", " ", "--yes", "everything"},
                new String[] {"halt", "everything", "--by", "anna"});
        for (String[] one : words) {
            assertThat(run("everything else\n", one)).as(String.join(" ", one)).isEqualTo(2);
            assertThat(terminal.out()).isEmpty();
            assertThat(terminal.err()).isNotBlank();
        }
        assertThat(running.count(oms -> oms.halts().size())).isZero();
        assertThat(running.count(oms -> oms.operations().all().size())).isZero();
    }

    @Test
    void halts_and_calls_off() {
        assertThat(run(
                        "",
                        "halt",
                        "strategy:alpha/momentum",
                        "--by",
                        "anna",
                        "--reason",
                        "drill",
                        "--yes",
                        "strategy:alpha/momentum"))
                .isZero();
        assertThat(run(
                        "",
                        "halt",
                        "strategy:alpha/momentum",
                        "--by",
                        "anna",
                        "--reason",
                        "drill",
                        "--yes",
                        "strategy:alpha/momentum"))
                .isZero();
        assertThat(running.count(oms -> oms.halts().size())).isEqualTo(1);
        assertThat(run("", "call-off", "none", "--by", "anna", "--reason", "drill"))
                .isEqualTo(2);
        assertThat(terminal.err()).contains("operation none must be running");
    }

    @Test
    void fails_where_nobody_answers() throws Exception {
        running.close();
        assertThat(run("", "look")).isEqualTo(1);
        running = RunningOms.start(context());
    }

    @Test
    void refuses_to_look_for_other_processes_without_a_server() {
        StringWriter err = new StringWriter();
        Console console = new Console(
                new PrintWriter(new StringWriter()),
                new PrintWriter(err),
                new ByteArrayInputStream(new byte[0]),
                false);
        CommandLine look = new CommandLine(new CmdCommands().commands(console).getFirst());
        assertThat(look.execute()).isEqualTo(2);
        assertThat(err.toString()).contains("bus.servers must be set");
    }

    @Test
    void a_restart_tells_everything_once_and_a_stop_leaves_nothing() throws Exception {
        running.ask(oms -> oms.submit(List.of(Desk.order("o-2", Side.BUY, 10)
                .type(new OrderType.Limit(Price.parse("50")))
                .build())));
        running.drain(Duration.ofSeconds(10));
        running.close();
        running = RunningOms.start(context());
        trade();
        running.close();

        List<String> told = new ArrayList<>();
        try (var log = io.mts1b.platform.bus.StreamLog.open(folder.resolve("bus"), "oms", 1)) {
            while (log.next()) {
                told.add(log.event().replaceAll(".*\"subject\":\"mts.v1.oms.([a-z.]*).fund.alpha\".*", "$1"));
            }
        }
        assertThat(told)
                .containsExactly(
                        "orders.created",
                        "orders.accepted",
                        "orders.created",
                        "orders.accepted",
                        "orders.canceled",
                        "orders.canceled");
        OmsState state = OmsLog.replay(folder.resolve("oms").resolve("journal"));
        assertThat(state.openOrders(Desk.FUND)).isEmpty();
        running = RunningOms.start(context());
    }

    @Test
    void is_installed() throws IOException {
        assertThat(new OmsServiceProvider().name()).isEqualTo("oms");
        assertThat(io.mts1b.platform.service.Services.installed())
                .extracting(one -> one.name())
                .contains("oms");
    }

    /** Has the officer asked about o-2 and o-3, with all the time of an hour. */
    private void askAboutTwo() {
        running.ask(oms -> {
            oms.accept(new OmsEvent.EnvelopeSet(
                    RiskEnvelope.builder(Money.parse("1000000 USD"))
                            .envelopeId(new EnvelopeId("alpha"))
                            .fund(Desk.FUND)
                            .maxPosition(Rate.parse("0.5"))
                            .maxSector(Rate.ONE)
                            .croVetoEnabled(true)
                            .croVetoTimeout(Duration.ofHours(1))
                            .notes("the officer is asked")
                            .version(2)
                            .createdAt(Desk.NOW)
                            .build(),
                    ACTOR));
            oms.submit(List.of(
                    Desk.order("o-2", Side.BUY, 20).build(),
                    Desk.order("o-3", Side.BUY, 30)
                            .type(new OrderType.Limit(Price.parse("99.5")))
                            .build()));
        });
    }

    private OrderStatus status(String id) {
        OrderStatus[] status = new OrderStatus[1];
        running.ask(oms ->
                status[0] = oms.state().order(new OrderId(id)).orElseThrow().status());
        return status[0];
    }

    @Test
    void an_officer_sees_what_waits_and_answers() {
        assertThat(run("", "veto")).isZero();
        assertThat(terminal.out()).isEqualTo("no order waits for the chief risk officer\n");
        askAboutTwo();

        assertThat(run("", "veto")).isZero();
        assertThat(terminal.out().lines().map(line -> line.replaceAll(" +", " ")))
                .containsExactly(
                        "order fund strategy side instrument quantity type limit until",
                        "o-2 alpha momentum BUY AAPL.XNAS 20 MARKET 2024-05-06T21:00:00Z",
                        "o-3 alpha momentum BUY AAPL.XNAS 30 LIMIT 99.5 2024-05-06T21:00:00Z");
        assertThat(run("", "look")).isZero();
        assertThat(terminal.out())
                .contains("o-2  BUY 20 AAPL.XNAS waits for the chief risk officer until 2024-05-06T21:00:00Z");

        assertThat(run("o-2\n", "veto", "approve", "o-2", "--by", "anna", "--reason", "small"))
                .isZero();
        assertThat(terminal.err()).contains("Approves o-2\nType o-2 to go on: ");
        assertThat(terminal.out()).startsWith("approved o-2\n").contains("o-3");
        assertThat(status("o-2").mayTrade()).isTrue();
        assertThat(run("", "veto", "veto", "o-3", "--by", "anna", "--reason", "earnings", "--yes", "o-3", "--json"))
                .isZero();
        assertThat(terminal.out()).isEqualTo("{\"vetoes\":[]}\n");
        assertThat(status("o-3")).isEqualTo(OrderStatus.DENIED);

        List<String> said = new ArrayList<>();
        running.close();
        OmsLog.forEach(folder.resolve("oms").resolve("journal"), event -> {
            if (event instanceof OmsEvent.VetoAnswered answered && answered.answer() != null) {
                said.add(answered.order() + " " + answered.answer().objects() + " "
                        + answered.answer().reason());
            }
        });
        assertThat(said).containsExactly("o-2 false anna: small", "o-3 true anna: earnings");
    }

    @Test
    void an_answer_that_does_not_count_or_is_not_meant_is_refused() {
        askAboutTwo();
        String[] approve = {"veto", "approve", "o-2", "--by", "anna", "--reason", "small", "--yes", "o-2"};
        assertThat(run("", approve)).isZero();
        for (String what : List.of("approve", "veto")) {
            assertThat(run("", "veto", what, "o-2", "--by", "anna", "--reason", "again", "--yes", "o-2"))
                    .isEqualTo(2);
            assertThat(terminal.err()).contains("order o-2 must wait for an answer of the chief risk officer, is ");
        }
        assertThat(run("", "veto", "veto", "o-1", "--by", "anna", "--reason", "no", "--yes", "o-1"))
                .isEqualTo(2);
        assertThat(terminal.err()).contains("order o-1 must wait");
        assertThat(run("", "veto", "veto", "o-9", "--by", "anna", "--reason", "no", "--yes", "o-9"))
                .isEqualTo(2);
        assertThat(terminal.err()).contains("was never received");

        assertThat(run("o-2\n", "veto", "veto", "o-3", "--by", "anna", "--reason", "no"))
                .isEqualTo(2);
        assertThat(terminal.err()).contains("nothing was done: o-3 must be typed, was 'o-2'");
        Map<String, String[]> wrong = Map.of(
                "WHAT must be approve or veto, was deny",
                new String[] {"veto", "deny", "o-3", "--by", "anna", "--reason", "no", "--yes", "o-3"},
                "ORDER must be named",
                new String[] {"veto", "veto", "--by", "anna", "--reason", "no"},
                "--by must say who answers",
                new String[] {"veto", "veto", "o-3", "--reason", "no", "--yes", "o-3"},
                "--reason must say why",
                new String[] {"veto", "veto", "o-3", "--by", "anna", "--yes", "o-3"},
                "reason must not be blank",
                new String[] {"veto", "veto", "o-3", "--by", "anna", "--reason", " ", "--yes", "o-3"},
                "WHAT must be approve or veto where",
                new String[] {"veto", "--by", "anna"});
        wrong.forEach((message, words) -> {
            assertThat(run("", words)).as(message).isEqualTo(2);
            assertThat(terminal.err()).contains(message);
        });
        assertThat(status("o-3")).isEqualTo(OrderStatus.PENDING_RISK);

        now.updateAndGet(at -> at.plus(Duration.ofHours(1)));
        assertThat(run("", "veto", "approve", "o-3", "--by", "anna", "--reason", "late", "--yes", "o-3"))
                .isEqualTo(2);
        assertThat(terminal.err()).contains("order o-3 must wait for an answer of the chief risk officer");
        assertThat(status("o-3")).isEqualTo(OrderStatus.DENIED);
    }
}
