package io.mts1b.benchmarks.execution;

import io.mts1b.benchmarks.measurement.Effort;
import io.mts1b.benchmarks.measurement.Fork;
import io.mts1b.benchmarks.measurement.Row;
import io.mts1b.benchmarks.measurement.Suite;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What happens to an order between the wish and the venue. */
public final class ExecutionSuite implements Suite {

    /** What is measured by the wall on two cores is collected by both. */
    private static final List<String> BOTH_CORES = List.of("-XX:-UseSerialGC", "-XX:+UseParallelGC");

    /** A full collection shall leave nothing dead, or the heap seems to grow and shrink by a twentieth of itself. */
    private static final List<String> YEAR = List.of("-Xmx2g", "-XX:MarkSweepDeadRatio=0");

    /** Makes the suite. */
    public ExecutionSuite() {}

    @Override
    public String name() {
        return "execution";
    }

    @Override
    public String description() {
        return "risk gates over the live state, FIX over loopback, and an order book beside exchange-core";
    }

    @Override
    public List<Row> run(Effort effort, Consumer<String> progress) {
        List<Row> rows = new ArrayList<>();
        rows.addAll(Fork.rows(SevenGates.class, effort, List.of(), progress));
        rows.addAll(Fork.rows(OrderPath.class, effort, and(BOTH_CORES, "-Xmx4g"), progress));
        rows.addAll(Fork.rows(Recovery.class, effort, and(BOTH_CORES, "-Xmx2g"), progress));
        rows.addAll(Fork.rows(YearOfOrders.class, effort, YEAR, progress));
        rows.addAll(Fork.rows(FixRoundTrip.class, effort, List.of(), progress));
        rows.addAll(Fork.rows(OrderBooks.class, effort, List.of(), progress));
        return rows;
    }

    private static List<String> and(List<String> options, String more) {
        List<String> all = new ArrayList<>(options);
        all.add(more);
        return all;
    }
}
