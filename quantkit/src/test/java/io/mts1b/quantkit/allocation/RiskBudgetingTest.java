package io.mts1b.quantkit.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.quantkit.Panels;
import io.mts1b.quantkit.covariance.FactorCovariance;
import io.mts1b.quantkit.covariance.Observations;
import io.mts1b.quantkit.covariance.SampleCovariance;
import io.mts1b.quantkit.covariance.SymmetricMatrix;
import io.mts1b.quantkit.linearalgebra.Vectors;
import io.mts1b.quantkit.statistics.Samples;
import io.mts1b.testkit.ForAll;
import java.util.List;
import org.junit.jupiter.api.Test;

class RiskBudgetingTest {

    @Test
    void uncorrelated_assets_are_weighted_by_inverse_volatility() {
        ConvexRisk risk = PortfolioRisk.variance(SymmetricMatrix.of(new double[][] {{0.01, 0}, {0, 0.04}}));
        assertThat(RiskBudgeting.allocate(risk).toArray())
                .containsExactly(new double[] {2 / 3.0, 1 / 3.0}, within(1e-12));
        // w1^2 0.01 : w2^2 0.04 = 4 : 1 where w1 = 4 w2.
        assertThat(RiskBudgeting.allocate(risk, Weights.of(4, 1)).toArray())
                .containsExactly(new double[] {0.8, 0.2}, within(1e-12));
    }

    @Test
    void three_assets_of_a_published_example_contribute_equally() {
        // Volatilities 30, 20 and 15 percent, correlations 0.8, 0.5 and 0.3: T. Roncalli (2013), table 2.4.
        double[][] c = {{0.09, 0.048, 0.0225}, {0.048, 0.04, 0.009}, {0.0225, 0.009, 0.0225}};
        double[] weights = RiskBudgeting.allocate(PortfolioRisk.variance(SymmetricMatrix.of(c)))
                .toArray();
        assertThat(weights).containsExactly(new double[] {0.1969, 0.3244, 0.4787}, within(5e-5));
        assertContributions(c, weights, new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0});
    }

    private static void assertContributions(double[][] covariance, double[] weights, double[] budgets) {
        double[] slopes = Vectors.multiply(covariance, weights);
        double variance = Vectors.dot(weights, slopes);
        for (int i = 0; i < weights.length; i++) {
            assertThat(weights[i] * slopes[i] / variance).isCloseTo(budgets[i], within(1e-10));
        }
    }

    @Test
    void contributions_are_the_budgets() {
        ForAll.cases(100, random -> {
            int n = 1 + random.nextInt(12);
            double[][] returns = Panels.returns(random, n, 40);
            SymmetricMatrix covariance = SampleCovariance.of(returns, Observations.COMPLETE);
            double[] budgets = random.doubles(n, 0.01, 1).toArray();
            double[] weights = RiskBudgeting.allocate(PortfolioRisk.variance(covariance), Weights.of(budgets))
                    .toArray();
            double sum = Samples.sum(budgets);
            for (int i = 0; i < n; i++) {
                budgets[i] /= sum;
            }
            assertThat(Samples.sum(weights)).isCloseTo(1, within(1e-12));
            assertContributions(covariance.toArray(), weights, budgets);
        });
    }

    @Test
    void slopes_of_other_risks_are_met_too() {
        ForAll.cases(20, random -> {
            double[][] returns = Panels.returns(random, 4, 80);
            List<ConvexRisk> smooth = List.of(
                    PortfolioRisk.semivariance(returns),
                    PortfolioRisk.entropicValueAtRisk(returns, 0.2),
                    PortfolioRisk.variance(FactorCovariance.ofPrincipalComponents(returns, 2)));
            for (ConvexRisk risk : smooth) {
                double[] w = RiskBudgeting.allocate(risk).toArray();
                double all = risk.degree() * risk.of(Weights.of(w));
                for (int i = 0; i < 4; i++) {
                    assertThat(w[i] * slope(risk, w, i) / all).isCloseTo(0.25, within(1e-4));
                }
            }
        });
    }

    private static double slope(ConvexRisk risk, double[] weights, int asset) {
        double step = 1e-5;
        double[] more = weights.clone();
        more[asset] += step;
        double[] less = weights.clone();
        less[asset] -= step;
        return (risk.of(Weights.of(more)) - risk.of(Weights.of(less))) / (2 * step);
    }

    @Test
    void what_has_no_answer_is_refused() {
        ConvexRisk hedged = PortfolioRisk.variance(SymmetricMatrix.of(new double[][] {{1, -1}, {-1, 1}}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RiskBudgeting.allocate(hedged))
                .withMessageContaining("positive risk");
        ConvexRisk riskless = PortfolioRisk.variance(SymmetricMatrix.of(new double[][] {{1, 0}, {0, 0}}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RiskBudgeting.allocate(riskless))
                .withMessageContaining("asset 1 must have a positive risk");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RiskBudgeting.allocate(hedged, Weights.of(1, 0)))
                .withMessageContaining("budgets must be positive");
        assertThatIllegalArgumentException().isThrownBy(() -> RiskBudgeting.allocate(hedged, Weights.equal(3)));
    }
}
