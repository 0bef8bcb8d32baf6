package io.mts1b.quantkit.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MomentumTest extends FactorContract {

    @Override
    Factor factor() {
        return new Momentum("f_momentum_short", 12, 3);
    }

    @Test
    void ranks_by_the_gain_up_to_the_skip() {
        // Lookback 2, skip 1: on the third date the gain from the first to the second counts.
        double[][] scores = new Momentum("f_m", 2, 1).scores(of(new double[][] {{100, 110, 1}, {100, 90, 900}}));

        assertThat(scores[0]).containsExactly(Double.NaN, Double.NaN, 1);
        assertThat(scores[1]).containsExactly(Double.NaN, Double.NaN, -1);
    }

    @Test
    void says_nothing_where_a_price_is_missing_and_zero_where_nothing_differs() {
        Factor factor = new Momentum("f_m", 1, 0);

        double[][] scores = factor.scores(of(new double[][] {{100, 110}, {50, 55}, {Double.NaN, 7}}));

        assertThat(scores[0][1]).isZero();
        assertThat(scores[1][1]).isZero();
        assertThat(scores[2][1]).isNaN();
        assertThat(factor.scores(of(new double[][] {{100, 110}}))[0][1]).isZero();
    }

    @Test
    void refuses_windows_and_names_that_make_no_sense() {
        assertThatThrownBy(() -> new Momentum("f_m", 3, 3)).hasMessage("lookback must be above skip 3, was 3");
        assertThatThrownBy(() -> new Momentum("f_m", 3, -1)).hasMessage("skip must not be negative, was -1");
        assertThatThrownBy(() -> new Momentum("momentum", 3, 1))
                .hasMessage("name must be f_ and lower-case words joined by _, was 'momentum'");
    }

    @Test
    void is_registered_under_its_name_once() {
        FactorRegistry registry = FactorRegistry.builtIn();

        assertThat(registry.find("f_momentum_12_1")).contains(Momentum.DAILY_12_1);
        assertThat(registry.find("f_nothing")).isEmpty();
        assertThat(registry.with(factor()).factors().keySet()).contains("f_momentum_12_1", "f_momentum_short");
        assertThatThrownBy(() -> registry.with(Momentum.DAILY_12_1))
                .hasMessage("factor f_momentum_12_1 must be registered once");
    }

    @Test
    void refuses_a_panel_that_is_not_one() {
        assertThatThrownBy(() -> CrossSection.zScores(new double[][] {{1, 2}, {1}}))
                .hasMessage("column of asset 1 must have 2 rows, had 1");
        assertThatThrownBy(() -> CrossSection.zScores(new double[][] {{Double.NEGATIVE_INFINITY}, {1}}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(CrossSection.zScores(new double[0][])).isEmpty();
    }
}
