package io.mts1b.quantkit.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MarketRiskTest extends FactorContract {

    @Override
    Factor factor() {
        return new MarketRisk("f_beta", 10, MarketRisk.Kind.BETA);
    }

    @Test
    void ranks_by_the_slope_on_the_mean_of_all() {
        // Returns of the one are three times those of the other: the market is twice the other, betas 0.5 and 1.5.
        double[] other = {0.01, -0.02, 0.03};
        double[][] close = {new double[4], new double[4]};
        close[0][0] = 100;
        close[1][0] = 100;
        for (int t = 0; t < 3; t++) {
            close[0][t + 1] = close[0][t] * (1 + other[t]);
            close[1][t + 1] = close[1][t] * (1 + 3 * other[t]);
        }
        double[][] betas = new MarketRisk("f_b", 3, MarketRisk.Kind.BETA).scores(of(close));

        assertThat(betas[0]).containsExactly(Double.NaN, Double.NaN, Double.NaN, 1);
        assertThat(betas[1][3]).isEqualTo(-1);
        assertThatThrownBy(() -> new MarketRisk("f_b", 2, MarketRisk.Kind.BETA))
                .hasMessage("window must be at least 3, was 2");
    }

    @Test
    void ranks_by_what_the_market_does_not_explain() {
        // Returns a = m + e and b = m - e, and c = m: a and b move by e apart from the market m, c not at all.
        double[] m = {0.02, -0.02, 0.01, -0.01};
        double[] e = {0.01, 0.01, -0.01, -0.01};
        double[][] close = {{100, 0, 0, 0, 0}, {100, 0, 0, 0, 0}, {100, 0, 0, 0, 0}};
        for (int t = 0; t < 4; t++) {
            close[0][t + 1] = close[0][t] * (1 + m[t] + e[t]);
            close[1][t + 1] = close[1][t] * (1 + m[t] - e[t]);
            close[2][t + 1] = close[2][t] * (1 + m[t]);
        }
        double[][] scores = new MarketRisk("f_i", 4, MarketRisk.Kind.IDIOSYNCRATIC).scores(of(close));

        assertThat(scores[2][4]).isCloseTo(Math.sqrt(2), within(1e-6));
        assertThat(scores[0][4]).isCloseTo(-Math.sqrt(0.5), within(1e-6));
        assertThat(scores[1][4]).isCloseTo(-Math.sqrt(0.5), within(1e-6));
    }
}
