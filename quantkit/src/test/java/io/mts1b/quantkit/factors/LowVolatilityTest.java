package io.mts1b.quantkit.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LowVolatilityTest extends FactorContract {

    @Override
    Factor factor() {
        return new LowVolatility("f_calm", 8);
    }

    @Test
    void ranks_the_calm_above_the_wild() {
        // Returns 0.1 and -0.1 deviate by sqrt(0.02), returns 0.2 and -0.2 by twice that.
        double[][] scores =
                new LowVolatility("f_c", 2).scores(of(new double[][] {{100, 110, 99}, {100, 120, 96}, {100, 120, 96}}));

        assertThat(scores[0]).containsExactly(new double[] {Double.NaN, Double.NaN, Math.sqrt(2)}, within(1e-12));
        assertThat(scores[1][2]).isCloseTo(-Math.sqrt(0.5), within(1e-12));
        assertThat(Trailing.deviation(new double[] {0.1, -0.1})).isCloseTo(Math.sqrt(0.02), within(1e-15));
        assertThatThrownBy(() -> new LowVolatility("f_c", 1)).hasMessage("window must be at least 2, was 1");
    }

    @Test
    void bridges_a_gap_but_not_a_hole() {
        double[] gap = {1, 2, Double.NaN, 4};
        double[] hole = {1, Double.NaN, Double.NaN, 4};

        assertThat(Trailing.window(gap, 4, Trailing::mean)[3]).isEqualTo(7 / 3.0);
        assertThat(Trailing.window(hole, 4, Trailing::mean)[3]).isNaN();
    }
}
