package io.mts1b.benchmarks.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.benchmarks.measurement.Effort;
import io.mts1b.benchmarks.measurement.Row;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExecutionSuiteTest {

    private static final String HEAP = "heap that the last nine tenths of a year added";

    @Test
    void every_row_is_measured() {
        List<String> progress = new ArrayList<>();

        List<Row> rows = new ExecutionSuite().run(Effort.QUICK, progress::add);

        assertThat(rows)
                .extracting(Row::name)
                .containsExactly(
                        "the seven gates, p50",
                        "the seven gates, p99",
                        "orders in, gates, journal, out",
                        "the same, group fsync",
                        "recovery of 10 thousand events",
                        "heap after a year of order flow",
                        HEAP,
                        "FIX 4.4 order to execution report, p50",
                        "FIX 4.4 order to execution report, p99",
                        "order book, a command, 1,000 live orders");
        // A heap may shrink.
        assertThat(rows)
                .filteredOn(row -> !row.name().equals(HEAP))
                .extracting(Row::value)
                .allMatch(value -> value > 0);
    }
}
