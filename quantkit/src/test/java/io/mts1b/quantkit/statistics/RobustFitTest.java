package io.mts1b.quantkit.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.testkit.ForAll;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RobustFitTest {

    private static final double[] AIR_FLOW = {
        80, 80, 75, 62, 62, 62, 62, 62, 58, 58, 58, 58, 58, 58, 50, 50, 50, 50, 50, 56, 70
    };
    private static final double[] WATER = {
        27, 27, 25, 24, 22, 23, 24, 24, 23, 18, 18, 17, 18, 19, 18, 18, 19, 19, 20, 20, 20
    };
    private static final double[] ACID = {
        89, 88, 90, 87, 87, 87, 93, 93, 87, 80, 89, 88, 82, 93, 89, 86, 72, 79, 80, 82, 91
    };
    private static final double[] LOSS = {42, 37, 37, 28, 18, 18, 19, 20, 15, 14, 14, 13, 11, 12, 8, 7, 8, 8, 9, 15, 15
    };

    /** Brownlee's stack loss data, as {@code rlm} of the R package MASS fits them. */
    @Test
    void stack_loss_is_that_of_mass() {
        double[] ones = new double[LOSS.length];
        Arrays.fill(ones, 1);

        RobustFit fit = RobustFit.of(LOSS, ones, AIR_FLOW, WATER, ACID).orElseThrow();

        assertThat(fit.coefficient(0)).isCloseTo(-41.0265, within(2e-3));
        assertThat(fit.coefficient(1)).isCloseTo(0.8294, within(1e-4));
        assertThat(fit.coefficient(2)).isCloseTo(0.9261, within(2e-4));
        assertThat(fit.coefficient(3)).isCloseTo(-0.1278, within(1e-4));
        assertThat(fit.scale()).isCloseTo(2.441, within(1e-3));
        for (int i = 0; i < 4; i++) {
            assertThat(fit.standardError(i)).isPositive();
        }
    }

    @Test
    void a_line_without_scatter_is_found_whatever_one_point_says() {
        double[] x = {1, 2, 3, 4, 5, 6, 7};
        double[] y = {2, 4, 6, 8, 10, 12, 14};
        assertThat(RobustFit.of(y, x).orElseThrow().coefficient(0)).isCloseTo(2, within(1e-12));
        assertThat(RobustFit.of(y, x).orElseThrow().standardError(0)).isCloseTo(0, within(1e-12));

        y[2] = 1_000;
        assertThat(RobustFit.of(y, x).orElseThrow().coefficient(0)).isCloseTo(2, within(1e-6));
    }

    /** What is found is where the clipped residuals are orthogonal to the columns, which no other point is. */
    @Test
    void clipped_residuals_are_orthogonal_to_the_columns() {
        ForAll.cases(200, random -> {
            int n = random.nextInt(40, 80);
            double[] a = random.doubles(n, 0.1, 2).toArray();
            double[] b = random.doubles(n, 0, 1).toArray();
            double[] y = new double[n];
            for (int t = 0; t < n; t++) {
                y[t] = 0.7 * a[t] - 0.3 * b[t] + random.nextGaussian() * (t % 10 == 0 ? 5 : 0.2);
            }
            RobustFit fit = RobustFit.of(y, a, b).orElseThrow();
            double alongA = 0;
            double alongB = 0;
            for (int t = 0; t < n; t++) {
                double residual = y[t] - fit.coefficient(0) * a[t] - fit.coefficient(1) * b[t];
                double clipped = Math.clamp(residual / fit.scale(), -RobustFit.TUNING, RobustFit.TUNING);
                alongA += clipped * a[t];
                alongB += clipped * b[t];
            }
            assertThat(alongA).isCloseTo(0, within(1e-7));
            assertThat(alongB).isCloseTo(0, within(1e-7));
        });
    }

    @Test
    void columns_that_tell_nothing_apart_have_no_fit() {
        double[] x = {1, 2, 3, 4};

        assertThat(RobustFit.of(x, x, new double[] {2, 4, 6, 8})).isEmpty();
        assertThat(RobustFit.of(x, new double[4])).isEmpty();
        assertThat(RobustFit.of(x)).isEmpty();
        assertThatThrownBy(() -> RobustFit.of(x, new double[3])).hasMessage("x must hold 4 values, held 3");
        assertThatThrownBy(() -> RobustFit.of(new double[] {1}, new double[] {1}))
                .hasMessage("y must hold at least 2 values, held 1");
        assertThatThrownBy(() -> RobustFit.of(new double[] {1, Double.NaN}, new double[] {1, 1}))
                .hasMessage("y must be finite, was NaN at index 1");
    }
}
