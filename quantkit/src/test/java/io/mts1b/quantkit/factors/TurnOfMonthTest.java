package io.mts1b.quantkit.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TurnOfMonthTest extends FactorContract {

    @Override
    Factor factor() {
        return new TurnOfMonth("f_turn", 25);
    }

    @Test
    void ranks_by_what_is_earned_at_the_turn() {
        // The one gains on 2020-01-31 and on 1 to 3 February alone, the other in the middle of the month alone.
        double[][] close = new double[2][40];
        for (int t = 0; t < 40; t++) {
            close[0][t] = t < 30 ? 100 : 100 + Math.min(t - 29, 4);
            close[1][t] = t < 15 ? 100 : 101;
        }
        double[][] scores = new TurnOfMonth("f_t", 30).scores(of(close));

        assertThat(scores[0][35]).isEqualTo(1);
        assertThat(scores[1][35]).isCloseTo(-1, within(1e-12));
        assertThatThrownBy(() -> new TurnOfMonth("f_t", 24)).hasMessage("window must be at least 25, was 24");
    }
}
