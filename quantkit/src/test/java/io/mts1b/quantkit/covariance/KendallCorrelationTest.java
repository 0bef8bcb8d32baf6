package io.mts1b.quantkit.covariance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.testkit.ForAll;
import org.junit.jupiter.api.Test;

class KendallCorrelationTest {

    @Test
    void matches_hand_worked_pairs() {
        double[][] returns = {{1, 2, 3, 4, 5}, {1, 3, 2, 4, 1_000}, {5, 5, 4, 4, 1}};
        SymmetricMatrix tau = Correlation.kendall(returns);
        // One pair of ten stands the other way round.
        assertThat(tau.get(1, 0)).isEqualTo(0.8);
        // Eight pairs all fall, two are tied: -8 / sqrt(10 * 8).
        assertThat(tau.get(2, 0)).isCloseTo(-8 / Math.sqrt(80), within(1e-15));
        assertThat(tau.get(2, 2)).isOne();
        // The example of tau-b in the manual of SciPy.
        double[][] known = {{12, 2, 1, 12, 2}, {1, 4, 7, 1, 0}};
        assertThat(Correlation.kendall(known).get(1, 0)).isCloseTo(-0.47140452079103173, within(1e-15));
    }

    /** The naive twin compares every row with every other. */
    @Test
    void agrees_with_counting_all_pairs() {
        ForAll.cases(100, random -> {
            int rows = 2 + random.nextInt(60);
            int values = 2 + random.nextInt(20);
            double[] x = random.ints(rows, 0, values).asDoubleStream().toArray();
            double[] y = random.ints(rows, 0, values).asDoubleStream().toArray();
            x[0] = -1;
            y[0] = -1;
            double sum = 0;
            double ofX = 0;
            double ofY = 0;
            for (int s = 0; s < rows; s++) {
                for (int t = 0; t < s; t++) {
                    sum += Math.signum(x[s] - x[t]) * Math.signum(y[s] - y[t]);
                    ofX += x[s] == x[t] ? 0 : 1;
                    ofY += y[s] == y[t] ? 0 : 1;
                }
            }
            assertThat(Correlation.kendall(new double[][] {x, y}).get(1, 0))
                    .isCloseTo(sum / Math.sqrt(ofX * ofY), within(1e-14));
        });
    }

    @Test
    void refuses_by_name_what_has_no_correlation() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Correlation.kendall(new double[][] {{1, 2}, {3, 3}}))
                .withMessage("asset 1 must vary, was constant at 3.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Correlation.kendall(new double[][] {{1, 2}, {3, Double.NaN}}))
                .withMessage("asset 1 must be finite, was NaN at index 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Correlation.kendall(new double[][] {{1, 2}, {3, 4, 5}}))
                .withMessage("asset 1 must hold 2 values, held 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Correlation.kendall(new double[0][]))
                .withMessage("returns must hold at least 1 asset, held 0");
    }
}
