package io.mts1b.benchmarks;

import io.mts1b.benchmarks.house.HouseSuite;
import io.mts1b.platform.service.Console;
import io.mts1b.platform.service.ExitCode;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
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

    private static final List<Suite> SUITES = List.of(new HouseSuite());

    @Parameters(arity = "0..1", paramLabel = "SUITE", description = "What to measure; without it, lists the suites.")
    private @Nullable String name;

    @Option(names = "--json", description = "Print JSON for programs.")
    private boolean json;

    private Bench() {}

    /**
     * Measures a suite and ends the process with its exit code.
     *
     * @param arguments the suite and the options
     */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }

    @Override
    public Integer call() {
        Console console = new Console(
                writer(FileDescriptor.out), writer(FileDescriptor.err), new FileInputStream(FileDescriptor.in), json);
        if (name == null) {
            console.print(
                    SUITES.stream().map(Suite::name).toList(),
                    SUITES.stream()
                            .map(suite -> suite.name() + "  " + suite.description())
                            .collect(Collectors.joining("\n")));
            return ExitCode.DONE;
        }
        Optional<Suite> suite =
                SUITES.stream().filter(one -> one.name().equals(name)).findFirst();
        if (suite.isEmpty()) {
            return console.refuse("mts: suite must be one of "
                    + SUITES.stream().map(Suite::name).toList() + ", was " + name);
        }
        List<Row> rows = suite.get().run(line -> {
            console.err().print("measuring " + line + "\n");
            console.err().flush();
        });
        console.print(rows, RowTable.of(rows));
        boolean agreed = rows.stream().noneMatch(row -> Objects.equals(row.resultsEqual(), false));
        return agreed ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), true);
    }
}
