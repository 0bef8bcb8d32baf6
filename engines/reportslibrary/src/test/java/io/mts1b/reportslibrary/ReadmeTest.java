package io.mts1b.reportslibrary;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.reportslibrary.html.HtmlReport;
import io.mts1b.reportslibrary.run.Figure;
import io.mts1b.reportslibrary.run.RunResults;
import io.mts1b.reportslibrary.run.RunStore;
import io.mts1b.reportslibrary.run.RunSummary;
import java.nio.file.Path;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of the README. */
class ReadmeTest {

    @TempDir
    private Path folder;

    @Test
    void the_example_works() {
        RunResults results = TinyRun.results();

        RunStore.write(folder, results);
        HtmlReport.write(folder.resolve("report.html"), RunStore.read(folder));

        RunSummary summary = results.summary();
        OptionalDouble sharpe = summary.figure(Figure.SHARPE_RATIO);

        assertThat(folder.resolve("report.html")).isNotEmptyFile();
        assertThat(sharpe).isPresent();
    }
}
