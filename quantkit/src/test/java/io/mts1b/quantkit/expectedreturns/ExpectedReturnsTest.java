package io.mts1b.quantkit.expectedreturns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.quantkit.Panels;
import io.mts1b.quantkit.covariance.SymmetricMatrix;
import io.mts1b.quantkit.metrics.PeriodsPerYear;
import io.mts1b.testkit.ForAll;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ExpectedReturnsTest {

    private static final double NAN = Double.NaN;
    private static final PeriodsPerYear TWICE = new PeriodsPerYear(2);

    /** By hand, two periods a year: 1.1 * 1.2 = 1.32 over two periods; 1.21 over one, missing left out. */
    @Test
    void means_match_hand_worked_histories() {
        double[][] returns = {{0.1, 0.2}, {NAN, 0.1}};

        assertThat(HistoricalMean.compounded(returns, TWICE)).containsExactly(new double[] {0.32, 0.21}, within(1e-15));
        assertThat(HistoricalMean.arithmetic(returns, TWICE)).containsExactly(new double[] {0.3, 0.2}, within(1e-15));
    }

    /** By hand, span 3: weights 1/2 and 1, so (0.05 + 0.2) / 1.5 = 1/6; a missing row ages what came before it. */
    @Test
    void recent_returns_count_more() {
        double[][] returns = {{0.1, 0.2, NAN}};

        assertThat(ExponentialMean.arithmetic(returns, 3, TWICE))
                .containsExactly(new double[] {1.0 / 3}, within(1e-15));
        assertThat(ExponentialMean.compounded(returns, 3, TWICE))
                .containsExactly(new double[] {49.0 / 36 - 1}, within(1e-15));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExponentialMean.arithmetic(returns, 0.5, TWICE))
                .withMessage("span must be finite and above 1, was 0.5");
    }

    /** By hand: twice the market has beta 2, so 1 % + 2 * 5 % of premium. */
    @Test
    void beta_earns_the_premium() {
        double[] market = {0.01, -0.01, 0.02};
        double[][] returns = {{0.02, -0.02, 0.04}, {0, 0, 0}, market};

        assertThat(CapitalAssetPricing.of(returns, market, 0.06, 0.01))
                .containsExactly(new double[] {0.11, 0.01, 0.06}, within(1e-15));
        assertThat(CapitalAssetPricing.equalWeightMarket(new double[][] {{0.02, NAN}, {0.04, 0.01}}))
                .containsExactly(new double[] {0.03, 0.01}, within(1e-15));
    }

    /** By hand: means 1, 2, 3 lie 2 in squares from 2; variances 4, 1, 1 give 6 - 8, nothing, and 1, 1, 1 give (3 - 2) / 5 / 2. */
    @Test
    void stein_pulls_towards_the_mean() {
        double[] means = {1, 2, 3};
        SymmetricMatrix unit = SymmetricMatrix.ofLowerTriangle(new double[][] {{1}, {0, 1}, {0, 0, 1}});
        SymmetricMatrix wide = SymmetricMatrix.ofLowerTriangle(new double[][] {{4}, {0, 1}, {0, 0, 1}});

        ShrunkMean found = ShrunkMean.jamesStein(means, unit, 5);

        assertThat(found.intensity()).isCloseTo(0.1, within(1e-15));
        assertThat(found.means()).containsExactly(new double[] {1.1, 2, 2.9}, within(1e-15));
        assertThat(ShrunkMean.jamesStein(means, wide, 5).intensity()).isZero();
        assertThat(ShrunkMean.jamesStein(new double[] {1, 1}, SymmetricMatrix.of(new double[][] {{1, 0}, {0, 1}}), 5)
                        .means())
                .containsExactly(1, 1);
    }

    /** By hand: with unit covariance the target is the mean 2 and d = 2, so (3 + 2) / (5 + 5 * 2) = 1/3. */
    @Test
    void jorion_pulls_towards_the_safest_portfolio() {
        double[] means = {1, 2, 3};
        SymmetricMatrix unit = SymmetricMatrix.ofLowerTriangle(new double[][] {{1}, {0, 1}, {0, 0, 1}});

        ShrunkMean found = ShrunkMean.bayesStein(means, unit, 5);

        assertThat(found.intensity()).isCloseTo(1.0 / 3, within(1e-15));
        assertThat(found.means()).containsExactly(new double[] {4.0 / 3, 2, 8.0 / 3}, within(1e-15));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ShrunkMean.bayesStein(
                        new double[] {1, 2}, SymmetricMatrix.of(new double[][] {{1, 1}, {1, 1}}), 5))
                .withMessage("covariance must be positive definite: shrink it, or use James-Stein");
    }

    @Test
    void follows_the_order_of_the_assets() {
        ForAll.cases(20, random -> {
            double[][] returns = Panels.returns(random, 6, 50);
            int[] order = Panels.permutation(random, 6);
            double[] market = CapitalAssetPricing.equalWeightMarket(returns);

            double[] mean = HistoricalMean.compounded(returns, TWICE);
            double[] beta = CapitalAssetPricing.of(returns, market, 0.1, 0.02);

            double[][] shuffled = Panels.reordered(returns, order);
            assertThat(HistoricalMean.compounded(shuffled, TWICE))
                    .containsExactly(
                            Arrays.stream(order).mapToDouble(i -> mean[i]).toArray());
            assertThat(CapitalAssetPricing.of(shuffled, market, 0.1, 0.02))
                    .containsExactly(
                            Arrays.stream(order).mapToDouble(i -> beta[i]).toArray());
        });
    }

    @Test
    void refuses_by_number_what_has_no_answer() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HistoricalMean.arithmetic(new double[][] {{0.1}, {NAN}}, TWICE))
                .withMessage("asset 1: returns must hold at least 1 values, held 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HistoricalMean.compounded(new double[][] {{0.1}, {-2}}, TWICE))
                .withMessageStartingWith("asset 1: returns must be at least -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CapitalAssetPricing.of(new double[][] {{1, 2}}, new double[] {1, 1}, 0.1, 0))
                .withMessage("market must vary, was constant");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CapitalAssetPricing.equalWeightMarket(new double[][] {{1, NAN}}))
                .withMessage("row 1 must hold at least 1 return, held 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ShrunkMean.towards(new double[] {1}, 0, 2))
                .withMessage("intensity must be in [0, 1], was 2.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ShrunkMean.jamesStein(new double[] {1}, SymmetricMatrix.of(new double[][] {{1}}), 0))
                .withMessage("rows must be positive and finite, was 0.0");
    }
}
