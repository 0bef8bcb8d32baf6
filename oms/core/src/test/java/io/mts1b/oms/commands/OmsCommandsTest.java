package io.mts1b.oms.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.ids.StrategyId;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.Side;
import io.mts1b.oms.Desk;
import io.mts1b.oms.Difference;
import io.mts1b.oms.Oms;
import io.mts1b.oms.OmsEvent;
import io.mts1b.oms.OmsLog;
import io.mts1b.oms.SampleLog;
import io.mts1b.oms.WordsDesk;
import io.mts1b.platform.service.CommandProvider;
import io.mts1b.platform.service.Console;
import io.mts1b.platform.service.ExitCode;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class OmsCommandsTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path journal = Path.of("");
    private String hash = "";

    @BeforeEach
    void trade() {
        journal = folder.resolve("journal");
        hash = SampleLog.write(journal);
    }

    private int run(boolean json, String... words) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        Console console = new Console(new PrintWriter(out), new PrintWriter(err), InputStream.nullInputStream(), json);
        for (Callable<Integer> command : new OmsCommands().commands(console)) {
            CommandLine line = new CommandLine(command).setErr(new PrintWriter(err));
            if (line.getCommandName().equals(words[0])) {
                return line.execute(List.of(words).subList(1, words.length).toArray(String[]::new));
            }
        }
        throw new IllegalArgumentException("command must exist, was " + words[0]);
    }

    @Test
    void are_found_by_the_launcher() {
        assertThat(ServiceLoader.load(CommandProvider.class)).anyMatch(OmsCommands.class::isInstance);
    }

    @Test
    void list_orders_fills_and_positions() {
        assertThat(run(true, "orders", journal.toString())).isEqualTo(ExitCode.DONE);
        assertThat(out.toString())
                .contains("\"status\":\"filled\"", "\"average_price\":\"100.5\"", "\"status\":\"denied\"");
        assertThat(run(false, "orders", journal.toString(), "--open")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("o-3").doesNotContain("o-1", "o-2");
        assertThat(run(false, "orders", journal.toString(), "--status", "denied"))
                .isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("o-2").doesNotContain("o-1", "o-3");

        assertThat(run(true, "fills", journal.toString())).isEqualTo(ExitCode.DONE);
        // The one that was busted is not among them.
        assertThat(out.toString()).contains("\"f-1\"").doesNotContain("\"f-2\"");

        assertThat(run(false, "positions", journal.toString())).isEqualTo(ExitCode.DONE);
        assertThat(out.toString())
                .isEqualTo(
                        "fund alpha, cash 989949 USD\n  AAPL.XNAS                       100  realized 0 USD, fees 1 USD\n");
        assertThat(run(true, "positions", journal.toString())).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("\"quantity\":\"100\"", "\"doubts\":{}");
    }

    @Test
    void list_the_fills_that_operators_booked() {
        Order theirs = Desk.order("theirs", Side.BUY, 7).build();
        BrokerId venue = new BrokerId("notes");
        try (Oms oms = Desk.open(journal)) {
            oms.connect(new Desk.Notes());
            oms.onVenue(venue, Desk.traded(Desk.fill(theirs, "x-1", 7, "100"), theirs));
            Difference foreign =
                    oms.state().differences().values().iterator().next().getFirst();
            WordsDesk.Owner owner = new WordsDesk.Owner(Desk.FUND, new StrategyId("momentum"));
            oms.words().adopt(venue, foreign, owner, null, new ActorId("anna"), "asked the desk");
        }

        assertThat(run(true, "fills", journal.toString())).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("\"f-1\"", "\"x-1\"", "\"order_id\":\"adopted-notes-V-theirs\"");
        assertThat(run(true, "positions", journal.toString())).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("\"quantity\":\"107\"");
    }

    @Test
    void replay_to_the_hash_of_the_live_state() {
        assertThat(run(true, "replay", journal.toString())).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains(hash, "\"denied\":1", "\"filled\":1");
        assertThat(run(true, "replay", journal.toString(), "--until", "5")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("\"events\":5").doesNotContain(hash);
    }

    @Test
    void verify_the_chain_and_the_fold() throws Exception {
        assertThat(run(true, "verify", journal.toString())).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("\"sound\":true", "\"snapshots\":0", hash);

        Path segment;
        try (Stream<Path> files = Files.list(journal)) {
            segment = files.filter(file -> file.toString().endsWith(".journal")
                            || file.toString().endsWith(".seg"))
                    .findFirst()
                    .orElseThrow();
        }
        try (RandomAccessFile file = new RandomAccessFile(segment.toFile(), "rw")) {
            file.seek(file.length() / 2);
            int old = file.read();
            file.seek(file.length() / 2);
            file.write(old ^ 1);
        }
        assertThat(run(true, "verify", journal.toString())).isEqualTo(ExitCode.FAILED);
        assertThat(out.toString()).contains("\"sound\":false");
        assertThat(run(true, "orders", journal.toString())).isEqualTo(ExitCode.REFUSED);
    }

    /** A verification of a log whose service writes an event whenever it has been read once. */
    private static final class OfRunning extends VerifyCommand {

        private int reads;

        OfRunning(Console console) {
            super(console);
        }

        @Override
        long forEach(Consumer<OmsEvent> consumer) {
            long read = super.forEach(consumer);
            reads++;
            SampleLog.write(journal(), List.of(Desk.marked(Desk.TODAY, String.valueOf(100 + reads), "5000")));
            return read;
        }
    }

    @Test
    void verify_a_log_that_is_written_meanwhile() {
        List<OmsEvent> events = new ArrayList<>();
        OmsLog.forEach(journal, events::add);

        OfRunning verify = new OfRunning(
                new Console(new PrintWriter(out), new PrintWriter(err), InputStream.nullInputStream(), true));
        assertThat(new CommandLine(verify).execute(journal.toString()))
                .as(out.toString())
                .isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("\"sound\":true", "\"events\":" + events.size() + ",", hash);
        assertThat(verify.reads).isEqualTo(2);
    }

    @Test
    void find_an_event_that_cannot_follow() {
        Path impossible = folder.resolve("impossible");
        List<OmsEvent> events = new ArrayList<>();
        OmsLog.forEach(journal, events::add);
        events.remove(5);
        SampleLog.write(impossible, events);

        assertThat(run(true, "verify", impossible.toString())).isEqualTo(ExitCode.FAILED);
        assertThat(out.toString()).contains("event 6 cannot follow");
    }

    @Test
    void tell_the_risk_of_what_is_held() throws Exception {
        Path prices = Files.write(
                folder.resolve("prices.csv"),
                List.of("date,AAPL.XNAS", "2024-05-01,100", "2024-05-02,101", "2024-05-03,98.98"));
        String[] words = {"risk", journal.toString(), "--prices", prices.toString(), "--shock", "crash=-0.2"};

        assertThat(run(false, words)).as(err.toString()).isEqualTo(ExitCode.DONE);
        assertThat(out.toString())
                .contains(
                        "fund alpha, worth", "expected shortfall: 200 USD", "stress crash: -2000 USD", "delta 100.00");
        assertThat(run(true, "risk", journal.toString(), "--prices", prices.toString(), "--order", "AAPL.XNAS=-100"))
                .isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("\"incremental\":{", "-200 USD");

        assertThat(run(true, "risk", journal.toString(), "--prices", prices.toString(), "--fund", "none"))
                .isEqualTo(ExitCode.REFUSED);
        assertThat(err.toString()).contains("fund none must be open");
        assertThat(run(true, "risk", journal.toString(), "--prices", prices.toString(), "--model", "guess"))
                .isEqualTo(ExitCode.REFUSED);
    }

    @Test
    void soak_some_seeds() {
        assertThat(run(true, "soak", "--seeds", "3", "--from", "100")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("\"seeds\":3", "\"from\":100");
        assertThat(run(false, "soak", "--seeds", "0")).isEqualTo(ExitCode.REFUSED);
        assertThat(err.toString()).contains("seeds must be positive, was 0");
    }

    @Test
    void refuse_what_is_no_log() {
        assertThat(run(true, "orders", folder.resolve("nothing").toString())).isEqualTo(ExitCode.REFUSED);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("nothing");
        assertThat(run(true, "orders", journal.toString(), "--status", "well")).isEqualTo(ExitCode.REFUSED);
        assertThat(err.toString()).contains("status must be one of [CREATED,").contains("was well");
        assertThat(run(true, "replay", journal.toString(), "--until", "-1")).isEqualTo(ExitCode.REFUSED);
    }

    @Test
    void read_a_log_of_more_ended_orders_than_memory_keeps() {
        Path longer = folder.resolve("longer");
        String last = SampleLog.write(longer, 1_500);
        assertThat(run(true, "verify", longer.toString())).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("\"sound\":true", last);
        assertThat(run(true, "replay", longer.toString())).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains(last, "\"filled\":1500");
        assertThat(run(false, "orders", longer.toString())).isEqualTo(ExitCode.DONE);
        assertThat(out.toString().lines()).hasSize(1_501);
        assertThat(run(false, "orders", longer.toString(), "--open")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString().lines()).hasSize(1);
        assertThat(run(false, "positions", longer.toString())).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains(" 1500 ");
    }
}
