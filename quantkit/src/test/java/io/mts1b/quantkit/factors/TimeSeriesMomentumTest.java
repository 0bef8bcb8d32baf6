package io.mts1b.quantkit.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TimeSeriesMomentumTest extends FactorContract {

    @Override
    Factor factor() {
        return new TimeSeriesMomentum("f_tsm", 10);
    }

    @Test
    void ranks_by_the_gain_in_units_of_risk() {
        // Gains 0.21 and 0.2 of returns 0.1, 0.1 (no risk, no score), 0.2, 0 (risk sqrt 0.02), and -0.2, 0 the same.
        double[][] scores = new TimeSeriesMomentum("f_t", 2).scores(of(new double[][] {
            {128, 160, 200}, {100, 120, 120}, {100, 80, 80}
        }));

        assertThat(scores[0][2]).isNaN();
        assertThat(scores[1][2]).isCloseTo(1, within(1e-12));
        assertThat(scores[2][2]).isCloseTo(-1, within(1e-12));
        assertThatThrownBy(() -> new TimeSeriesMomentum("f_t", 1)).hasMessage("lookback must be at least 2, was 1");
    }
}
