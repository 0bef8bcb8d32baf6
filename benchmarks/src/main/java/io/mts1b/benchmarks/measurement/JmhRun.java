package io.mts1b.benchmarks.measurement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Times the methods of a JMH benchmark in processes of their own, us and the peer in turn. */
public final class JmhRun {

    private static final int FORKS = 2;
    private static final int ITERATIONS = 5;
    private static final TimeValue ITERATION = TimeValue.milliseconds(400);
    private static final TimeValue GLIMPSE = TimeValue.milliseconds(20);
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    /** JMH uses sun.misc.Unsafe, which the JDK would warn of. */
    private static final String UNSAFE = "--sun-misc-unsafe-memory-access=allow";

    private final Class<?> benchmark;
    private final Effort effort;

    /**
     * Chooses a benchmark.
     *
     * @param benchmark a class with methods annotated for JMH that report the average time
     * @param effort how much is done
     */
    public JmhRun(Class<?> benchmark, Effort effort) {
        this.benchmark = benchmark;
        this.effort = effort;
    }

    /**
     * Times pairs of methods.
     *
     * @param pairs what to time
     * @param progress told one line before each pair
     * @return a row for each pair, in nanoseconds
     */
    public List<Row> rows(List<Pair> pairs, Consumer<String> progress) {
        List<Row> rows = new ArrayList<>();
        for (Pair pair : pairs) {
            progress.accept("measuring " + pair.name());
            boolean equal = pair.equal().getAsBoolean();
            RunResult ours = measure(pair.ours());
            RunResult theirs = measure(pair.theirs());
            Samples value = samples(ours);
            double peer = samples(theirs).median();
            rows.add(new Row(
                    pair.name(),
                    "ns",
                    value.median(),
                    value.spread(),
                    pair.peer(),
                    peer,
                    peer / value.median(),
                    equal,
                    allocated(ours)));
        }
        return rows;
    }

    private RunResult measure(String method) {
        Options options = new OptionsBuilder()
                .include("^" + benchmark.getCanonicalName().replace(".", "\\.") + "\\." + method + "$")
                .forks(effort.of(FORKS, 1))
                .warmupIterations(effort.of(ITERATIONS, 0))
                .warmupTime(ITERATION)
                .measurementIterations(effort.of(ITERATIONS, 1))
                .measurementTime(effort.isFull() ? ITERATION : GLIMPSE)
                .jvmArgsAppend(UNSAFE)
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT)
                .build();
        try {
            Collection<RunResult> results = new Runner(options).run();
            if (results.size() != 1) {
                throw new IllegalStateException(
                        method + " must be one benchmark of " + benchmark + ", was " + results.size());
            }
            return results.iterator().next();
        } catch (RunnerException e) {
            throw new IllegalStateException("cannot measure " + method, e);
        }
    }

    private static Samples samples(RunResult run) {
        return Samples.of(run.getBenchmarkResults().stream()
                .flatMap(fork -> fork.getIterationResults().stream())
                .mapToDouble(iteration -> iteration.getPrimaryResult().getScore())
                .toArray());
    }

    private static double allocated(RunResult run) {
        return Objects.requireNonNull(run.getSecondaryResults().get(ALLOCATED), ALLOCATED)
                .getScore();
    }
}
