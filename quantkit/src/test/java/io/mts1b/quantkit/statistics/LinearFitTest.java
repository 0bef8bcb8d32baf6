package io.mts1b.quantkit.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.testkit.ForAll;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LinearFitTest {

    /** By hand: means 2 and 3, sum of products 3, sums of squares 2 and 6; slope 3/2, correlation 3/sqrt(12). */
    @Test
    void matches_a_hand_worked_line() {
        LinearFit fit =
                LinearFit.of(new double[] {1, 2, 3}, new double[] {1, 4, 4}).orElseThrow();

        assertThat(fit.slope()).isEqualTo(1.5);
        assertThat(fit.intercept()).isCloseTo(0, within(1e-15));
        assertThat(fit.correlation().orElseThrow()).isCloseTo(3 / Math.sqrt(12), within(1e-15));
    }

    @Test
    void finds_the_line_that_points_lie_on() {
        ForAll.cases(random -> {
            double slope = random.nextDouble(-5, 5);
            double intercept = random.nextDouble(-5, 5);
            double[] x = random.doubles(random.nextInt(2, 20), -1, 1).toArray();
            double[] y =
                    Arrays.stream(x).map(value -> intercept + slope * value).toArray();

            LinearFit fit = LinearFit.of(x, y).orElseThrow();

            assertThat(fit.slope()).isCloseTo(slope, within(1e-6));
            assertThat(fit.intercept()).isCloseTo(intercept, within(1e-6));
            assertThat(Math.abs(fit.correlation().orElseThrow())).isCloseTo(1, within(1e-6));
        });
    }

    @Test
    void is_undefined_where_nothing_varies() {
        double[] flat = {2, 2, 2};
        double[] rising = {1, 2, 3};

        assertThat(LinearFit.of(flat, rising)).isEmpty();
        assertThat(LinearFit.of(rising, flat).orElseThrow().slope()).isZero();
        assertThat(LinearFit.of(rising, flat).orElseThrow().correlation()).isEmpty();
    }

    @Test
    void refuses_series_that_do_not_pair() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinearFit.of(new double[] {1, 2}, new double[] {1, 2, 3}));
        assertThatIllegalArgumentException().isThrownBy(() -> LinearFit.of(new double[] {1}, new double[] {1}));
        Moments two = Moments.of(new double[] {1, 2});
        Moments flat = Moments.of(new double[] {1, 1});
        assertThatIllegalArgumentException().isThrownBy(() -> new LinearFit(flat, two, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new LinearFit(two, two, Double.NaN));
    }
}
