package io.mts1b.quantkit.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.testkit.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the manual of R's PerformanceAnalytics expects of Bacon's portfolio. */
@Tag(SharedData.TAG)
class PublishedFiguresTest {

    private static double[] portfolio() throws IOException {
        return Files.readAllLines(SharedData.path("quant_goldens/perfanalytics_portfolio_bacon.csv")).stream()
                .skip(1)
                .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[1]))
                .toArray();
    }

    @Test
    void gains_over_losses_are_those_of_bernardo_and_ledoit() throws IOException {
        assertThat(OmegaRatio.of(portfolio(), 0).orElseThrow()).isCloseTo(1.779783, within(5e-7));
    }

    @Test
    void the_downside_deviates_as_expected() throws IOException {
        assertThat(SortinoRatio.of(portfolio(), 0.005).orElseThrow().downsideDeviation())
                .isCloseTo(0.0255, within(5e-5));
    }

    @Test
    void the_mean_drawdown_is_the_pain_index() throws IOException {
        double[] underwater = Drawdowns.ofReturns(portfolio()).underwater();

        assertThat(Arrays.stream(underwater).sum() / portfolio().length).isCloseTo(-0.04, within(5e-4));
    }
}
