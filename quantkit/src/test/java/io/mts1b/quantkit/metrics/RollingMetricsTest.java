package io.mts1b.quantkit.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.testkit.ForAll;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class RollingMetricsTest {

    private static void assertRolling(
            double[] found, double[] returns, int window, Function<double[], OptionalDouble> naive) {
        assertThat(found).hasSameSizeAs(returns);
        for (int t = 0; t < found.length; t++) {
            OptionalDouble expected = t < window - 1
                    ? OptionalDouble.empty()
                    : naive.apply(Arrays.copyOfRange(returns, t - window + 1, t + 1));
            if (expected.isEmpty()) {
                assertThat(found[t]).as("row " + t).isNaN();
            } else {
                double exact = 1e-10 * Math.max(Math.abs(expected.getAsDouble()), 1e-3);
                assertThat(found[t]).as("row " + t).isCloseTo(expected.getAsDouble(), within(exact));
            }
        }
    }

    @Test
    void agree_with_the_metric_of_each_window() {
        ForAll.cases(200, random -> {
            int rows = random.nextInt(1, 80);
            int window = random.nextInt(2, 20);
            double[] returns = new double[rows];
            double[] market = new double[rows];
            for (int t = 0; t < rows; t++) {
                // Some stretches do not move at all.
                boolean still = (t / 25 + rows) % 3 == 0;
                returns[t] = still ? 0.01 : random.nextGaussian(0.001, 0.05);
                market[t] = still ? 0 : random.nextGaussian(0.001, 0.05);
            }
            assertRolling(
                    RollingMetrics.mean(returns, window),
                    returns,
                    window,
                    w -> Arrays.stream(w).average());
            assertRolling(
                    RollingMetrics.sharpe(returns, window),
                    returns,
                    window,
                    w -> SharpeRatio.of(w).stream()
                            .mapToDouble(SharpeRatio::perPeriod)
                            .findFirst());
            assertRolling(
                    RollingMetrics.maximumDrawdown(returns, window),
                    returns,
                    window,
                    w -> OptionalDouble.of(Drawdowns.ofReturns(w).maximum()));
            double[] betas = RollingMetrics.beta(returns, market, window);
            for (int t = window - 1; t < rows; t++) {
                double[] own = Arrays.copyOfRange(returns, t - window + 1, t + 1);
                double[] other = Arrays.copyOfRange(market, t - window + 1, t + 1);
                double expected =
                        MarketModel.of(own, other).map(MarketModel::beta).orElse(Double.NaN);
                if (Double.isNaN(expected)) {
                    assertThat(betas[t]).isNaN();
                } else {
                    assertThat(betas[t]).isCloseTo(expected, within(1e-9 * Math.max(Math.abs(expected), 1)));
                }
            }
        });
    }

    @Test
    void a_hand_worked_window() {
        double[] returns = {0.1, -0.1, 0.3, -0.5};

        assertThat(RollingMetrics.mean(returns, 2))
                .containsExactly(new double[] {Double.NaN, 0, 0.1, -0.1}, within(1e-15));
        assertThat(RollingMetrics.volatility(returns, 2)[1]).isCloseTo(Math.sqrt(0.02), within(1e-15));
        assertThat(RollingMetrics.sharpe(returns, 2)[2]).isCloseTo(0.1 / Math.sqrt(0.08), within(1e-14));
        assertThat(RollingMetrics.maximumDrawdown(returns, 2))
                .containsExactly(new double[] {Double.NaN, -0.1, -0.1, -0.5}, within(1e-15));
        assertThat(RollingMetrics.maximumDrawdown(new double[] {-0.5, -0.5}, 1)).containsExactly(-0.5, -0.5);
    }

    @Test
    void refuses_windows_and_returns_that_make_no_sense() {
        double[] two = {0.1, 0.2};
        assertThatThrownBy(() -> RollingMetrics.sharpe(two, 1)).hasMessage("window must be at least 2, was 1");
        assertThatThrownBy(() -> RollingMetrics.mean(new double[] {Double.NaN}, 1))
                .hasMessage("returns must be finite, was NaN at index 0");
        assertThatThrownBy(() -> RollingMetrics.beta(two, new double[1], 2))
                .hasMessage("benchmark must have 2 returns, had 1");
        assertThatThrownBy(() -> RollingMetrics.maximumDrawdown(new double[] {-1}, 1))
                .hasMessage("returns must be above -1, held -1.0");
    }
}
