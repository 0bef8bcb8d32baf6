package io.mts1b.frontends.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.foundation.numbers.Money;
import io.mts1b.frontends.demo.RunPlan.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunFolderTest {

    private static final Request REQUEST = new Request("prices.csv", 1, Money.parse("1000000 USD"), Request.AUTO, true);
    private static final RunPlan PLAN =
            new RunPlan(REQUEST, false, List.of("prices.csv: CSV"), "XNYS", BarPeriod.DAILY);

    @TempDir
    private Path temp;

    private RunFolder begun() throws IOException {
        RunFolder folder = new RunFolder(temp);
        folder.writePlan(PLAN);
        Files.createDirectories(folder.lake().resolve("bars"));
        Files.writeString(folder.lake().resolve("bars").resolve("daily.parquet"), "bars");
        Files.createDirectories(folder.journal());
        return folder;
    }

    @Test
    void a_plan_without_a_lake_is_a_run_that_never_began() throws IOException {
        RunFolder folder = new RunFolder(temp);
        assertThat(folder.hasRun()).isFalse();
        folder.writePlan(PLAN);
        assertThat(folder.hasRun()).isFalse();
        assertThat(begun().hasRun()).isTrue();
    }

    @Test
    void goes_on_with_the_plan_that_was_written() throws IOException {
        assertThat(begun().resumedPlan(REQUEST)).isEqualTo(PLAN);
    }

    @Test
    void goes_on_only_if_everything_asked_for_is_the_same() throws IOException {
        RunFolder folder = begun();
        Money cash = REQUEST.cash();
        for (Request other : List.of(
                new Request("others.csv", 1, cash, Request.AUTO, true),
                new Request("prices.csv", 2, cash, Request.AUTO, true),
                new Request("prices.csv", 1, cash.plus(cash), Request.AUTO, true),
                new Request("prices.csv", 1, cash, "XNYS", true),
                new Request("prices.csv", 1, cash, Request.AUTO, false))) {
            assertThatThrownBy(() -> folder.resumedPlan(other))
                    .isInstanceOf(RefusedRunException.class)
                    .hasMessageContaining("was asked for");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"report.html", "summary.json", "trades.parquet"})
    void leaves_alone_what_is_not_its_own(String name) throws IOException {
        Files.writeString(temp.resolve(name), "somebody else's");

        assertThatThrownBy(new RunFolder(temp)::requireOurs)
                .isInstanceOf(RefusedRunException.class)
                .hasMessageContaining(name)
                .hasMessageContaining("choose another --out");
    }

    @Test
    void says_where_a_plan_is_damaged() throws IOException {
        Files.writeString(temp.resolve("run.json"), "{\"request\":");

        assertThatThrownBy(new RunFolder(temp)::requireOurs)
                .isInstanceOf(RefusedRunException.class)
                .hasMessageContaining("run.json is no plan of a run");
    }

    @Test
    void clears_all_of_a_run_and_nothing_else() throws IOException {
        RunFolder folder = begun();
        Files.writeString(temp.resolve("notes.txt"), "mine");

        folder.clear();

        try (Stream<Path> left = Files.list(temp)) {
            assertThat(left).containsExactly(temp.resolve("notes.txt"));
        }
    }

    /** Whoever was interrupted in clearing finds a folder that is its own, with no run in it. */
    @Test
    void can_be_cleared_again_after_clearing_was_interrupted() throws IOException {
        RunFolder folder = begun();
        Files.writeString(temp.resolve("report.html"), "an earlier report");
        Files.move(folder.lake(), temp.resolve("lake.discarded"));

        assertThat(folder.hasRun()).isFalse();
        folder.requireOurs();
        folder.clear();

        try (Stream<Path> left = Files.list(temp)) {
            assertThat(left).isEmpty();
        }
    }
}
