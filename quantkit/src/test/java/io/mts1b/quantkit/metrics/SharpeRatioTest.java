package io.mts1b.quantkit.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.testkit.ForAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharpeRatioTest {

    /** By hand: mean 0.02, deviations -0.01, 0, 0.01, so s = 0.01 and the ratio is 2; its error is sqrt(3 / 3). */
    @Test
    void matches_a_hand_worked_series() {
        SharpeRatio ratio = SharpeRatio.of(new double[] {0.01, 0.02, 0.03}).orElseThrow();

        assertThat(ratio.perPeriod()).isCloseTo(2, within(1e-13));
        assertThat(ratio.annualized(PeriodsPerYear.TRADING_DAYS)).isCloseTo(2 * Math.sqrt(252), within(1e-11));
        assertThat(ratio.standardError()).isCloseTo(1, within(1e-13));
    }

    /**
     * The worked example of Bailey and López de Prado (2012): 24 monthly returns with a ratio of 0.458 a month,
     * skewness -2.448 and kurtosis 10.164 give 0.913 against a benchmark of zero; as if normal, 0.982.
     */
    @Test
    void probability_matches_the_published_example() {
        SharpeRatio ratio = new SharpeRatio(0.458, 24);

        assertThat(ratio.probabilityAbove(0, 0, 3).orElseThrow()).isCloseTo(0.982, within(5e-4));
        assertThat(ratio.probabilityAbove(0, -2.448, 10.164).orElseThrow()).isCloseTo(0.913, within(5e-4));
        assertThat(ratio.probabilityAbove(0.458, -2.448, 10.164).orElseThrow()).isCloseTo(0.5, within(1e-15));
        assertThat(ratio.probabilityAbove(0, 5, 3)).isEmpty();
    }

    @Test
    void is_undefined_when_returns_do_not_vary() {
        assertThat(SharpeRatio.of(RandomReturns.constant(0.01, 10))).isEmpty();
        assertThat(SharpeRatio.of(RandomReturns.constant(0, 10))).isEmpty();
    }

    @Test
    void leverage_leaves_it_and_going_short_turns_it() {
        ForAll.cases(random -> {
            double[] returns = RandomReturns.any(random, 2);
            double ratio = SharpeRatio.of(returns).orElseThrow().perPeriod();

            assertThat(SharpeRatio.of(RandomReturns.times(3, returns))
                            .orElseThrow()
                            .perPeriod())
                    .isCloseTo(ratio, within(1e-12));
            assertThat(SharpeRatio.of(RandomReturns.times(-1, returns))
                            .orElseThrow()
                            .perPeriod())
                    .isEqualTo(-ratio);
        });
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
    void refuses_returns_that_are_not_finite(double bad) {
        assertThatIllegalArgumentException().isThrownBy(() -> SharpeRatio.of(new double[] {0.01, bad}));
        assertThatIllegalArgumentException().isThrownBy(() -> new SharpeRatio(bad, 2));
    }

    @Test
    void refuses_fewer_than_two_returns() {
        assertThatIllegalArgumentException().isThrownBy(() -> SharpeRatio.of(new double[] {0.01}));
        assertThatIllegalArgumentException().isThrownBy(() -> new SharpeRatio(1, 1));
    }
}
