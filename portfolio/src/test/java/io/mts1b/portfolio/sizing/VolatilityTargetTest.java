package io.mts1b.portfolio.sizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.quantkit.allocation.Weights;
import io.mts1b.quantkit.metrics.PeriodsPerYear;
import io.mts1b.testkit.ForAll;
import org.junit.jupiter.api.Test;

class VolatilityTargetTest {

    /** Returns of 1, -1, 1, -1 percent have mean 0 and sample deviation sqrt(4/3) percent. */
    private static final double[] SWING = {0.01, -0.01, 0.01, -0.01};

    private static final double SWING_ANNUAL = 0.01 * Math.sqrt(4.0 / 3) * Math.sqrt(252);

    @Test
    void scales_down_what_is_too_wild() {
        VolatilityTarget target = new VolatilityTarget(0.12, 4, PeriodsPerYear.TRADING_DAYS, 3);

        double scale = target.scale(new double[] {1}, new double[][] {SWING});

        assertThat(scale).isCloseTo(0.12 / SWING_ANNUAL, within(1e-15)).isLessThan(1);
    }

    @Test
    void scales_up_what_is_too_calm_but_not_beyond_the_cap() {
        double[] calm = {0.0001, -0.0001, 0.0001, -0.0001};

        assertThat(new VolatilityTarget(0.12, 4, PeriodsPerYear.TRADING_DAYS, 1_000)
                        .scale(new double[] {1}, new double[][] {calm}))
                .isCloseTo(100 * 0.12 / SWING_ANNUAL, within(1e-10));
        assertThat(new VolatilityTarget(0.12, 4, PeriodsPerYear.TRADING_DAYS, 3)
                        .scale(new double[] {1}, new double[][] {calm}))
                .isEqualTo(3);
    }

    @Test
    void looks_at_the_window_only_and_at_the_portfolio_as_a_whole() {
        double[] wildPast = {0.5, -0.5, 0.01, -0.01, 0.01, -0.01};
        double[] mirror = {0, 0, -0.01, 0.01, -0.01, 0.01};
        VolatilityTarget target = new VolatilityTarget(0.12, 4, PeriodsPerYear.TRADING_DAYS, 3);

        assertThat(target.scale(new double[] {1}, new double[][] {wildPast}))
                .isEqualTo(target.scale(new double[] {1}, new double[][] {SWING}));
        // Two halves that cancel out do not move at all.
        assertThat(target.scale(new double[] {0.5, 0.5}, new double[][] {wildPast, mirror}))
                .isEqualTo(3);
    }

    @Test
    void meets_its_target_exactly_when_the_cap_does_not_bind() {
        ForAll.cases(random -> {
            int assets = random.nextInt(1, 6);
            double[] weights = new double[assets];
            double[][] returns = new double[assets][60];
            for (int a = 0; a < assets; a++) {
                weights[a] = random.nextDouble(-1, 1);
                for (int t = 0; t < 60; t++) {
                    returns[a][t] = random.nextDouble(-0.05, 0.05);
                }
            }
            double scale = new VolatilityTarget(0.1, 40, PeriodsPerYear.TRADING_DAYS, 1e9).scale(weights, returns);
            for (int a = 0; a < assets; a++) {
                weights[a] *= scale;
            }

            assertThat(new VolatilityTarget(0.1, 40, PeriodsPerYear.TRADING_DAYS, 1e9).scale(weights, returns))
                    .isCloseTo(1, within(1e-12));
        });
    }

    @Test
    void returns_scaled_weights_or_says_what_is_missing() {
        VolatilityTarget target = new VolatilityTarget(2 * SWING_ANNUAL, 4, PeriodsPerYear.TRADING_DAYS, 10);

        assertThat(((SizedWeights.Sized) target.size(Weights.of(0.25), new double[][] {SWING}))
                        .weights()
                        .get(0))
                .isCloseTo(2, within(1e-14));
        assertThat(target.size(Weights.of(1), new double[][] {{Double.NaN, 0.01, 0.02, 0.03, 0.01}}))
                .isInstanceOf(SizedWeights.Sized.class);
        assertThat(target.size(Weights.of(1, 1), new double[][] {SWING, {0.01, Double.NaN, 0.02, 0.03}}))
                .isEqualTo(new SizedWeights.Refused(
                        SizedWeights.Reason.TOO_LITTLE_HISTORY,
                        "the last 4 returns of asset 1 must not be missing, one is"));
        assertThat(target.size(Weights.of(1), new double[][] {{0.1}})).isInstanceOf(SizedWeights.Refused.class);
    }

    @Test
    void refuses_what_it_cannot_measure() {
        VolatilityTarget target = new VolatilityTarget(0.12, 4, PeriodsPerYear.TRADING_DAYS, 3);

        assertThatThrownBy(() -> target.scale(new double[] {1, 1}, new double[][] {SWING}))
                .hasMessage("returns must have 2 columns, had 1");
        assertThatThrownBy(() -> target.scale(new double[] {1}, new double[][] {{0.1, 0.2, 0.3}}))
                .hasMessage("returns of asset 0 must be at least 4, were 3");
        assertThatThrownBy(() -> target.scale(new double[] {1}, new double[][] {{0, 0, Double.NaN, 0}}))
                .hasMessage("returns of asset 0 must be finite, held NaN");
        assertThatThrownBy(() -> target.scale(new double[] {Double.NaN}, new double[][] {SWING}))
                .hasMessage("weight of asset 0 must be finite, was NaN");
        assertThatThrownBy(() -> new VolatilityTarget(0, 4, PeriodsPerYear.TRADING_DAYS, 3))
                .hasMessage("annualVolatility must be positive, was 0.0");
        assertThatThrownBy(() -> new VolatilityTarget(0.1, 1, PeriodsPerYear.TRADING_DAYS, 3))
                .hasMessage("window must be at least 2, was 1");
        assertThatThrownBy(() -> new VolatilityTarget(0.1, 4, PeriodsPerYear.TRADING_DAYS, Double.POSITIVE_INFINITY))
                .hasMessage("maxScale must be positive, was Infinity");
    }
}
