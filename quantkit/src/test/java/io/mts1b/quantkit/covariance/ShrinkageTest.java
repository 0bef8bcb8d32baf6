package io.mts1b.quantkit.covariance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.quantkit.Panels;
import io.mts1b.quantkit.linearalgebra.SymmetricEigen;
import io.mts1b.testkit.ForAll;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

class ShrinkageTest {

    private static final List<BiFunction<double[][], Observations, ShrunkCovariance>> ALL = List.of(
            Shrinkage::constantVariance,
            Shrinkage::oracleApproximating,
            Shrinkage::singleFactor,
            Shrinkage::constantCorrelation);

    /** By hand: the trace of (4, 2; 2, 6) is 10, so half way to the identity times five is (4.5, 1; 1, 5.5). */
    @Test
    void matches_a_hand_worked_blend() {
        SymmetricMatrix sample = SymmetricMatrix.of(new double[][] {{4, 2}, {2, 6}});

        assertThat(ShrunkCovariance.towardsIdentity(sample, 0.5).covariance())
                .isEqualTo(SymmetricMatrix.of(new double[][] {{4.5, 1}, {1, 5.5}}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ShrunkCovariance.towardsIdentity(sample, 1.5))
                .withMessage("intensity must be in [0, 1], was 1.5");
    }

    /**
     * By hand, for (1, -1, 0) and (0, 0, 0): S = (2/3, 0; 0, 0), ||S||^2 = 4/9, mean variance 1/3, so the distance of S
     * from the target is 4/9 - 2/9 = 2/9; fourth powers average 2/3, so the error is (2/3 - 4/9) / 3 = 2/27.
     */
    @Test
    void matches_a_hand_worked_intensity() {
        ShrunkCovariance found =
                Shrinkage.constantVariance(new double[][] {{1, -1, 0}, {0, 0, 0}}, Observations.COMPLETE);

        assertThat(found.intensity()).isCloseTo(1.0 / 3, within(1e-15));
        assertThat(found.covariance().get(0, 0)).isCloseTo(5.0 / 9, within(1e-15));
        assertThat(found.covariance().get(1, 1)).isCloseTo(1.0 / 9, within(1e-15));
    }

    @Test
    void more_assets_than_rows_give_a_definite_matrix() {
        ForAll.cases(20, random -> {
            double[][] returns = Panels.returns(random, 40, random.nextInt(5, 30));
            for (var shrink : ALL) {
                ShrunkCovariance found = shrink.apply(returns, Observations.COMPLETE);
                SymmetricEigen eigen = SymmetricEigen.of(found.covariance().toArray());
                assertThat(found.intensity()).isPositive();
                assertThat(eigen.value(39)).isPositive();
            }
        });
    }

    @Test
    void does_not_depend_on_the_order_or_the_scale_of_the_assets() {
        ForAll.cases(30, random -> {
            int n = random.nextInt(1, 10);
            double[][] returns = Panels.returns(random, n, random.nextInt(10, 40));
            int[] order = Panels.permutation(random, n);
            for (var shrink : ALL) {
                ShrunkCovariance one = shrink.apply(returns, Observations.COMPLETE);
                ShrunkCovariance other =
                        shrink.apply(Panels.scaled(Panels.reordered(returns, order), 8), Observations.COMPLETE);
                assertThat(other.intensity()).isCloseTo(one.intensity(), within(1e-11));
                for (int i = 0; i < n; i++) {
                    for (int j = 0; j < n; j++) {
                        assertThat(other.covariance().get(i, j) / 64)
                                .isCloseTo(one.covariance().get(order[i], order[j]), within(1e-15));
                    }
                }
            }
        });
    }

    @Test
    void more_rows_shrink_less() {
        ForAll.cases(5, random -> {
            double[][] returns = Panels.returns(random, 10, 4000);
            double[][] fewer = java.util.Arrays.stream(returns)
                    .map(column -> java.util.Arrays.copyOf(column, 60))
                    .toArray(double[][]::new);
            for (var shrink : ALL) {
                assertThat(shrink.apply(returns, Observations.COMPLETE).intensity())
                        .isLessThan(shrink.apply(fewer, Observations.COMPLETE).intensity());
            }
        });
    }

    @Test
    void refuses_what_has_no_answer() {
        for (var shrink : ALL) {
            assertThatIllegalArgumentException().isThrownBy(() -> shrink.apply(new double[0][], Observations.COMPLETE));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> shrink.apply(new double[][] {{1}, {2}}, Observations.COMPLETE));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Shrinkage.singleFactor(new double[][] {{1, -1, 0}, {-1, 1, 0}}, Observations.COMPLETE))
                .withMessage("the mean of all assets must vary, had variance 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Shrinkage.constantCorrelation(new double[][] {{1, -1, 0}, {1, 1, 1}}, Observations.COMPLETE))
                .withMessageStartingWith("asset 1 must vary");
    }
}
