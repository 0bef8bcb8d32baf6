package io.mts1b.quantkit.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.quantkit.covariance.SymmetricMatrix;
import io.mts1b.testkit.ForAll;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InverseVolatilityTest {

    /** By hand: volatilities 1 and 3, inverses 1 and 1/3, so weights 3/4 and 1/4, whatever the correlation. */
    @Test
    void matches_a_hand_worked_pair() {
        assertThat(InverseVolatility.allocate(SymmetricMatrix.ofLowerTriangle(new double[][] {{1}, {2, 9}}))
                        .toArray())
                .containsExactly(new double[] {0.75, 0.25}, within(1e-15));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-300, 1, 1e300})
    void does_not_mind_the_scale(double scale) {
        ForAll.cases(100, random -> {
            double[] variances = random.doubles(random.nextInt(1, 9), 0.1, 10).toArray();

            double[] weights =
                    InverseVolatility.allocate(diagonal(variances, scale)).toArray();

            assertThat(Arrays.stream(weights).sum()).isCloseTo(1, within(1e-14));
            for (int i = 0; i < weights.length; i++) {
                assertThat(weights[i] * Math.sqrt(variances[i]))
                        .isCloseTo(weights[0] * Math.sqrt(variances[0]), within(1e-14));
            }
        });
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1})
    void refuses_an_asset_without_risk(double variance) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InverseVolatility.allocate(diagonal(new double[] {1, variance}, 1)))
                .withMessageStartingWith("asset 1 must have a positive risk, had ");
    }

    private static SymmetricMatrix diagonal(double[] variances, double scale) {
        double[][] lower = new double[variances.length][];
        for (int i = 0; i < variances.length; i++) {
            lower[i] = new double[i + 1];
            lower[i][i] = scale * variances[i];
        }
        return SymmetricMatrix.ofLowerTriangle(lower);
    }
}
