package io.mts1b.quantkit.clustering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.quantkit.covariance.Correlation;
import io.mts1b.quantkit.covariance.SymmetricMatrix;
import io.mts1b.testkit.ForAll;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class VariationOfInformationTest {

    @Test
    void dependence_of_any_kind_is_near() {
        double[] x = {-2, -1, 0, 1, 2, -2, -1, 0, 1, 2};
        double[] square = Arrays.stream(x).map(v -> v * v).toArray();
        // Two bins each: x splits 4 to 6, its square 6 to 4, together 2, 4, 2 and 2 of 10.
        double distance =
                VariationOfInformation.of(new double[][] {x, square}, 2).get(1, 0);
        double[] joint = {0.2, 0.4, 0.2, 0.2};
        double entropy = Arrays.stream(joint).map(p -> -p * Math.log(p)).sum();
        double single = -0.4 * Math.log(0.4) - 0.6 * Math.log(0.6);
        assertThat(distance).isCloseTo(1 - (2 * single - entropy) / entropy, within(1e-14));
        assertThat(VariationOfInformation.of(new double[][] {x, x}, 4).get(1, 0))
                .isZero();
    }

    @Test
    void it_is_a_metric() {
        ForAll.cases(100, random -> {
            double[][] returns = {
                random.doubles(30).toArray(),
                random.doubles(30).toArray(),
                random.doubles(30).toArray()
            };
            SymmetricMatrix d = VariationOfInformation.of(returns);
            assertThat(d.get(0, 1)).isBetween(0.0, 1.0).isLessThanOrEqualTo(d.get(0, 2) + d.get(2, 1) + 1e-15);
        });
    }

    @Test
    void ranks_ignore_the_size_of_outliers() {
        double[][] returns = {{1, 2, 3, 4, 1_000}, {1, 3, 2, 4, 5}, {5, 5, 4, 4, 1}};
        SymmetricMatrix rho = Correlation.spearman(returns);
        // Ranks 1 3 2 4 5 to 1 2 3 4 5: 1 - 6 * 2 / (5 * 24).
        assertThat(rho.get(1, 0)).isCloseTo(0.9, within(1e-14));
        // Ranks 4.5 4.5 2.5 2.5 1 to 1 2 3 4 5: covariance -9 over sqrt(10 * 9).
        assertThat(rho.get(2, 0)).isCloseTo(-9 / Math.sqrt(90), within(1e-14));
    }

    @Test
    void what_does_not_vary_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VariationOfInformation.of(new double[][] {{1, 1}}))
                .withMessage("asset 0 must vary, was constant at 1.0");
        assertThatIllegalArgumentException().isThrownBy(() -> VariationOfInformation.of(new double[0][]));
        assertThatIllegalArgumentException().isThrownBy(() -> VariationOfInformation.of(new double[][] {{1, 2}}, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Correlation.spearman(new double[][] {{1, Double.NaN}}));
    }
}
