package io.mts1b.quantkit.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mts1b.testkit.ForAll;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SamplesTest {

    @Test
    void sum_agrees_with_exact_arithmetic() {
        ForAll.cases(random -> {
            double[] values = random.doubles(random.nextInt(20), -1, 1).toArray();
            BigDecimal exact = BigDecimal.ZERO;
            for (double value : values) {
                exact = exact.add(new BigDecimal(value));
            }
            assertThat(Samples.sum(values) - exact.doubleValue()).isBetween(-1e-14, 1e-14);
        });
    }

    @Test
    void mean_of_nothing_is_refused() {
        assertThat(Samples.mean(new double[] {1, 2, 6})).isEqualTo(3);
        assertThatIllegalArgumentException().isThrownBy(() -> Samples.mean(new double[0]));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void says_where_a_value_is_not_finite(double bad) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Samples.requireFinite("returns", new double[] {0, 1, bad}, 1))
                .withMessage("returns must be finite, was %s at index 2", bad);
    }

    @Test
    void says_what_length_was_wanted() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Samples.requireFinite("returns", new double[] {0}, 2))
                .withMessage("returns must hold at least 2 values, held 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Samples.requireLength("benchmark", new double[] {0}, 2))
                .withMessage("benchmark must hold 2 values, held 1");
    }
}
