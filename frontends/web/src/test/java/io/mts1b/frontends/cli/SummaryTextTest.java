package io.mts1b.frontends.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.frontends.CommandRun;
import io.mts1b.frontends.SmallMarket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummaryTextTest {

    @TempDir
    private Path temp;

    @Test
    void is_a_table_in_one_language_whatever_the_machine_speaks() throws Exception {
        Path market = SmallMarket.write(temp.resolve("market.csv"), 2);

        CommandRun run = CommandRun.of(
                "demo",
                "--data",
                market.toString(),
                "--out",
                temp.resolve("out").toString());

        assertThat(run.code()).isZero();
        assertThat(run.out().lines()).first().isEqualTo("12-1 momentum with hierarchical risk parity on market.csv");
        assertThat(run.out())
                .containsPattern("\nSessions {18}755, 2015-01-02 to 2017-12-29 on XNYS\n")
                .containsPattern("\nFinal value {15}[0-9]+\\.[0-9]+ USD\n")
                .containsPattern("\nTotal return {14}-?[0-9]+\\.[0-9]{2} %\n")
                .containsPattern("\nSharpe ratio {14}-?[0-9]+\\.[0-9]{3}\n")
                .containsPattern("\nOrders, fills {13}[0-9]+, [0-9]+\n")
                .containsPattern("\nReport {20}.*report\\.html\n$");
    }
}
