package io.mts1b.quantkit.covariance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.quantkit.Panels;
import io.mts1b.testkit.ForAll;
import org.junit.jupiter.api.Test;

class ExponentialCovarianceTest {

    private static final double NAN = Double.NaN;

    /** By hand, for span 3 (weights 1/4, 1/2, 1): deviations -1, 0, 1 of mean 2, so (1/4 + 0 + 1) / (7/4) = 5/7. */
    @Test
    void matches_a_hand_worked_weighting() {
        assertThat(ExponentialCovariance.pairwise(new double[][] {{1, 2, 3}}, 3).get(0, 0))
                .isCloseTo(5.0 / 7, within(1e-15));
    }

    /** By hand, for half-life 1: S = 1/2, then 1/4 + 2 = 9/4; the start took 1 - 1/4 of the weight, so 9/4 / (3/4) = 3. */
    @Test
    void matches_a_hand_worked_recursion() {
        assertThat(ExponentialCovariance.recursive(new double[][] {{1, 2}}, 1).get(0, 0))
                .isCloseTo(3, within(1e-15));
    }

    /** By hand, for half-life 1: asset 1 starts late, so the pair has S = 1/2 * 2 * 3 = 3, over sqrt(3/4 * 1/2). */
    @Test
    void a_missing_return_leaves_its_row_and_column_as_they_were() {
        SymmetricMatrix found = ExponentialCovariance.recursive(new double[][] {{1, 2}, {NAN, 3}}, 1);

        assertThat(found.get(0, 0)).isCloseTo(3, within(1e-15));
        assertThat(found.get(1, 1)).isCloseTo(9, within(1e-14));
        assertThat(found.get(0, 1)).isCloseTo(3 / Math.sqrt(0.375), within(1e-14));
    }

    @Test
    void both_paths_of_the_recursion_agree() {
        ForAll.cases(30, random -> {
            double[][] returns = Panels.returns(random, random.nextInt(1, 6), random.nextInt(3, 60));
            double[][] longer = new double[returns.length][];
            for (int i = 0; i < returns.length; i++) {
                longer[i] = java.util.Arrays.copyOf(returns[i], returns[i].length + 1);
                longer[i][returns[i].length] = NAN;
            }

            double[][] found = ExponentialCovariance.recursive(longer, 7).toArray();

            double[][] expected = ExponentialCovariance.recursive(returns, 7).toArray();
            for (int i = 0; i < found.length; i++) {
                assertThat(found[i]).containsExactly(expected[i], within(1e-15));
            }
        });
    }

    @Test
    void refuses_what_has_no_answer() {
        double[][] apart = {{1, 2, NAN, NAN}, {NAN, NAN, 1, 2}};

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExponentialCovariance.pairwise(apart, 10))
                .withMessageStartingWith("assets 0 and 1 must share a row");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExponentialCovariance.pairwise(new double[][] {{1, 2}, {NAN, 1}}, 10))
                .withMessage("asset 1 must have at least 2 returns, had 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExponentialCovariance.pairwise(apart, 1))
                .withMessage("span must be finite and above 1, was 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExponentialCovariance.recursive(new double[][] {{NAN, NAN}}, 10))
                .withMessage("asset 0 must have at least 1 return, had 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExponentialCovariance.recursive(apart, 0))
                .withMessage("halfLife must be positive and finite, was 0.0");
    }
}
