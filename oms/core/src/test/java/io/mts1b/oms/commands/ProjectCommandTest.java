package io.mts1b.oms.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.oms.SampleLog;
import io.mts1b.oms.projections.Postgres;
import io.mts1b.platform.clock.WallClock;
import io.mts1b.platform.retry.Waiter;
import io.mts1b.platform.service.Console;
import io.mts1b.platform.service.ExitCode;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ProjectCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path journal = Path.of("");
    private Path data = Path.of("");

    @BeforeEach
    void trade() {
        journal = folder.resolve("journal");
        SampleLog.write(journal);
        data = Postgres.folderOfAnother();
    }

    private int run(boolean json, String... words) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        Console console = new Console(new PrintWriter(out), new PrintWriter(err), InputStream.nullInputStream(), json);
        return new CommandLine(new ProjectCommand(console, WallClock.source(), Waiter.blocking()))
                .setErr(new PrintWriter(err))
                .execute(words);
    }

    @Test
    void follows_checks_and_rebuilds() {
        String log = journal.toString();
        String database = data.toString();
        assertThat(run(true, "--journal", log, "--data", database, "--batch", "5"))
                .isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).startsWith("{\"written\":").contains("\"events\":");
        assertThat(err.toString()).contains("tables hold 0 events\n", "tables hold 5 events\n");
        String first = out.toString();

        assertThat(run(true, "--journal", log, "--data", database)).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).startsWith("{\"written\":0,");
        assertThat(run(true, "--journal", log, "--data", database, "--rebuild")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).isEqualTo(first);
        assertThat(run(false, "--journal", log, "--data", database, "--check")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("orders        3 rows\n", "fills         2 rows\n", "all rows are as");

        Path other = folder.resolve("other");
        SampleLog.write(other, List.of());
        assertThat(run(true, "--journal", other.toString(), "--data", database)).isEqualTo(ExitCode.REFUSED);
        assertThat(err.toString()).contains("tables must follow the log " + other);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void refuses_what_is_no_log_or_no_database() {
        assertThat(run(true, "--journal", journal.toString())).isEqualTo(ExitCode.REFUSED);
        assertThat(err.toString()).contains("database must be one of --url");
        assertThat(run(true, "--journal", journal.toString(), "--url", "mysql://x", "--user", "me"))
                .isEqualTo(ExitCode.REFUSED);
        assertThat(err.toString()).contains("db");
        assertThat(run(
                        true,
                        "--journal",
                        journal.toString(),
                        "--url",
                        "jdbc:postgresql://127.0.0.1:1/x",
                        "--user",
                        "me"))
                .isEqualTo(ExitCode.REFUSED);
        assertThat(err.toString()).contains("127.0.0.1:1");
        assertThat(run(true, "--journal", journal.toString(), "--check", "--rebuild"))
                .isEqualTo(ExitCode.REFUSED);
        assertThat(err.toString()).contains("--check must stand alone");
        assertThat(run(true, "--journal", journal.toString(), "--batch", "0")).isEqualTo(ExitCode.REFUSED);
    }
}
