package io.mts1b.oms.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.brokers.CancelsOrders;
import io.mts1b.brokers.FindsOrders;
import io.mts1b.brokers.ListsOpenOrders;
import io.mts1b.brokers.OrderReport;
import io.mts1b.brokers.ReportsPositions;
import io.mts1b.brokers.SentOrder;
import io.mts1b.brokers.SubmitsOrders;
import io.mts1b.brokers.VenueAnswer;
import io.mts1b.brokers.VenueListener;
import io.mts1b.brokers.VenueMessage;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderStatus;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.risk.ApprovedOrder;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.oms.Desk;
import io.mts1b.oms.Oms;
import io.mts1b.oms.OmsState;
import io.mts1b.oms.commands.OmsCommands;
import io.mts1b.oms.parents.ParentStatus;
import io.mts1b.oms.running.RunningOms;
import io.mts1b.omsalgos.Algo;
import io.mts1b.omsalgos.ExecutionLimits;
import io.mts1b.platform.bus.InProcessNetwork;
import io.mts1b.platform.metrics.Metrics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What only a person knows, said on the command line to the service that runs. */
class OperatorWordsCommandsTest {

    private static final BrokerId NOTES = new BrokerId("notes");
    private static final Order LOST = limited("o-lost");
    private static final Order WORKED = limited("p-1");

    @TempDir
    private Path folder;

    private final Metrics metrics = Metrics.of("test");
    private InProcessNetwork network;
    private OperatorTerminal terminal;
    private RunningOms running;

    /** A venue that has forgotten an order, holds seven shares more than anybody bought, and answers at once. */
    private static final class Muddle
            implements SubmitsOrders, CancelsOrders, FindsOrders, ListsOpenOrders, ReportsPositions {

        private VenueListener listener = _ -> {};

        @Override
        public BrokerId broker() {
            return NOTES;
        }

        @Override
        public void open() {
            listener.onMessage(new VenueMessage.LineUp(Desk.NOW));
        }

        @Override
        public void submit(ApprovedOrder order) {
            listener.onMessage(new OrderReport.Accepted(Desk.name(order.order()), Desk.NOW));
        }

        @Override
        public void cancel(SentOrder order) {
            // Nobody asks for it here.
        }

        @Override
        public void find(long request, SentOrder order) {
            listener.onMessage(new VenueAnswer.NotFound(request, Desk.NOW));
        }

        @Override
        public void listOpenOrders(long request) {
            listener.onMessage(new VenueAnswer.OpenOrders(request, Desk.NOW, List.of()));
        }

        @Override
        public void listPositions(long request) {
            listener.onMessage(
                    new VenueAnswer.Positions(request, Desk.NOW, new TreeMap<>(Map.of(Desk.FUTURE, Decimal.of(7)))));
        }
    }

    private static Order limited(String id) {
        return Desk.order(id, Side.BUY, 5)
                .type(new OrderType.Limit(Price.parse("99")))
                .build();
    }

    private static Order elsewhere(String id) {
        return Desk.order(id, Side.BUY, 3).build();
    }

    @BeforeEach
    void start() throws Exception {
        try (Oms oms = Desk.open(folder.resolve("oms").resolve("journal"))) {
            Desk.furnish(oms);
            Muddle venue = new Muddle();
            venue.listener = message -> oms.onVenue(NOTES, message);
            oms.connect(venue);
            oms.submit(List.of(LOST));
            oms.onVenue(NOTES, new VenueMessage.LineDown(Desk.NOW, "gone"));
            oms.onVenue(NOTES, new VenueMessage.LineUp(Desk.NOW));
            oms.onVenue(NOTES, Desk.traded(Desk.fill(elsewhere("a"), "F1", 3, "100"), elsewhere("a")));
            oms.onVenue(NOTES, Desk.traded(Desk.fill(elsewhere("b"), "F2", 3, "100"), elsewhere("b")));
        }
        Files.writeString(folder.resolve("mts.yaml"), """
                oms:
                  durability: on_flush
                  tick: 5ms
                  brokers: [{name: notes, kind: paper}]
                """);
        network = InProcessNetwork.open(folder.resolve("bus"), () -> Desk.NOW);
        terminal = new OperatorTerminal(network);
        running = RunningOms.start(RunningOms.context(folder, network, () -> Desk.NOW, metrics));
    }

    @AfterEach
    void stop() {
        running.close();
        network.close();
        metrics.close();
    }

    private int run(String in, String... words) {
        return terminal.run(in, words);
    }

