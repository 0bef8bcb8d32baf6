package io.mts1b.quantkit.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.testkit.ForAll;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TailRiskTest {

    /** Ten returns, -5 to 4. */
    private static final double[] TEN = {4, -5, 3, -4, 2, -3, 1, -2, 0, -1};

    /** By hand: rank 0.9 lies between -5 and -4; mean -0.5, s = sqrt(82.5 / 9), and Phi^-1(0.1) = -1.2815515655446004. */
    @Test
    void value_at_risk_matches_a_hand_worked_sample() {
        assertThat(ValueAtRisk.historical(TEN, 0.1)).isCloseTo(-4.1, within(1e-15));
        assertThat(ValueAtRisk.gaussian(TEN, 0.1))
                .isCloseTo(-0.5 - Math.sqrt(82.5 / 9) * 1.2815515655446004, within(1e-14));
    }

    /** By hand, for the worst quarter: 2.5 periods, -5, -4 and half of -3; or floor(9 / 4) + 1 = 3 whole ones. */
    @Test
    void expected_shortfall_matches_a_hand_worked_sample() {
        assertThat(ExpectedShortfall.coherent(TEN, 0.25)).isCloseTo((-5 - 4 - 1.5) / 2.5, within(1e-15));
        assertThat(ExpectedShortfall.ofWholePeriods(TEN, 0.25)).isEqualTo(-4);
        assertThat(ExpectedShortfall.below(TEN, -3).orElseThrow()).isEqualTo(-4.5);
        assertThat(ExpectedShortfall.below(TEN, -5)).isEmpty();
    }

    @Test
    void expected_shortfall_of_all_is_the_mean_and_of_little_the_worst() {
        assertThat(ExpectedShortfall.coherent(TEN, 1)).isCloseTo(-0.5, within(1e-15));
        assertThat(ExpectedShortfall.coherent(TEN, 0.01)).isEqualTo(-5);
        assertThat(ExpectedShortfall.ofWholePeriods(TEN, 1)).isEqualTo(-0.5);
        assertThat(ExpectedShortfall.ofWholePeriods(TEN, 0)).isEqualTo(-5);
    }

    @Test
    void coherent_shortfall_is_subadditive_and_no_milder_than_the_quantile() {
        ForAll.cases(random -> {
            double[] one = RandomReturns.any(random, 5);
            double[] other = random.doubles(one.length, -0.1, 0.1).toArray();
            double tail = random.nextDouble(0.01, 1);
            double[] both = one.clone();
            Arrays.setAll(both, t -> one[t] + other[t]);

            double apart = ExpectedShortfall.coherent(one, tail) + ExpectedShortfall.coherent(other, tail);

            assertThat(ExpectedShortfall.coherent(both, tail)).isGreaterThanOrEqualTo(apart - 1e-15);
            assertThat(ExpectedShortfall.coherent(one, tail))
                    .isLessThanOrEqualTo(ValueAtRisk.historical(one, tail) + 1e-15);
        });
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void refuses_what_is_no_tail(double bad) {
        assertThatIllegalArgumentException().isThrownBy(() -> ValueAtRisk.historical(TEN, bad));
        assertThatIllegalArgumentException().isThrownBy(() -> ValueAtRisk.gaussian(TEN, bad));
        assertThatIllegalArgumentException().isThrownBy(() -> ExpectedShortfall.coherent(TEN, bad));
        assertThatIllegalArgumentException().isThrownBy(() -> ExpectedShortfall.ofWholePeriods(TEN, bad));
        assertThatIllegalArgumentException().isThrownBy(() -> TailRatios.tail(TEN, bad));
        assertThatIllegalArgumentException().isThrownBy(() -> TailRatios.outlierWin(TEN, bad));
    }

    @Test
    void refuses_what_is_no_series() {
        double[] none = {};
        double[] missing = {0.1, Double.NaN};
        assertThatIllegalArgumentException().isThrownBy(() -> ValueAtRisk.historical(none, 0.05));
        assertThatIllegalArgumentException().isThrownBy(() -> ValueAtRisk.gaussian(new double[] {1}, 0.05));
        assertThatIllegalArgumentException().isThrownBy(() -> ExpectedShortfall.coherent(none, 0.05));
        assertThatIllegalArgumentException().isThrownBy(() -> ExpectedShortfall.ofWholePeriods(none, 0.05));
        assertThatIllegalArgumentException().isThrownBy(() -> ExpectedShortfall.below(missing, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> ExpectedShortfall.coherent(missing, 0.05));
    }

    /** By hand: the upper decile is 3.1, the lower -4.1; ten was won and fifteen lost; the wins and the zero average 2. */
    @Test
    void tail_ratios_match_a_hand_worked_sample() {
        assertThat(TailRatios.tail(TEN, 0.1).orElseThrow()).isCloseTo(3.1 / 4.1, within(1e-14));
        assertThat(TailRatios.commonSense(TEN, 0.1).orElseThrow()).isCloseTo(10.0 / 15 * 3.1 / 4.1, within(1e-14));
        assertThat(TailRatios.outlierWin(TEN, 1).orElseThrow()).isEqualTo(2);
    }

    @Test
    void tail_ratios_are_undefined_where_nothing_can_be_compared() {
        assertThat(TailRatios.tail(new double[3], 0.05)).isEmpty();
        assertThat(TailRatios.commonSense(new double[] {1, 2}, 0.05)).isEmpty();
        assertThat(TailRatios.commonSense(new double[] {0, 0, 0, -1, 1}, 0.5)).isEmpty();
        assertThat(TailRatios.outlierWin(new double[] {-1, 0}, 0.99)).isEmpty();
    }
}
