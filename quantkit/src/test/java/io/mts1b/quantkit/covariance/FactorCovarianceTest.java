package io.mts1b.quantkit.covariance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.quantkit.Panels;
import io.mts1b.testkit.ForAll;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FactorCovarianceTest {

    /** By hand: loadings 1 and 2 on a factor of variance 3 give 3, 6, 12; specific 1 and 4 make 4, 6, 16. */
    @Test
    void matches_a_hand_worked_model() {
        FactorCovariance model = FactorCovariance.of(
                new double[][] {{1}, {2}}, SymmetricMatrix.of(new double[][] {{3}}), new double[] {1, 4});

        assertThat(model.toMatrix()).isEqualTo(SymmetricMatrix.of(new double[][] {{4, 6}, {6, 16}}));
        assertThat(model.get(0, 1)).isEqualTo(6);
        assertThat(model.variance(new double[] {1, -1})).isEqualTo(4 + 16 - 12);
    }

    @Test
    void all_principal_components_are_the_sample_covariance() {
        ForAll.cases(30, random -> {
            int n = random.nextInt(1, 12);
            int rows = random.nextInt(n + 1, 40);
            double[][] returns = Panels.returns(random, n, rows);
            SymmetricMatrix sample = SampleCovariance.of(returns, Observations.COMPLETE);

            SymmetricMatrix found =
                    FactorCovariance.ofPrincipalComponents(returns, n).toMatrix();

            for (int i = 0; i < n; i++) {
                assertThat(found.toArray()[i]).containsExactly(sample.toArray()[i], within(1e-16));
            }
        });
    }

    @Test
    void few_rows_and_many_assets_give_the_same_factors_either_way() {
        ForAll.cases(10, random -> {
            double[][] returns = Panels.returns(random, 12, 12);
            double[][] wide = new double[24][];
            for (int i = 0; i < 24; i++) {
                wide[i] = returns[i % 12];
            }

            FactorCovariance square = FactorCovariance.ofPrincipalComponents(returns, 3);
            FactorCovariance twice = FactorCovariance.ofPrincipalComponents(wide, 3);

            for (int i = 0; i < 12; i++) {
                for (int j = 0; j < 12; j++) {
                    double specific = i == j ? square.specific(i) : 0;
                    assertThat(twice.get(i, j + 12)).isCloseTo(square.get(i, j) - specific, within(1e-15));
                }
            }
        });
    }

    @Test
    void given_factors_are_regressed_on() {
        double[][] factors = {{1, -1, 1, -1}, {1, 1, -1, -1}};
        double[][] returns = {{3, -1, 1, -3}, {2, 2, -2, -2}};

        FactorCovariance found = FactorCovariance.ofFactorReturns(returns, factors);

        assertThat(found.loadings(0)).containsExactly(new double[] {2, 1}, within(1e-15));
        assertThat(found.loadings(1)).containsExactly(new double[] {0, 2}, within(1e-15));
        assertThat(found.specific(0)).isCloseTo(0, within(1e-14));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FactorCovariance.ofFactorReturns(returns, new double[][] {factors[0], factors[0]}))
                .withMessageStartingWith("factors must be linearly independent");
    }

    @Test
    void ten_thousand_assets_need_no_dense_matrix() {
        double[][] returns = Panels.returns(new SplittableRandom(7), 10_000, 60);

        FactorCovariance found = FactorCovariance.ofPrincipalComponents(returns, 3);

        double[] equal = new double[10_000];
        java.util.Arrays.fill(equal, 1e-4);
        assertThat(Math.sqrt(found.variance(equal))).isBetween(0.005, 0.015);
    }

    @Test
    void refuses_shapes_that_do_not_fit() {
        SymmetricMatrix one = SymmetricMatrix.of(new double[][] {{1}});

        assertThatIllegalArgumentException()
                .isThrownBy(() -> FactorCovariance.of(new double[][] {{1, 2}}, one, new double[] {1}))
                .withMessage("loadings of asset 0 must hold 1 values, held 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FactorCovariance.of(new double[][] {{1}}, one, new double[] {-1}))
                .withMessage("specific must not be negative, was -1.0 at asset 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FactorCovariance.ofPrincipalComponents(new double[][] {{1, 2}}, 2))
                .withMessage("count must be in [1, 1], was 2");
    }
}
