package io.mts1b.quantkit.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.quantkit.statistics.Moments;
import io.mts1b.quantkit.statistics.Normal;
import io.mts1b.testkit.ForAll;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
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

    /**
     * By hand: -2 to 2 have mean 0, s^2 = 2.5, no skewness and an excess kurtosis of -1.2; z = Phi^-1(0.05) is
     * -1.6448536, so h = z - 1.2 (z^3 - 3 z) / 24 = -1.6690705; and phi(z) / 0.05 = 2.0627128.
     */
    @Test
    void fitted_tails_match_a_hand_worked_sample() {
        double[] five = {1, -2, 0, 2, -1};
        double s = Math.sqrt(2.5);

        assertThat(ValueAtRisk.cornishFisher(five, 0.05)).hasValueCloseTo(-1.6690705228270104 * s, within(1e-13));
        assertThat(ExpectedShortfall.gaussian(five, 0.05)).isCloseTo(-2.0627128075074275 * s, within(1e-13));
        assertThat(ExpectedShortfall.cornishFisher(five, 0.05)).hasValueCloseTo(-2.9833093326169347, within(1e-13));
    }

    @Test
    void fitted_shortfall_is_the_mean_of_fitted_values_at_risk() {
        int measured = 0;
        for (int seed = 0; seed < 300; seed++) {
            double[] returns = RandomReturns.any(new SplittableRandom(seed), 30);
            returns[0] = -0.15;
            OptionalDouble shortfall = ExpectedShortfall.cornishFisher(returns, 0.05);
            if (shortfall.isPresent()) {
                measured++;
                Moments moments = Moments.of(returns);
                assertThat(shortfall.getAsDouble())
                        .as("seed %s", seed)
                        .isCloseTo(
                                moments.mean() + moments.standardDeviation() * naiveTailMean(moments, 0.05),
                                within(1e-9));
            }
        }
        assertThat(measured).isGreaterThan(200);
    }

    /** Integrates the expansion over the lower tail of the normal density by Simpson's rule. */
    private static double naiveTailMean(Moments moments, double tail) {
        double g = moments.skewness().orElseThrow();
        double k = moments.excessKurtosis().orElseThrow();
        double end = Normal.quantile(tail);
        int steps = 4_000;
        double width = 12.0 / steps;
        double sum = 0;
        for (int i = 0; i <= steps; i++) {
            double z = end - 12 + i * width;
            double quantile =
                    z + (z * z - 1) * g / 6 + (z * z * z - 3 * z) * k / 24 - (2 * z * z * z - 5 * z) * g * g / 36;
            sum += (i == 0 || i == steps ? 1 : i % 2 == 0 ? 2 : 4) * quantile * Normal.density(z);
        }
        return sum * width / 3 / tail;
    }

    @Test
    void fitted_tails_are_empty_where_the_fit_has_no_meaning() {
        double[] constant = RandomReturns.constant(0.01, 9);
        assertThat(ValueAtRisk.cornishFisher(constant, 0.05)).isEmpty();
        assertThat(ExpectedShortfall.cornishFisher(new double[] {0.1, 0.2, 0.4}, 0.05))
                .isEmpty();
        // One gain among 99 zeros: skewness 10 and kurtosis 100, for which smaller tails would lose less.
        double[] lottery = new double[100];
        lottery[0] = 1;
        assertThat(ValueAtRisk.cornishFisher(lottery, 0.05)).isEmpty();
        assertThat(ExpectedShortfall.cornishFisher(lottery, 0.05)).isEmpty();
        assertThat(ExpectedShortfall.gaussian(constant, 0.05)).isCloseTo(0.01, within(1e-15));
        assertThatIllegalArgumentException().isThrownBy(() -> ValueAtRisk.cornishFisher(TEN, 1.5));
        assertThatIllegalArgumentException().isThrownBy(() -> ExpectedShortfall.cornishFisher(TEN, -0.1));
        assertThatIllegalArgumentException().isThrownBy(() -> ExpectedShortfall.gaussian(TEN, 0));
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
