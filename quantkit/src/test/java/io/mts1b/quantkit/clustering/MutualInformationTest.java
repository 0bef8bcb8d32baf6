package io.mts1b.quantkit.clustering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.quantkit.covariance.SymmetricMatrix;
import io.mts1b.testkit.ForAll;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MutualInformationTest {

    @Test
    void matches_a_hand_worked_pair() {
        double[] x = {-2, -1, 0, 1, 2, -2, -1, 0, 1, 2};
        double[] square = Arrays.stream(x).map(v -> v * v).toArray();
        // Two bins each: x splits 4 to 6, its square 6 to 4, together 2, 4, 2 and 2 of 10: I = 2 H(0.4) - H(joint).
        double[] joint = {0.2, 0.4, 0.2, 0.2};
        double entropy = Arrays.stream(joint).map(p -> -p * Math.log(p)).sum();
        double single = -0.4 * Math.log(0.4) - 0.6 * Math.log(0.6);
        assertThat(MutualInformation.of(new double[][] {x, square}, 2).get(1, 0))
                .isCloseTo(1 - (2 * single - entropy) / single, within(1e-14));
        // 1 to 3 and 2 to 2 of 4, where one tells half of the other: H = 0.5623, 0.6931 and 1.0397 together.
        assertThat(MutualInformation.of(new double[][] {{0, 1, 1, 1}, {0, 0, 1, 1}}, 2)
                        .get(1, 0))
                .isCloseTo(1 - (0.562335144618808 + Math.log(2) - 1.039720770839918) / Math.log(2), within(1e-14));
    }

    @Test
    void it_is_a_metric_not_above_the_variation_of_information() {
        ForAll.cases(100, random -> {
            double[] first = random.doubles(40).toArray();
            double[][] returns = {
                first,
                Arrays.stream(first).map(v -> v * v + 0.2 * random.nextDouble()).toArray(),
                random.doubles(40).toArray()
            };
            SymmetricMatrix d = MutualInformation.of(returns);
            SymmetricMatrix v = VariationOfInformation.of(returns);
            for (int i = 0; i < 3; i++) {
                int j = (i + 1) % 3;
                int k = (i + 2) % 3;
                assertThat(d.get(i, j))
                        .isBetween(0.0, v.get(i, j) + 1e-15)
                        .isLessThanOrEqualTo(d.get(i, k) + d.get(k, j) + 1e-15);
            }
            assertThat(d.get(0, 1)).isLessThan(d.get(0, 2));
        });
    }

    @Test
    void what_does_not_vary_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MutualInformation.of(new double[][] {{1, 2}, {3, 3}}))
                .withMessage("asset 1 must vary, was constant at 3.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MutualInformation.of(new double[0][]))
                .withMessage("returns must hold at least 1 asset, held 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MutualInformation.of(new double[][] {{1, 2}}, 1))
                .withMessage("bins must be at least 2 and assets at least 1, were 1 and 1");
    }
}
