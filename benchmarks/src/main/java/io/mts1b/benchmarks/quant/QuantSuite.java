package io.mts1b.benchmarks.quant;

import io.mts1b.benchmarks.measurement.Effort;
import io.mts1b.benchmarks.measurement.Fork;
import io.mts1b.benchmarks.measurement.Row;
import io.mts1b.benchmarks.measurement.Suite;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The mathematics beside what others would take, or write. */
public final class QuantSuite implements Suite {

    /** What ta4j needs to hold a million bars. */
    private static final List<String> LARGE = List.of("-Xmx4g");

    /** What a process needs to use the machine's vector instructions. */
    private static final List<String> VECTORS = List.of("--add-modules", "jdk.incubator.vector");

    /** Makes the suite. */
    public QuantSuite() {}

    @Override
    public String name() {
        return "quant";
    }

    @Override
    public String description() {
        return "the mathematics of quantkit beside ojAlgo, ta4j and plain Java";
    }

    @Override
    public List<Row> run(Effort effort, Consumer<String> progress) {
        List<Row> rows = new ArrayList<>();
        rows.addAll(Fork.rows(Allocations.class, effort, List.of(), progress));
        rows.addAll(Fork.rows(TechnicalIndicators.class, effort, LARGE, progress));
        rows.addAll(Fork.rows(OptionValues.class, effort, VECTORS, progress));
        rows.addAll(Fork.rows(SeriesMetrics.class, effort, List.of(), progress));
        return rows;
    }
}
