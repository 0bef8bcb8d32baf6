package io.mts1b.quantkit.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.testkit.ForAll;
import org.junit.jupiter.api.Test;

class SortinoRatioTest {

    /**
     * The worked example of Rollinger and Hoffman (2013): annual returns 17, 15, 23, -5, 12, 9, 13 and -4 % with a
     * target of zero have mean 10 % and downside deviation sqrt(0.0041 / 8) = 2.26 %, so a ratio of 4.417.
     */
    @Test
    void matches_the_published_example() {
        double[] returns = {0.17, 0.15, 0.23, -0.05, 0.12, 0.09, 0.13, -0.04};

        SortinoRatio ratio = SortinoRatio.of(returns, 0).orElseThrow();

        assertThat(ratio.meanExcess()).isCloseTo(0.1, within(1e-15));
        assertThat(ratio.downsideDeviation()).isCloseTo(0.0226, within(5e-5));
        assertThat(ratio.perPeriod()).isCloseTo(4.417, within(5e-4));
        assertThat(ratio.annualized(new PeriodsPerYear(4))).isEqualTo(2 * ratio.perPeriod());
        assertThat(ratio.adjusted(new PeriodsPerYear(2))).isCloseTo(ratio.perPeriod(), within(1e-14));
    }

    @Test
    void is_undefined_when_nothing_falls_short() {
        assertThat(SortinoRatio.of(new double[] {0.01, 0, 0.02}, 0)).isEmpty();
        assertThat(SortinoRatio.of(RandomReturns.constant(0.1, 5), Math.nextUp(0.1)))
                .isEmpty();
        assertThat(SortinoRatio.of(RandomReturns.constant(0.1, 5), 0.2)).isPresent();
    }

    @Test
    void a_higher_target_never_makes_it_better() {
        ForAll.cases(random -> {
            double[] returns = RandomReturns.any(random, 1);
            double target = random.nextDouble(-0.05, 0.05);
            double higher = target + random.nextDouble(0.05);

            SortinoRatio.of(returns, target)
                    .ifPresent(ratio -> assertThat(SortinoRatio.of(returns, higher)
                                    .orElseThrow()
                                    .perPeriod())
                            .isLessThanOrEqualTo(ratio.perPeriod()));
        });
    }

    @Test
    void refuses_what_is_no_series() {
        assertThatIllegalArgumentException().isThrownBy(() -> SortinoRatio.of(new double[0], 0));
        assertThatIllegalArgumentException().isThrownBy(() -> SortinoRatio.of(new double[] {Double.NaN}, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new SortinoRatio(1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new SortinoRatio(Double.NaN, 1));
    }
}
