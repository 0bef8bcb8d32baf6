package io.mts1b.quantkit.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class IlliquidityTest extends FactorContract {

    @Override
    Factor factor() {
        return new Illiquidity("f_illiquid", 8);
    }

    @Test
    void ranks_by_the_move_per_money() {
        // Moves of 0.1 for 110 * 10, 110 * 20 and 110 * 0, which says nothing.
        double[][] close = {{100, 110}, {100, 110}, {100, 110}};
        double[][] scores = new Illiquidity("f_i", 1).scores(of(close, new double[][] {{0, 10}, {0, 20}, {0, 0}}));

        assertThat(scores[0]).containsExactly(Double.NaN, 1);
        assertThat(scores[1]).containsExactly(Double.NaN, -1);
        assertThat(scores[2][1]).isNaN();
        assertThat(Trailing.returns(of(close), 0)[1]).isCloseTo(0.1, within(1e-12));
        assertThatThrownBy(() -> new Illiquidity("f_i", 0)).hasMessage("window must be at least 1, was 0");
    }
}
