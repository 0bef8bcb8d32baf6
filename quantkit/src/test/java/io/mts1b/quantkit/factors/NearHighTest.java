package io.mts1b.quantkit.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NearHighTest extends FactorContract {

    @Override
    Factor factor() {
        return new NearHigh("f_high", 15);
    }

    @Test
    void ranks_by_the_close_over_the_highest() {
        // 90 of 100, 100 of 100 and 80 of 100.
        double[][] scores = new NearHigh("f_h", 2).scores(of(new double[][] {{100, 90}, {90, 100}, {100, 80}}));

        assertThat(scores[0][1]).isCloseTo(0, within(1e-12));
        assertThat(scores[1][1]).isCloseTo(Math.sqrt(1.5), within(1e-12));
        assertThatThrownBy(() -> new NearHigh("f_h", 1)).hasMessage("window must be at least 2, was 1");
    }
}
