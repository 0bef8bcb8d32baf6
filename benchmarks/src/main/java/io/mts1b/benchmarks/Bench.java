package io.mts1b.benchmarks;

import io.mts1b.benchmarks.execution.ExecutionSuite;
import io.mts1b.benchmarks.house.HouseSuite;
import io.mts1b.benchmarks.measurement.Effort;
import io.mts1b.benchmarks.measurement.Row;
import io.mts1b.benchmarks.measurement.Suite;
import io.mts1b.benchmarks.platform.PlatformSuite;
import io.mts1b.benchmarks.quant.QuantSuite;
import io.mts1b.platform.service.Console;
import io.mts1b.platform.service.ExitCode;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code mts bench}. */
@Command(
        name = "mts bench",
        description = "Measure a suite: us and the peer on the same work in the same run.",
        mixinStandardHelpOptions = true)
public final class Bench implements Callable<Integer> {

    private static final List<Suite> SUITES =
            List.of(new HouseSuite(), new PlatformSuite(), new QuantSuite(), new ExecutionSuite());

    private final List<Suite> suites;
    private final PrintWriter out;
    private final PrintWriter err;

    @Parameters(arity = "0..1", paramLabel = "SUITE", description = "What to measure; without it, lists the suites.")
    private @Nullable String name;

    @Option(names = "--json", description = "Print JSON for programs.")
    private boolean json;

    @Option(names = "--quick", description = "Only see that everything can be measured; the figures mean nothing.")
    private boolean quick;

    @Option(
            names = "--events",
            description =
                    "How many events the year of order flow has, which is 100 million in truth; 10 million without it.")
    private @Nullable Long events;

    private Bench(List<Suite> suites, PrintWriter out, PrintWriter err) {
        this.suites = suites;
        this.out = out;
        this.err = err;
    }

    /**
     * Measures a suite and ends the process with its exit code.
     *
     * @param arguments the suite and the options
     */
    public static void main(String[] arguments) {
        System.exit(run(SUITES, writer(FileDescriptor.out), writer(FileDescriptor.err), arguments));
    }

    /**
     * Measures one of some suites.
     *
     * @param suites the suites
     * @param out where the rows go
     * @param err where progress and complaints go
     * @param arguments the suite and the options
     * @return the exit code: 0 done, 1 the results of us and a peer differ, 2 wrong usage
     */
    static int run(List<Suite> suites, PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(new Bench(suites, out, err))
                .setOut(out)
                .setErr(err)
                .execute(arguments);
    }

    @Override
    public Integer call() {
        Console console = new Console(out, err, InputStream.nullInputStream(), json);
        List<String> names = suites.stream().map(Suite::name).toList();
        if (name == null) {
            console.print(
                    names,
                    suites.stream()
                            .map(suite -> suite.name() + "  " + suite.description())
                            .collect(Collectors.joining("\n")));
            return ExitCode.DONE;
        }
        Optional<Suite> suite =
                suites.stream().filter(one -> one.name().equals(name)).findFirst();
        if (suite.isEmpty()) {
            return console.refuse("mts: suite must be one of " + names + ", was " + name);
        }
        Effort effort;
        try {
            effort = new Effort(!quick, events);
        } catch (IllegalArgumentException e) {
            return console.refuse("mts: " + e.getMessage());
        }
        List<Row> rows = suite.get().run(effort, line -> {
            err.print(line + "\n");
            err.flush();
        });
        console.print(rows, RowTable.of(rows));
        boolean agreed = rows.stream().noneMatch(row -> Objects.equals(row.resultsEqual(), false));
        return agreed ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), true);
    }
}