    /** Returns what look calls the difference about something. */
    private String id(String key) {
        assertThat(run("", "look")).isZero();
        Matcher matcher = Pattern.compile("difference  ([0-9a-f]{8})  notes  " + key + ": \\{")
                .matcher(terminal.out());
        assertThat(matcher.find()).as(terminal.out()).isTrue();
        return matcher.group(1);
    }

    private int say(String in, String word, String id, String... more) {
        String[] words = new String[6 + more.length];
        System.arraycopy(new String[] {word, id, "--by", "anna", "--reason", "checked"}, 0, words, 0, 6);
        System.arraycopy(more, 0, words, 6, more.length);
        return run(in, words);
    }

    private Decimal held(InstrumentId instrument) {
        AtomicReference<Decimal> held = new AtomicReference<>(Decimal.ZERO);
        running.ask(oms -> oms.state().holdings(Desk.FUND).forEach((id, holding) -> {
            if (id.equals(instrument)) {
                held.set(holding.quantity());
            }
        }));
        return held.get();
    }

    @Test
    void a_foreign_fill_is_adopted_or_disowned_once_it_was_typed() {
        String first = id("foreign fill F1");
        String second = id("foreign fill F2");
        String[] owner = {"--fund", "alpha", "--strategy", "momentum"};
        assertThat(say("foreign fill F2\n", "adopt", first, owner)).isEqualTo(2);
        assertThat(terminal.err())
                .contains("Type foreign fill F1 to go on: ")
                .contains("nothing was done: foreign fill F1 must be typed, was 'foreign fill F2'");
        assertThat(held(Desk.AAPL)).isEqualByComparingTo(Decimal.ZERO);
        assertThat(say("foreign fill F1\n", "adopt", first, owner)).isZero();
        assertThat(held(Desk.AAPL)).isEqualByComparingTo(Decimal.of(3));
        assertThat(terminal.out()).doesNotContain("foreign fill F1").contains("foreign fill F2");
        // What was adopted is a difference no more.
        assertThat(say("foreign fill F1\n", "adopt", first, owner)).isEqualTo(2);
        assertThat(terminal.err()).contains("ID must be that of a difference as it stands");

        assertThat(say("", "disown", second, "--yes", "foreign fill F2")).isZero();
        assertThat(held(Desk.AAPL)).isEqualByComparingTo(Decimal.of(3));
        assertThat(terminal.out()).doesNotContain("foreign fill F2");
    }

    @Test
    void a_word_that_does_not_fit_the_difference_is_refused() {
        String fill = id("foreign fill F1");
        assertThat(say("", "declare-dead", fill, "--yes", "foreign fill F1")).isEqualTo(2);
        assertThat(terminal.err()).contains("what is declared dead must be an order in doubt, was foreign fill F1");
        assertThat(say(
                        "",
                        "correct",
                        fill,
                        "--fund",
                        "alpha",
                        "--strategy",
                        "momentum",
                        "--price",
                        "100",
                        "--yes",
                        "foreign fill F1"))
                .isEqualTo(2);
        assertThat(terminal.err()).contains("what is corrected must be a position, was foreign fill F1");
        String position = id("position ESM4.XCME");
        assertThat(say(
                        "",
                        "adopt",
                        position,
                        "--fund",
                        "alpha",
                        "--strategy",
                        "momentum",
                        "--yes",
                        "position ESM4.XCME"))
                .isEqualTo(2);
        assertThat(terminal.err()).contains("what is adopted must be a foreign fill or order");
        assertThat(say("", "disown", "00000000", "--yes", "x")).isEqualTo(2);
        assertThat(run("", "disown", fill, "--by", "anna", "--reason", " ", "--yes", "foreign fill F1"))
                .isEqualTo(2);
    }

    @Test
    void a_position_is_corrected_at_a_price() {
        String position = id("position ESM4.XCME");
        assertThat(say(
                        "position ESM4.XCME\n",
                        "correct",
                        position,
                        "--fund",
                        "alpha",
                        "--strategy",
                        "momentum",
                        "--price",
                        "5001.25"))
                .isZero();
        assertThat(held(Desk.FUTURE)).isEqualByComparingTo(Decimal.of(7));
        assertThat(terminal.out()).doesNotContain("position ESM4.XCME");
    }

