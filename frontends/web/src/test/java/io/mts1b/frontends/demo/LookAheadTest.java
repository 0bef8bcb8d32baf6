package io.mts1b.frontends.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.frontends.CommandRun;
import io.mts1b.frontends.SmallMarket;
import io.mts1b.reportslibrary.run.RunResults;
import io.mts1b.reportslibrary.run.RunStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run knows nothing of what is to come. */
class LookAheadTest {

    private static final LocalDate POISONED_FROM = LocalDate.of(2017, 5, 3);

    @TempDir
    private Path temp;

    private RunResults run(String name, Path data) {
        CommandRun run = CommandRun.of(
                "demo", "--data", data.toString(), "--out", temp.resolve(name).toString());
        assertThat(run.code()).as(run.err()).isZero();
        return RunStore.read(temp.resolve(name));
    }

    @Test
    void another_future_changes_nothing_before_it() throws Exception {
        Path data = SmallMarket.write(temp.resolve("market.csv"), 6);
        Path poisoned = Files.write(
                temp.resolve("poisoned.csv"),
                Files.readAllLines(data).stream().map(LookAheadTest::poison).toList());

        RunResults clean = run("clean", data);
        RunResults other = run("other", poisoned);

        assertThat(before(other)).isEqualTo(before(clean)).hasSizeGreaterThan(500);
        assertThat(other.equity()).hasSameSizeAs(clean.equity()).isNotEqualTo(clean.equity());
    }

    /** Ten times the price, on every day that is still to come. */
    private static String poison(String row) {
        String[] cells = row.split(",", -1);
        if (cells[0].equals("date") || LocalDate.parse(cells[0]).isBefore(POISONED_FROM)) {
            return row;
        }
        for (int i = 2; i <= 5; i++) {
            cells[i] = cells[i] + "e1";
        }
        return String.join(",", cells);
    }

    private static List<Object> before(RunResults results) {
        return Stream.of(
                        results.equity().stream()
                                .filter(row -> row.session().isBefore(POISONED_FROM))
                                .toList(),
                        results.decisions().stream()
                                .filter(row -> row.session().isBefore(POISONED_FROM))
                                .toList(),
                        results.trades().stream()
                                .filter(row -> row.session().isBefore(POISONED_FROM))
                                .toList(),
                        results.weights().stream()
                                .filter(row -> row.session().isBefore(POISONED_FROM))
                                .toList())
                .flatMap(List::stream)
                .map(Object.class::cast)
                .toList();
    }
}
