package io.mts1b.quantkit.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MovingAverageDistanceTest extends FactorContract {

    @Override
    Factor factor() {
        return new MovingAverageDistance("f_distance", 3, 12);
    }

    @Test
    void ranks_by_how_far_recent_closes_are_above_all() {
        // 120 over the mean of 100 and 120 is 12 / 11; 80 over that of 100 and 80 is 8 / 9.
        MovingAverageDistance factor = new MovingAverageDistance("f_d", 1, 2);
        double[][] scores = factor.scores(of(new double[][] {{100, 120}, {100, 80}, {100, 98 + 2 / 49.0}}));

        double[] raw = {12 / 11.0, 8 / 9.0, (98 + 2 / 49.0) / (99 + 1 / 49.0)};
        double mean = (raw[0] + raw[1] + raw[2]) / 3;
        assertThat((scores[0][1] - scores[1][1]) / (scores[0][1] - scores[2][1]))
                .isCloseTo((raw[0] - raw[1]) / (raw[0] - raw[2]), within(1e-9));
        assertThat(Math.signum(scores[2][1])).isEqualTo(Math.signum(raw[2] - mean));
        assertThatThrownBy(() -> new MovingAverageDistance("f_d", 2, 2)).hasMessage("slow must be above fast 2, was 2");
    }
}