    @Test
    void a_split_and_a_dividend_are_applied_once_nothing_of_the_instrument_is_open() {
        String[] owner = {"--fund", "alpha", "--strategy", "momentum"};
        assertThat(say("foreign fill F1\n", "adopt", id("foreign fill F1"), owner))
                .isZero();
        String[] split = {
            "corporate-action",
            "split",
            "AAPL.XNAS",
            "--id",
            "s1",
            "--at",
            "2024-05-07T13:30:00Z",
            "--ratio",
            "4:1",
            "--by",
            "anna"
        };
        assertThat(run("split AAPL.XNAS\n", split)).isEqualTo(2);
        assertThat(terminal.err()).contains("order o-lost must have ended before AAPL.XNAS counts other units");
        assertThat(say("forgotten o-lost\n", "declare-dead", id("forgotten o-lost")))
                .isZero();

        assertThat(run("split MSFT.XNAS\n", split)).isEqualTo(2);
        assertThat(held(Desk.AAPL)).isEqualByComparingTo(Decimal.of(3));
        assertThat(run("split AAPL.XNAS\n", split)).isZero();
        assertThat(held(Desk.AAPL)).isEqualByComparingTo(Decimal.of(12));
        assertThat(run("split AAPL.XNAS\n", split)).isEqualTo(2);
        assertThat(terminal.err()).contains("corporate action s1 must be applied once");

        String[] dividend = {
            "corporate-action",
            "dividend",
            "AAPL.XNAS",
            "--id",
            "d1",
            "--at",
            "2024-05-10T13:30:00Z",
            "--per-unit",
            "0.25 USD",
            "--by",
            "anna",
            "--yes",
            "dividend AAPL.XNAS"
        };
        assertThat(run("", dividend)).isZero();
        assertThat(run("d2\n", "dividend-paid", "d1", "--by", "ben")).isEqualTo(2);
        assertThat(run("d1\n", "dividend-paid", "d1", "--by", "ben")).isZero();
        assertThat(run("d1\n", "dividend-paid", "d1", "--by", "ben")).isEqualTo(2);
        assertThat(terminal.err()).contains("dividend d1 must be paid once");
    }

