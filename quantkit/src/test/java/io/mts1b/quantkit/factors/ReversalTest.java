package io.mts1b.quantkit.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ReversalTest extends FactorContract {

    @Override
    Factor factor() {
        return new Reversal("f_reversal_short", 5, 0);
    }

    @Test
    void ranks_by_the_loss() {
        // One falls by a tenth, one stands, one rises by a tenth: 0.1, 0 and -0.1, of deviation sqrt(0.02 / 3).
        double[][] scores = new Reversal("f_r", 1, 0).scores(of(new double[][] {{100, 90}, {100, 100}, {100, 110}}));

        assertThat(scores[0][1]).isCloseTo(Math.sqrt(1.5), within(1e-12));
        assertThat(scores[1][1]).isCloseTo(0, within(1e-12));
        assertThat(scores[2][1]).isCloseTo(-Math.sqrt(1.5), within(1e-12));
        assertThatThrownBy(() -> new Reversal("f_r", 1, 1)).hasMessage("lookback must be above skip 1, was 1");
    }
}
