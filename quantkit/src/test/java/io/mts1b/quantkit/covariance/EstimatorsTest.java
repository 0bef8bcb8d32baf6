package io.mts1b.quantkit.covariance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.quantkit.Panels;
import io.mts1b.quantkit.covariance.GerberCovariance.Denominator;
import io.mts1b.quantkit.linearalgebra.SymmetricEigen;
import io.mts1b.testkit.ForAll;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Semicovariance, the Gerber statistic, noise and tone. */
class EstimatorsTest {

    /** By hand: below zero lie -1, 0, -2 and -3, 0, -1; products sum to 3 + 2 = 5, squares to 5 and 10. */
    @Test
    void semicovariance_counts_where_both_fall_short() {
        double[][] returns = {{-1, 5, -2}, {-3, 1, -1}, {Double.NaN, 1, 2}};

        assertThat(Semicovariance.of(returns, 0)).isEqualTo(SymmetricMatrix.ofLowerTriangle(new double[][] {
            {5 / 3.0}, {5 / 3.0, 10 / 3.0}, {0, 0, 0}
        }));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Semicovariance.of(returns, Double.NaN))
                .withMessage("benchmark must be finite, was NaN");
    }

    /**
     * By hand: variances 5/2 and 35/16, half a deviation is 0.79 and 0.74, so the moves are +, -, +, - and +, +, 0, -. They agree
     * twice and disagree once, in 4 rows of which one moves at least: 1/4, or 1/sqrt(4 * 3) by own moves.
     */
    @Test
    void gerber_counts_joint_moves() {
        double[][] returns = {{1, -1, 2, -2}, {1, 2, 0, -2}};

        double variance = 2.5;
        SymmetricMatrix active = GerberCovariance.of(returns, 0.5, Denominator.ACTIVE_ROWS);
        SymmetricMatrix own = GerberCovariance.of(returns, 0.5, Denominator.OWN_MOVES);
        double other = Math.sqrt(active.get(1, 1));

        assertThat(active.get(0, 0)).isCloseTo(variance, within(1e-15));
        assertThat(active.get(0, 1)).isCloseTo(Math.sqrt(variance) * other / 4, within(1e-15));
        assertThat(own.get(0, 1)).isCloseTo(Math.sqrt(variance) * other / Math.sqrt(12), within(1e-15));
    }

    @Test
    void gerber_by_own_moves_is_positive_semidefinite() {
        ForAll.cases(50, random -> {
            double[][] returns = Panels.returns(random, 20, random.nextInt(5, 30));
            SymmetricMatrix found = GerberCovariance.of(returns, 0.5, Denominator.OWN_MOVES);
            assertThat(SymmetricEigen.of(found.toArray()).value(19)).isGreaterThan(-1e-17);
        });
    }

    @Test
    void gerber_refuses_what_never_moves_or_is_missing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GerberCovariance.of(new double[][] {{1, 1, 1}}, 0.5, Denominator.ACTIVE_ROWS))
                .withMessageStartingWith("asset 0 must reach its threshold at least once");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GerberCovariance.of(new double[][] {{1, Double.NaN}}, 0.5, Denominator.ACTIVE_ROWS))
                .withMessageStartingWith("returns must have no gaps");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GerberCovariance.of(new double[][] {{1, 2}}, 1, Denominator.ACTIVE_ROWS))
                .withMessage("threshold must be in (0, 1), was 1.0");
    }

    /**
     * By hand: the correlation (1, r; r, 1) has eigenvalues 1 + r and 1 - r. Over 8 rows the edge is (1 + 1/2)^2 = 2.25,
     * so all is noise and the mean of both is 1; with a tenth of the variance as noise the edge is 0.225, so only 1 - r
     * of 0.2 is noise and is its own mean.
     */
    @Test
    void denoising_keeps_what_lies_above_the_edge() {
        SymmetricMatrix covariance = SymmetricMatrix.of(new double[][] {{4, 4.8}, {4.8, 9}});

        DenoisedCovariance all = DenoisedCovariance.of(covariance, 8);
        DenoisedCovariance little = DenoisedCovariance.of(covariance, 8, 0.1);

        assertThat(all.signals()).isZero();
        assertThat(all.covariance().get(0, 1)).isCloseTo(0, within(1e-15));
        assertThat(all.covariance().get(1, 1)).isCloseTo(9, within(1e-14));
        assertThat(little.signals()).isOne();
        assertThat(little.covariance().get(0, 1)).isCloseTo(4.8, within(1e-14));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DenoisedCovariance.of(covariance, 8, 0))
                .withMessage("noise must be in (0, 1], was 0.0");
    }

    @Test
    void pure_noise_shows_no_signal_and_a_market_shows_one() {
        ForAll.cases(10, random -> {
            double[][] noise = new double[50][400];
            for (double[] column : noise) {
                Arrays.setAll(column, _ -> random.nextGaussian());
            }
            double[][] market = Panels.returns(random, 50, 400);

            assertThat(DenoisedCovariance.of(SampleCovariance.of(noise, Observations.COMPLETE), 400)
                            .signals())
                    .isLessThanOrEqualTo(1);
            assertThat(DenoisedCovariance.of(SampleCovariance.of(market, Observations.COMPLETE), 400)
                            .signals())
                    .isBetween(1, 2);
        });
    }

    @Test
    void detoning_takes_the_market_out() {
        ForAll.cases(10, random -> {
            SymmetricMatrix sample = SampleCovariance.of(Panels.returns(random, 20, 400), Observations.COMPLETE);
            SymmetricMatrix found = DenoisedCovariance.detoned(sample, 1);
            double correlations = 0;
            for (int i = 0; i < 20; i++) {
                assertThat(found.get(i, i)).isCloseTo(sample.get(i, i), within(1e-17));
                for (int j = 0; j < i; j++) {
                    correlations += Correlation.of(found).get(i, j) / 190;
                }
            }
            assertThat(correlations).isBetween(-0.1, 0.1);
        });
        SymmetricMatrix twins = SymmetricMatrix.of(new double[][] {{1, 1}, {1, 1}});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DenoisedCovariance.detoned(twins, 1))
                .withMessage("asset 0 must be more than the 1 largest common moves");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DenoisedCovariance.detoned(twins, 2))
                .withMessage("components must be in [0, 1], was 2");
    }
}
