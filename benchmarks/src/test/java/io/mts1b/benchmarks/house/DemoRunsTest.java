package io.mts1b.benchmarks.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.mts1b.benchmarks.measurement.Row;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DemoRunsTest {

    private final List<String> progress = new ArrayList<>();

    @TempDir
    Path folder;

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_run_has_a_time_and_a_peak() throws Exception {
        Path prices = Files.writeString(folder.resolve("prices.csv"), prices());

        List<Row> rows = new DemoRuns(1).rows("demo", List.of("--data", prices.toString()), progress::add);

        assertThat(rows).extracting(Row::name).containsExactly("demo", "demo, peak RSS");
        assertThat(rows).extracting(Row::unit).containsExactly("s", "MiB");
        assertThat(rows).extracting(Row::value).allMatch(value -> value > 0);
        assertThat(rows).extracting(Row::spread).containsOnly(0.0);
        assertThat(rows).extracting(Row::peer).containsOnlyNulls();
        assertThat(progress).containsExactly("measuring demo, run 1 of 1");
    }

    /** Three assets that swing around a trend, on 400 weekdays. */
    private static String prices() {
        List<String> lines = new ArrayList<>(List.of("date,AAA,BBB,CCC"));
        for (LocalDate day = LocalDate.of(2021, 1, 4); lines.size() <= 400; day = day.plusDays(1)) {
            if (day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0) {
                int t = lines.size();
                lines.add(String.format(
                        Locale.ROOT,
                        "%s,%.2f,%.2f,%.2f",
                        day,
                        100 + 10 * StrictMath.sin(t / 9.0) + t / 10.0,
                        50 + 5 * StrictMath.cos(t / 7.0) + t / 20.0,
                        80 + 8 * StrictMath.sin(t / 5.0)));
            }
        }
        return String.join("\n", lines) + "\n";
    }

    @Test
    void a_run_that_fails_says_why() {
        Path missing = folder.resolve("missing.csv");

        assertThatIllegalStateException()
                .isThrownBy(() -> new DemoRuns(1).rows("demo", List.of("--data", missing.toString()), progress::add))
                .withMessageStartingWith("demo [--data, " + missing + "] ended with 2: ")
                .withMessageContaining("mts: " + missing + ": found nothing");
    }

    @Test
    void the_peak_is_the_high_water_mark_in_mebibytes() {
        assertThat(DemoProcess.peakMebibytes(
                        List.of("Name:\tjava", "VmPeak:\t 9999999 kB", "VmHWM:\t  263168 kB", "VmRSS:\t  262144 kB")))
                .hasValue(257);
    }

    @Test
    void a_system_that_does_not_tell_has_no_peak() throws Exception {
        assertThat(DemoProcess.peakMebibytes(folder)).isEmpty();
        Files.writeString(folder.resolve("status"), "Name:\tjava\n");
        assertThat(DemoProcess.peakMebibytes(folder)).isEmpty();
    }
}
