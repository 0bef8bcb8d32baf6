package io.mts1b.benchmarks.quant;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.benchmarks.measurement.Effort;
import io.mts1b.benchmarks.measurement.Row;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuantSuiteTest {

    @Test
    void we_and_the_peers_come_to_the_same_results() {
        List<String> progress = new ArrayList<>();

        List<Row> rows = new QuantSuite().run(Effort.QUICK, progress::add);

        assertThat(rows).extracting(Row::name).contains("minimum variance, 20", "60 indicators, 2000 bars");
        assertThat(rows)
                .filteredOn(row -> row.peer() != null)
                .allSatisfy(row -> assertThat(row.resultsEqual())
                        .as("results of " + row.name())
                        .isTrue());
        assertThat(rows).extracting(Row::value).allMatch(value -> value > 0);
        assertThat(progress).anyMatch(line -> line.contains("skfolio 700 ms"));
    }

    @Test
    void near_numbers_are_equal_and_others_are_not() {
        assertThat(new Near(new double[] {1, Double.NaN}, 1e-9))
                .isEqualTo(new Near(new double[] {1 + 1e-10, Double.NaN}, 1e-9))
                .isNotEqualTo(new Near(new double[] {1 + 1e-8, Double.NaN}, 1e-9))
                .isNotEqualTo(new Near(new double[] {1, 0}, 1e-9))
                .isNotEqualTo(new Near(new double[] {1}, 1e-9));
    }
}
