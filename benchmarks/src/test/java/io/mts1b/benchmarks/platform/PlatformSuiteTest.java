package io.mts1b.benchmarks.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.benchmarks.measurement.Effort;
import io.mts1b.benchmarks.measurement.Row;
import io.mts1b.platform.json.Json;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlatformSuiteTest {

    @Test
    void we_and_the_peers_come_to_the_same_results() {
        List<String> progress = new ArrayList<>();

        List<Row> rows = new PlatformSuite().run(Effort.QUICK, progress::add);

        assertThat(rows).extracting(Row::name).contains("bus in process, 64 B", "journal group, p99", "write an event");
        assertThat(rows)
                .filteredOn(row -> row.peer() != null)
                .extracting(Row::resultsEqual)
                .containsOnly(true);
        assertThat(rows).extracting(Row::value).allMatch(value -> value > 0);
        assertThat(progress).contains("measuring the bus in one process");
    }

    @Test
    void a_payload_takes_64_bytes() {
        assertThat(List.of(0, 8, 10, Ticks.DISTINCT))
                .allSatisfy(index -> assertThat(
                                Json.bytes(Ticks.event(Ticks.TOPIC, index).payload()))
                        .hasSize(Ticks.PAYLOAD_BYTES));
    }
}
