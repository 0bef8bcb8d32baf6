package io.mts1b.quantkit.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.testkit.ForAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormalTest {

    /** The expected probabilities were computed with 60 digits, by the same series and fraction. */
    @ParameterizedTest
    @CsvSource({
        "-33.3, 1.93050550592784e-243",
        "-30,  4.906713927148187e-198",
        "-10,  7.619853024160525e-24",
        "-5,   2.866515718791939e-07",
        "-2.5, 0.006209665325776135",
        "-2,   0.02275013194817921",
        "-1.3, 0.09680048458561033",
        "-1,   0.15865525393145705",
        "-0.1, 0.460172162722971",
        "0,    0.5",
        "0.5,  0.6914624612740131",
        "1.96, 0.9750021048517795",
        "6,    0.9999999990134123"
    })
    void cumulative_is_exact_to_rounding(double x, double expected) {
        assertThat(Normal.cumulative(x) / expected).isCloseTo(1, within(2e-15));
    }

    /** The expected quantiles were computed with 60 digits, by Newton's method. */
    @ParameterizedTest
    @CsvSource({
        "1e-300, -37.0470962993612",
        "1e-100, -21.273453560965326",
        "1e-10,  -6.361340902404057",
        "0.01,   -2.326347874040841",
        "0.05,   -1.6448536269514726",
        "0.3,    -0.5244005127080408",
        "0.975,  1.9599639845400538",
        "0.999999, 4.753424308817087"
    })
    void quantile_is_exact_to_rounding(double probability, double expected) {
        assertThat(Normal.quantile(probability) / expected).isCloseTo(1, within(2e-15));
    }

    @Test
    void ends_at_zero_and_one() {
        assertThat(Normal.cumulative(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(Normal.cumulative(-50)).isZero();
        assertThat(Normal.cumulative(Double.POSITIVE_INFINITY)).isEqualTo(1);
        assertThat(Normal.density(1e200)).isZero();
        assertThat(Normal.density(0)).isEqualTo(1 / Math.sqrt(2 * Math.PI));
        assertThat(Normal.quantile(0.5)).isCloseTo(0, within(1e-16));
        assertThat(Normal.quantile(Double.MIN_VALUE)).isBetween(-38.5, -38.4);
    }

    @Test
    void quantile_undoes_cumulative() {
        ForAll.cases(random -> {
            double x = random.nextDouble(-37, 5);
            assertThat(Normal.quantile(Normal.cumulative(x))).isCloseTo(x, within(1e-9));
        });
    }

    @Test
    void cumulative_rises_and_is_symmetric() {
        ForAll.cases(random -> {
            double x = random.nextDouble(-8, 8);
            double y = x + random.nextDouble();
            assertThat(Normal.cumulative(x)).isLessThanOrEqualTo(Normal.cumulative(y));
            assertThat(Normal.cumulative(x) + Normal.cumulative(-x)).isCloseTo(1, within(2e-15));
        });
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.1, 1.1, Double.NaN})
    void refuses_what_is_no_probability(double bad) {
        assertThatIllegalArgumentException().isThrownBy(() -> Normal.quantile(bad));
    }

    @Test
    void refuses_what_is_no_number() {
        assertThatIllegalArgumentException().isThrownBy(() -> Normal.cumulative(Double.NaN));
    }
}
