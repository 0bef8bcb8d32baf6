package io.mts1b.quantkit.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.testkit.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the manual of R's PerformanceAnalytics expects of its samples: Bacon's portfolio, and a manager. */
@Tag(SharedData.TAG)
class PublishedFiguresTest {

    private static double[] column(String file, int column) throws IOException {
        return Files.readAllLines(SharedData.path("quant_goldens/" + file)).stream()
                .skip(1)
                .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[column]))
                .toArray();
    }

    private static double[] portfolio() throws IOException {
        return column("perfanalytics_portfolio_bacon.csv", 1);
    }

    /** HAM1 of the managers. */
    private static double[] manager() throws IOException {
        return column("perfanalytics_managers.csv", 1);
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

    @Test
    void a_manager_is_as_good_as_printed() throws IOException {
        double[] excess = Arrays.stream(manager()).map(r -> r - 0.035 / 12).toArray();

        assertThat(SharpeRatio.of(excess).orElseThrow().perPeriod()).isCloseTo(0.3201889, within(5e-8));
        assertThat(SortinoRatio.of(manager(), 0).orElseThrow().perPeriod()).isCloseTo(0.7649334, within(5e-8));
        assertThat(DrawdownRatios.calmar(manager(), PeriodsPerYear.MONTHS).orElseThrow())
                .isCloseTo(0.9061697, within(5e-8));
        double apart = BenchmarkRelative.trackingError(manager(), column("perfanalytics_managers.csv", 8));
        assertThat(PeriodsPerYear.MONTHS.scaleByRoot(apart)).isCloseTo(0.1131667, within(5e-8));
    }
}