    @Test
    void terms_of_borrowing_are_told_seen_and_withdrawn() {
        String[] lent = {"borrow", "AAPL.XNAS", "--fee", "0.015", "--located", "--by", "anna"};
        assertThat(run("MSFT.XNAS\n", lent)).isEqualTo(2);
        assertThat(run("AAPL.XNAS\n", lent)).isZero();
        assertThat(terminal.out()).contains("AAPL.XNAS  at 0.015 per year, located");

        String[] later = {
            "borrow", "AAPL.XNAS", "--fee", "0.03", "--located", "--until", "2024-05-07T20:00:00Z", "--by", "anna"
        };
        assertThat(run("AAPL.XNAS\n", later)).isZero();
        assertThat(run("", "look")).isZero();
        assertThat(terminal.out()).contains("AAPL.XNAS  at 0.03 per year, located until 2024-05-07T20:00:00Z");

        assertThat(run("", "borrow", "AAPL.XNAS", "--withdrawn", "--by", "anna", "--yes", "AAPL.XNAS"))
                .isZero();
        assertThat(terminal.out()).doesNotContain("per year");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--fee 0.01 --withdrawn | --fee",
                "--located | --fee",
                "--withdrawn --located | --located and --until must not be given with --withdrawn",
                "--fee 0.01 --until 2024-05-07T20:00:00Z | until must only be told of what is located",
                "--fee 0.01 --located --until 2024-05-07T20:00:00 | --until must be a time with a zone",
                "--fee NaN | 'NaN'",
                "--fee 0.01 TSLA.XNAS | TSLA.XNAS",
            })
    void terms_of_borrowing_that_say_too_little_or_too_much_are_refused(String words, String message) {
        List<String> all = new ArrayList<>(List.of("borrow", "AAPL.XNAS"));
        all.addAll(List.of(words.split(" ")));
        all.addAll(List.of("--by", "anna", "--yes", "AAPL.XNAS"));
        assertThat(run("", all.toArray(String[]::new))).isEqualTo(2);
        assertThat(terminal.err()).contains(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "buyback --price 3 | KIND must be split, dividend, conversion, spin-off or redemption, was buyback",
                "split | --ratio must be given for a split",
                "split --ratio 4-1 | ratio must be units received, a colon and units held, was '4-1'",
                "split --ratio 4:1 --price 3 | --price must not be given for a split, was 3",
                "conversion --ratio 1:1 | --into must be given for a conversion",
                "conversion --ratio 1:1 --into AAPL.XNAS | into must be another instrument than AAPL.XNAS",
                "spin-off --ratio 1:1 --into ESM4.XCME | --cost-share must be given for a spin-off",
                "redemption --price NaN | ",
                "redemption --price 5 --per-unit 5 | --per-unit must not be given for a redemption, was 5",
            })
    void a_corporate_action_that_says_too_little_or_too_much_is_refused(String words, @Nullable String message) {
        List<String> all = new ArrayList<>(List.of("corporate-action"));
        all.addAll(List.of(words.split(" ")));
        all.add(2, "AAPL.XNAS");
        all.addAll(List.of("--id", "x", "--at", "2024-05-07T13:30:00Z", "--by", "anna"));
        assertThat(run("", all.toArray(String[]::new))).isEqualTo(2);
        assertThat(terminal.err()).contains(message == null ? "NaN" : message);
    }

    @Test
    void a_corporate_action_needs_a_time_with_a_zone() {
        assertThat(run(
                        "",
                        "corporate-action",
                        "split",
                        "AAPL.XNAS",
                        "--id",
                        "x",
                        "--at",
                        "2024-05-07T13:30",
                        "--ratio",
                        "2:1",
                        "--by",
                        "anna"))
                .isEqualTo(2);
        assertThat(terminal.err()).contains("--at must be a time with a zone, such as 2020-08-31T13:30:00Z");
    }

    @Test
    void parents_are_seen_and_changed() {
        running.ask(oms -> oms.parents()
                .take(
                        WORKED,
                        new Algo.Iceberg(Quantity.of(2), Quantity.of(1), Duration.ofMinutes(10)),
                        ExecutionLimits.NONE,
                        1));
        assertThat(run("", "look")).isZero();
        assertThat(terminal.out()).contains("parent      p-1  WORKING Iceberg  0 of 5 AAPL.XNAS until ");
        String[] pause = {"parent", "pause", "p-1", "--by", "anna", "--reason", "lunch"};
        assertThat(run("o-other\n", pause)).isEqualTo(2);
        assertThat(running.count(this::paused)).isZero();
        assertThat(run("p-1\n", pause)).isZero();
        assertThat(running.count(this::paused)).isEqualTo(1);
        assertThat(run("", "parent", "resume", "p-1", "--by", "anna", "--reason", "back", "--yes", "p-1"))
                .isZero();
        assertThat(running.count(this::paused)).isZero();
        assertThat(run("", "parent", "cancel", "p-1", "--by", "anna", "--reason", "enough", "--yes", "p-1"))
                .isZero();
        assertThat(run("", "parent", "cancel", "p-1", "--by", "anna", "--reason", "enough", "--yes", "p-1"))
                .isEqualTo(2);
        assertThat(terminal.err()).contains("parent p-1 must be worked");
        assertThat(run("", "parent", "stop", "p-1", "--by", "anna", "--reason", "x", "--yes", "p-1"))
                .isEqualTo(2);
        assertThat(terminal.err()).contains("WHAT must be one of [pause, resume, cancel], was stop");

        running.close();
        assertThat(parents(false)).isZero();
        assertThat(terminal.out())
                .containsPattern("p-1 +CANCELED +Iceberg +BUY +AAPL\\.XNAS +5 +0 +0 +0 2024-05-06T20:10:00Z");
        assertThat(parents(true)).isZero();
        assertThat(terminal.out()).contains("\"status\":\"ended\"", "\"finish\":\"canceled\"", "\"type\":\"iceberg\"");
        assertThat(parents(true, "--running")).isZero();
        assertThat(terminal.out()).isEqualTo("{\"parents\":[]}\n");
    }

    /** Looks at the log, which nobody writes. */
    private int parents(boolean json, String... words) {
        List<String> all = new ArrayList<>(List.of("parents"));
        all.addAll(List.of(words));
        all.add(folder.resolve("oms").resolve("journal").toString());
        if (json) {
            all.add("--json");
        }
        return terminal.run(new OmsCommands(), "", all.toArray(String[]::new));
    }

    private int paused(OmsState state) {
        return state.parents().status(WORKED.orderId()).orElseThrow() == ParentStatus.PAUSED ? 1 : 0;
    }

    @Test
    void a_forgotten_order_is_declared_dead() {
        String forgotten = id("forgotten o-lost");
        assertThat(running.count(
                        oms -> oms.order(LOST.orderId()).orElseThrow().status() == OrderStatus.UNKNOWN ? 1 : 0))
                .isEqualTo(1);
        assertThat(say("forgotten o-lost\n", "declare-dead", forgotten)).isZero();
        assertThat(running.count(
                        oms -> oms.order(LOST.orderId()).orElseThrow().status() == OrderStatus.CANCELED ? 1 : 0))
                .isEqualTo(1);
        assertThat(terminal.out()).doesNotContain("forgotten o-lost");
    }
}
