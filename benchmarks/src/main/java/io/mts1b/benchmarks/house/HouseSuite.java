package io.mts1b.benchmarks.house;

import io.mts1b.benchmarks.measurement.Effort;
import io.mts1b.benchmarks.measurement.JmhRun;
import io.mts1b.benchmarks.measurement.Pair;
import io.mts1b.benchmarks.measurement.Row;
import io.mts1b.benchmarks.measurement.Suite;
import io.mts1b.foundation.numbers.Decimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Exact decimals beside {@code BigDecimal}, and the main job as a whole. */
public final class HouseSuite implements Suite {

    /** Makes the suite. */
    public HouseSuite() {}

    @Override
    public String name() {
        return "house";
    }

    @Override
    public String description() {
        return "exact decimals beside BigDecimal, and the main job as a whole";
    }

    @Override
    public List<Row> run(Effort effort, Consumer<String> progress) {
        DecimalWork work = new DecimalWork();
        List<Row> rows = new ArrayList<>(new JmhRun(DecimalBenchmark.class, effort)
                .rows(
                        List.of(
                                pair("decimal add", "add", work::sameSums),
                                pair("decimal compare", "compare", () -> work.compare() == work.compareBig()),
                                pair("decimal parse", "parse", work::sameNumbers),
                                pair("decimal parse to wire integer", "parseWire", work::sameWireIntegers),
                                pair("decimal column add", "addColumn", work::sameColumnSums),
                                pair(
                                        "decimal column compare",
                                        "compareColumn",
                                        () -> work.compareColumn() == work.compareColumnBig()),
                                pair(
                                        "decimal column sum",
                                        "sumColumn",
                                        () -> work.sumColumn().equals(Decimal.of(work.sumColumnBig())))),
                        progress));
        rows.addAll(new DemoRuns(effort.of(DemoRuns.RUNS, 1)).rows(progress));
        return rows;
    }

    private static Pair pair(String name, String method, BooleanSupplier equal) {
        return new Pair(name, method, "BigDecimal", method + "Big", equal);
    }
}
