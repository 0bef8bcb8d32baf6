package io.mts1b.portfolio.sizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.portfolio.sizing.SizedWeights.Reason;
import io.mts1b.portfolio.sizing.SizedWeights.Refused;
import io.mts1b.portfolio.sizing.SizedWeights.Sized;
import io.mts1b.quantkit.allocation.Weights;
import io.mts1b.testkit.ForAll;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EqualWeightTest {

    private static double[] weights(Sizer sizer, double... scores) {
        return ((Sized) sizer.size(scores)).weights().toArray();
    }

    @Test
    void holds_the_best_in_equal_parts() {
        assertThat(weights(EqualWeight.longOnly(2, 1), 0.1, 0.7, -3, 0.9)).containsExactly(0, 0.5, 0, 0.5);
        assertThat(weights(EqualWeight.longOnly(2, 0.5), 0.1, Double.NaN, -3, 0.9))
                .containsExactly(0.25, 0, 0, 0.25);
    }

    @Test
    void goes_short_the_worst_with_the_same_money() {
        assertThat(weights(new EqualWeight(1, 2, 1), 0.1, 0.7, -3, 0.9)).containsExactly(-0.25, 0, -0.25, 0.5);
        assertThat(weights(new EqualWeight(0, 1, 1), 0.1, 0.7, -3, 0.9)).containsExactly(0, 0, -1, 0);
    }

    @Test
    void prefers_the_first_of_equals() {
        assertThat(weights(new EqualWeight(1, 1, 2), 5, 5, 5)).containsExactly(1, 0, -1);
    }

    @Test
    void refuses_where_too_few_have_a_score() {
        assertThat(new EqualWeight(1, 1, 1).size(3, Double.NaN))
                .isEqualTo(new Refused(Reason.TOO_FEW_SCORES, "scores must be of at least 2 assets, were of 1"));
    }

    @Test
    void has_the_gross_wanted_and_no_net() {
        ForAll.cases(random -> {
            int longs = random.nextInt(1, 10);
            int shorts = random.nextInt(1, 10);
            double gross = random.nextDouble(0.1, 3);
            double[] scores = random.doubles(longs + shorts + random.nextInt(5)).toArray();

            double[] weights = weights(new EqualWeight(longs, shorts, gross), scores);

            assertThat(Arrays.stream(weights).map(Math::abs).sum()).isCloseTo(gross, within(1e-12));
            assertThat(Arrays.stream(weights).sum()).isCloseTo(0, within(1e-12));
        });
    }

    @Test
    void fixed_weights_do_not_listen() {
        Sizer sizer = new FixedWeight(Weights.of(0.6, 0.4));

        assertThat(weights(sizer, -9, Double.NaN)).containsExactly(0.6, 0.4);
        assertThatThrownBy(() -> sizer.size(1)).hasMessage("scores must be of 2 assets, were of 1");
    }

    @Test
    void refuses_what_is_no_portfolio() {
        assertThatThrownBy(() -> new EqualWeight(0, 0, 1)).hasMessage("longs and shorts must not both be 0");
        assertThatThrownBy(() -> new EqualWeight(-1, 2, 1)).hasMessage("longs must not be negative, was -1");
        assertThatThrownBy(() -> new EqualWeight(1, -2, 1)).hasMessage("shorts must not be negative, was -2");
        assertThatThrownBy(() -> new EqualWeight(1, 0, 0)).hasMessage("gross must be positive, was 0.0");
    }
}
