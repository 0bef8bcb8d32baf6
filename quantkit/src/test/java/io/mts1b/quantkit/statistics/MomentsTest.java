package io.mts1b.quantkit.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.testkit.ForAll;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MomentsTest {

    /**
     * By hand, for 1, 2, 3, 6: mean 3, deviations -2, -1, 0, 3, power sums 14, 18, 98. So the variance is 14/3; with
     * m2 = 3.5, m3 = 4.5, m4 = 24.5 the skewness is sqrt(12)/2 * 4.5/3.5^1.5 = 1.1903401282789947, and the kurtosis is
     * 3/2 * (5 (24.5/12.25 - 3) + 6) = 1.5.
     */
    @Test
    void match_a_hand_worked_sample() {
        Moments moments = Moments.of(new double[] {1, 2, 3, 6});

        assertThat(moments).isEqualTo(new Moments(4, 3, 14, 18, 98));
        assertThat(moments.variance()).isEqualTo(14.0 / 3);
        assertThat(moments.standardDeviation()).isEqualTo(Math.sqrt(14.0 / 3));
        assertThat(moments.skewness().orElseThrow()).isCloseTo(1.1903401282789947, within(1e-15));
        assertThat(moments.excessKurtosis().orElseThrow()).isCloseTo(1.5, within(1e-14));
    }

    /**
     * By hand, for 1, 2, 3, 4, 10: mean 4 and mean powers 10, 36 and 278.8, so the skewness is
     * sqrt(20)/3 * 36/10^1.5 and the kurtosis 4/6 * (6 (2.788 - 3) + 6) = 3.152.
     */
    @Test
    void match_another_hand_worked_sample() {
        Moments moments = Moments.of(new double[] {1, 2, 3, 4, 10});

        assertThat(moments.skewness().orElseThrow()).isCloseTo(1.6970562748477143, within(1e-15));
        assertThat(moments.excessKurtosis().orElseThrow()).isCloseTo(3.152, within(1e-14));
    }

    @Test
    void a_constant_sample_has_no_shape_even_if_it_rounds() {
        double[] constant = new double[7];
        Arrays.fill(constant, 0.1);
        constant[3] = Math.nextUp(0.1);

        Moments moments = Moments.of(constant);

        assertThat(moments.variance()).isZero();
        assertThat(moments.skewness()).isEmpty();
        assertThat(moments.excessKurtosis()).isEmpty();
    }

    @Test
    void small_samples_have_no_shape() {
        assertThat(Moments.of(new double[] {1, 2}).skewness()).isEmpty();
        assertThat(Moments.of(new double[] {1, 2, 4}).skewness()).isPresent();
        assertThat(Moments.of(new double[] {1, 2, 4}).excessKurtosis()).isEmpty();
    }

    @Test
    void shape_survives_shift_and_scale() {
        ForAll.cases(random -> {
            double[] sample = random.doubles(random.nextInt(4, 30)).toArray();
            double scale = random.nextDouble(0.5, 100);
            double shift = random.nextDouble(-10, 10);
            double[] moved = Arrays.stream(sample).map(x -> shift + scale * x).toArray();

            Moments one = Moments.of(sample);
            Moments other = Moments.of(moved);

            assertThat(other.standardDeviation() / one.standardDeviation()).isCloseTo(scale, within(1e-8));
            assertThat(other.skewness().orElseThrow()).isCloseTo(one.skewness().orElseThrow(), within(1e-8));
            assertThat(other.excessKurtosis().orElseThrow())
                    .isCloseTo(one.excessKurtosis().orElseThrow(), within(1e-7));
        });
    }

    @Test
    void refuse_what_cannot_be_moments() {
        assertThatIllegalArgumentException().isThrownBy(() -> Moments.of(new double[] {1}));
        assertThatIllegalArgumentException().isThrownBy(() -> Moments.of(new double[] {1, Double.NaN}));
        assertThatIllegalArgumentException().isThrownBy(() -> Moments.of(new double[] {1e100, -1e100}));
        assertThatIllegalArgumentException().isThrownBy(() -> new Moments(1, 0, 0, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Moments(2, 0, -1, 0, 0));
    }
}
