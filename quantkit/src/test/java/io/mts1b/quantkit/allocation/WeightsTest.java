package io.mts1b.quantkit.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class WeightsTest {

    @Test
    void are_a_value() {
        double[] fractions = {0.5, 0.75, -0.25};
        Weights weights = Weights.of(fractions);
        fractions[0] = 9;
        weights.toArray()[0] = 9;

        assertThat(weights).isEqualTo(Weights.of(0.5, 0.75, -0.25)).hasSameHashCodeAs(Weights.of(0.5, 0.75, -0.25));
        assertThat(weights).isNotEqualTo(Weights.of(0.5)).hasToString("Weights[0.5, 0.75, -0.25]");
        assertThat(weights.size()).isEqualTo(3);
        assertThat(weights.get(2)).isEqualTo(-0.25);
    }

    @Test
    void are_equal_if_asked() {
        assertThat(Weights.equal(4)).isEqualTo(Weights.of(0.25, 0.25, 0.25, 0.25));
        assertThat(Weights.equal(1)).isEqualTo(Weights.of(1));
    }

    @Test
    void refuse_what_is_no_fraction() {
        assertThatIllegalArgumentException().isThrownBy(Weights::of);
        assertThatIllegalArgumentException().isThrownBy(() -> Weights.of(1, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> Weights.equal(0));
    }
}
