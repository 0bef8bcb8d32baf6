package io.mts1b.riskengine.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.platform.service.Console;
import io.mts1b.platform.service.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class RiskEngineCommandsTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void tells_what_may_be_lost_and_what_an_order_adds() throws IOException {
        // Up and down a percent, so that the deviation is 1.4142 % and 1.6449 of those are lost.
        Path prices = prices();
        String[] words = {"--prices", prices.toString(), "--holding", "AAPL.XNAS=10000", "--model", "parametric"};

        assertThat(run(false, words)).as(err.toString()).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("value at risk: 232.62 USD", "expected shortfall: 291.72 USD");

        out.getBuffer().setLength(0);
        assertThat(run(
                        true,
                        "--prices",
                        prices.toString(),
                        "--holding",
                        "AAPL.XNAS=10000",
                        "--order",
                        "AAPL.XNAS=-10000",
                        "--model",
                        "parametric"))
                .isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("232.62 USD", "-232.62 USD", "parametric");
    }

    @Test
    void refuses_with_a_reason() throws IOException {
        String prices = prices().toString();

        assertThat(run(false, "--prices", prices, "--holding", "AAPL.XNAS=1", "--model", "guess"))
                .isEqualTo(ExitCode.REFUSED);
        assertThat(err.toString()).contains("model must be historical, parametric or monte-carlo, was guess");
        assertThat(run(false, "--prices", prices, "--holding", "MSFT.XNAS=1")).isEqualTo(ExitCode.REFUSED);
        assertThat(err.toString()).contains("history must have returns of MSFT.XNAS, has [AAPL.XNAS]");
        assertThat(run(false, "--prices", prices, "--holding", "AAPL.XNAS=1", "--tail", "2"))
                .isEqualTo(ExitCode.REFUSED);
        assertThat(run(false, "--prices", "no such file", "--holding", "AAPL.XNAS=1"))
                .isEqualTo(ExitCode.REFUSED);
        assertThat(out.toString()).isEmpty();
    }

    private Path prices() throws IOException {
        return Files.write(
                folder.resolve("prices.csv"),
                List.of("date,AAPL.XNAS", "2024-05-01,100", "2024-05-02,101", "2024-05-03,99.99"));
    }

    private int run(boolean json, String... words) {
        Console console = new Console(new PrintWriter(out), new PrintWriter(err), InputStream.nullInputStream(), json);
        return new CommandLine(new RiskEngineCommands().commands(console).getFirst())
                .setErr(new PrintWriter(err))
                .execute(words);
    }
}
