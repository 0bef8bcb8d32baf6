package io.mts1b.quantkit.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DrawdownRatiosTest {

    /** Wealth 1.25, 1, 1.5: falls of 0, 20 % and 0, a total of 50 %, a sum of 0.25 - 0.2 + 0.5 = 0.55. */
    private static final double[] RETURNS = {0.25, -0.2, 0.5};

    @Test
    void match_a_hand_worked_series() {
        assertThat(DrawdownRatios.calmar(RETURNS, new PeriodsPerYear(6)).orElseThrow())
                .isCloseTo(1.25 / 0.2, within(1e-13));
        assertThat(DrawdownRatios.recoveryFactor(RETURNS).orElseThrow()).isCloseTo(0.55 / 0.2, within(1e-14));
        assertThat(DrawdownRatios.ulcerPerformance(RETURNS, 0.1).orElseThrow())
                .isCloseTo(0.4 / Math.sqrt(0.04 / 2), within(1e-13));
    }

    /**
     * By hand, for one fall of 0.3 among twenty points: mean -0.015, deviation sqrt(0.09 (1 - 1/20) / 19) = 0.0670820,
     * so the Gaussian 5 % quantile is -0.125 and only the fall lies below. The returns are zero but -0.3 and 3/7.
     */
    @Test
    void serenity_matches_a_hand_worked_series() {
        double[] returns = new double[20];
        returns[9] = -0.3;
        returns[10] = 3.0 / 7;
        double sum = 3.0 / 7 - 0.3;
        double deviation = Math.sqrt((0.09 + 9.0 / 49 - sum * sum / 20) / 19);

        assertThat(DrawdownRatios.serenity(returns, 0.01).orElseThrow())
                .isCloseTo((sum - 0.01) / (Math.sqrt(0.09 / 19) * (0.3 / deviation)), within(1e-12));
    }

    @Test
    void are_undefined_without_a_fall() {
        double[] rising = {0.1, 0.2, 0};

        assertThat(DrawdownRatios.calmar(rising, PeriodsPerYear.MONTHS)).isEmpty();
        assertThat(DrawdownRatios.recoveryFactor(rising)).isEmpty();
        assertThat(DrawdownRatios.ulcerPerformance(rising, 0)).isEmpty();
        assertThat(DrawdownRatios.serenity(rising, 0)).isEmpty();
        assertThat(DrawdownRatios.serenity(new double[] {0.1, 0.1}, 0)).isEmpty();
        assertThat(DrawdownRatios.serenity(RETURNS, 0)).isEmpty();
    }

    @Test
    void refuse_what_cannot_be_compounded() {
        double[] bad = {0.1, -1.5};
        assertThatIllegalArgumentException().isThrownBy(() -> DrawdownRatios.calmar(bad, PeriodsPerYear.MONTHS));
        assertThatIllegalArgumentException().isThrownBy(() -> DrawdownRatios.recoveryFactor(bad));
        assertThatIllegalArgumentException().isThrownBy(() -> DrawdownRatios.ulcerPerformance(bad, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> DrawdownRatios.serenity(bad, 0));
    }
}
