package io.mts1b.quantkit.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.quantkit.covariance.Observations;
import io.mts1b.quantkit.covariance.SampleCovariance;
import io.mts1b.quantkit.covariance.SymmetricMatrix;
import io.mts1b.quantkit.statistics.Moments;
import io.mts1b.testkit.ForAll;
import org.junit.jupiter.api.Test;

class PortfolioRiskTest {

    /** By hand: 0.25 * 4 + 0.25 * 9 + 2 * 0.25 * 2 = 4.25. */
    @Test
    void variance_matches_a_hand_worked_pair() {
        PortfolioRisk risk =
                PortfolioRisk.variance(SymmetricMatrix.ofLowerTriangle(new double[][] {{4}, {7, 5}, {2, 8, 9}}));

        assertThat(risk.of(new int[] {2, 0}, new double[] {0.5, 0.5})).isEqualTo(4.25);
        assertThat(risk.of(new int[] {1}, new double[] {1})).isEqualTo(5);
        assertThat(risk.assets()).isEqualTo(3);
    }

    @Test
    void variance_is_that_of_the_portfolio_returns() {
        ForAll.cases(100, random -> {
            double[][] returns = new double[random.nextInt(1, 6)][];
            double[] weights = random.doubles(returns.length, -1, 1).toArray();
            int[] members = new int[returns.length];
            double[] portfolio = new double[30];
            for (int i = 0; i < returns.length; i++) {
                members[i] = i;
                returns[i] = random.doubles(30, -0.1, 0.1).toArray();
                for (int t = 0; t < 30; t++) {
                    portfolio[t] += weights[i] * returns[i][t];
                }
            }

            PortfolioRisk risk = PortfolioRisk.variance(SampleCovariance.of(returns, Observations.COMPLETE));

            assertThat(risk.of(members, weights))
                    .isCloseTo(Moments.of(portfolio).variance(), within(1e-15));
        });
    }

    /** By hand: half of each gives -2, 1, 1, 0; the worst quarter loses 2, the worst half 2 and 0. */
    @Test
    void conditional_value_at_risk_matches_a_hand_worked_pair() {
        double[][] returns = {{-4, 0, 2, 0}, {0, 2, 0, 0}};

        PortfolioRisk quarter = PortfolioRisk.conditionalValueAtRisk(returns, 0.25);
        PortfolioRisk half = PortfolioRisk.conditionalValueAtRisk(returns, 0.5);

        assertThat(quarter.of(new int[] {0, 1}, new double[] {0.5, 0.5})).isEqualTo(2);
        assertThat(half.of(new int[] {0, 1}, new double[] {0.5, 0.5})).isEqualTo(1);
        assertThat(half.assets()).isEqualTo(2);
    }

    @Test
    void conditional_value_at_risk_refuses_what_is_no_history() {
        double[][] ragged = {{0.1, 0.2}, {0.1, Double.NaN}};
        double[][] good = {{0.1, 0.2}};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PortfolioRisk.conditionalValueAtRisk(ragged, 0.05))
                .withMessage("asset 1 must be finite, was NaN at index 1");
        assertThatIllegalArgumentException().isThrownBy(() -> PortfolioRisk.conditionalValueAtRisk(good, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> PortfolioRisk.conditionalValueAtRisk(good, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PortfolioRisk.conditionalValueAtRisk(new double[0][], 0.05));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PortfolioRisk.conditionalValueAtRisk(new double[][] {{1, 2}, {1}}, 0.05));
    }
}
