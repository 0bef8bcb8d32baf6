package io.mts1b.quantkit.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.testkit.ForAll;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BenchmarkTest {

    private static final double[] BENCHMARK = {0.1, -0.2, 0.3, 0};

    /** Twice the benchmark and one percent on top. */
    private static final double[] RETURNS = {0.21, -0.39, 0.61, 0.01};

    @Test
    void market_model_finds_what_returns_were_made_of() {
        MarketModel model = MarketModel.of(RETURNS, BENCHMARK).orElseThrow();

        assertThat(model.alpha()).isCloseTo(0.01, within(1e-15));
        assertThat(model.beta()).isCloseTo(2, within(1e-14));
        assertThat(model.annualizedAlpha(PeriodsPerYear.MONTHS)).isCloseTo(Math.pow(1.01, 12) - 1, within(1e-13));
        assertThat(model.treynorRatio(0.5).orElseThrow()).isCloseTo(0.25, within(1e-15));
        assertThat(new MarketModel(0.01, 0).treynorRatio(0.5)).isEmpty();
    }

    /** By hand: active returns 0.11, -0.19, 0.31, 0.01 have mean 0.06 and squares of deviations 0.13. */
    @Test
    void active_return_matches_a_hand_worked_series() {
        double error = Math.sqrt(0.13 / 3);

        assertThat(BenchmarkRelative.trackingError(RETURNS, BENCHMARK)).isCloseTo(error, within(1e-15));
        assertThat(BenchmarkRelative.informationRatio(RETURNS, BENCHMARK)
                        .orElseThrow()
                        .perPeriod())
                .isCloseTo(0.06 / error, within(1e-14));
        assertThat(BenchmarkRelative.battingAverage(RETURNS, BENCHMARK)).hasValue(0.75);
    }

    /** By hand, of one period a year: (1.21 * 1.61)^(1/2) - 1 over (1.1 * 1.3)^(1/2) - 1, and -0.39 over -0.2. */
    @Test
    void capture_matches_a_hand_worked_series() {
        PeriodsPerYear one = new PeriodsPerYear(1);
        double up = (Math.sqrt(1.21 * 1.61) - 1) / (Math.sqrt(1.1 * 1.3) - 1);
        double down = 0.39 / 0.2;

        assertThat(BenchmarkRelative.upCapture(RETURNS, BENCHMARK, one).orElseThrow())
                .isCloseTo(up, within(1e-14));
        assertThat(BenchmarkRelative.downCapture(RETURNS, BENCHMARK, one).orElseThrow())
                .isCloseTo(down, within(1e-14));
        assertThat(BenchmarkRelative.captureRatio(RETURNS, BENCHMARK, one).orElseThrow())
                .isCloseTo(up / down, within(1e-14));
    }

    @Test
    void the_benchmark_measured_by_itself_is_neutral() {
        ForAll.cases(random -> {
            double[] returns = RandomReturns.any(random, 2);
            MarketModel model = MarketModel.of(returns, returns).orElseThrow();

            assertThat(model.alpha()).isCloseTo(0, within(1e-15));
            assertThat(model.beta()).isCloseTo(1, within(1e-12));
            assertThat(BenchmarkRelative.trackingError(returns, returns)).isZero();
            assertThat(BenchmarkRelative.informationRatio(returns, returns)).isEmpty();
            assertThat(BenchmarkRelative.battingAverage(returns, returns)).hasValue(0);
            BenchmarkRelative.captureRatio(returns, returns, PeriodsPerYear.MONTHS)
                    .ifPresent(ratio -> assertThat(ratio).isEqualTo(1));
        });
    }

    @Test
    void is_undefined_where_the_benchmark_says_nothing() {
        double[] flat = new double[4];
        double[] rising = {0.1, 0.1, 0.2, 0.1};

        assertThat(MarketModel.of(RETURNS, flat)).isEmpty();
        assertThat(BenchmarkRelative.upCapture(RETURNS, flat, PeriodsPerYear.MONTHS))
                .isEmpty();
        assertThat(BenchmarkRelative.captureRatio(RETURNS, rising, PeriodsPerYear.MONTHS))
                .isEmpty();
        assertThat(BenchmarkRelative.captureRatio(flat, BENCHMARK, PeriodsPerYear.MONTHS))
                .isEmpty();
        assertThat(BenchmarkRelative.battingAverage(new double[0], new double[0]))
                .isEmpty();
    }

    @Test
    void refuses_series_that_do_not_pair() {
        double[] shorter = Arrays.copyOf(BENCHMARK, 3);
        double[] missing = {0.1, 0.1, Double.NaN, 0.1};

        for (double[] bad : new double[][] {shorter, missing}) {
            assertThatIllegalArgumentException().isThrownBy(() -> MarketModel.of(RETURNS, bad));
            assertThatIllegalArgumentException().isThrownBy(() -> BenchmarkRelative.trackingError(RETURNS, bad));
            assertThatIllegalArgumentException().isThrownBy(() -> BenchmarkRelative.informationRatio(RETURNS, bad));
            assertThatIllegalArgumentException().isThrownBy(() -> BenchmarkRelative.battingAverage(RETURNS, bad));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> BenchmarkRelative.upCapture(RETURNS, bad, PeriodsPerYear.MONTHS));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new MarketModel(Double.NaN, 1));
    }
}
