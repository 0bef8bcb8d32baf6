package io.mts1b.quantkit.optimization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ConvexProgramTest {

    private static final double NONE = Double.POSITIVE_INFINITY;
    private static final Offset<Double> EXACT = within(1e-9);

    @Test
    void a_linear_program_by_hand() {
        // min -x - 2y, x + y <= 4, 0 <= x <= 3, 0 <= y <= 2.
        Solution found = new ConvexProgram(0, 2)
                .cost(0, -1)
                .cost(1, -2)
                .range(0, 0, 3)
                .range(1, 0, 2)
                .atMost(new int[] {0, 1}, new double[] {1, 1}, 4)
                .solve();
        assertThat(found.get(0)).isCloseTo(2, EXACT);
        assertThat(found.get(1)).isCloseTo(2, EXACT);
        assertThat(found.objective()).isCloseTo(-6, EXACT);
        assertThat(found.worst()).isLessThan(1e-10);
    }

    @Test
    void a_quadratic_program_with_an_equality_by_hand() {
        // min x^2 / 2 + y^2, x + y = 3: x = 2 y.
        Solution found = new ConvexProgram(0, 2)
                .curvature(0, 1)
                .curvature(1, 2)
                .equal(new int[] {0, 1}, new double[] {1, 1}, 3)
                .solve();
        assertThat(found.get(0)).isCloseTo(2, EXACT);
        assertThat(found.get(1)).isCloseTo(1, EXACT);
    }

    @Test
    void a_distance_holds_until_the_pull_is_stronger() {
        // min x^2 / 2 - p x + |x|: nothing for p <= 1, p - 1 above.
        for (double pull : new double[] {0.5, 3}) {
            Solution found = new ConvexProgram(0, 1)
                    .curvature(0, 1)
                    .cost(0, -pull)
                    .distances(0, new double[] {0}, new double[] {1}, -1)
                    .solve();
            assertThat(found.get(0)).isCloseTo(Math.max(pull - 1, 0), EXACT);
        }
    }

    @Test
    void a_round_limit_by_hand() {
        // min -x - y in a circle of radius 2.
        double[][] quarter = {{0.25, 0}, {0, 0.25}};
        Solution found = new ConvexProgram(0, 2)
                .cost(0, -1)
                .cost(1, -1)
                .atMostZero(QuadraticOverLinear.of(0, quarter))
                .solve();
        assertThat(found.get(0)).isCloseTo(Math.sqrt(2), EXACT);
        assertThat(found.get(1)).isCloseTo(Math.sqrt(2), EXACT);
    }

    @Test
    void logarithms_by_hand() {
        // min x + y - 2 log x - 3 log y.
        Solution found = new ConvexProgram(0, 2)
                .cost(0, 1)
                .cost(1, 1)
                .start(0, 1)
                .start(1, 1)
                .logarithms(0, new double[] {2, 3})
                .solve();
        assertThat(found.get(0)).isCloseTo(2, EXACT);
        assertThat(found.get(1)).isCloseTo(3, EXACT);
    }

    @Test
    void shortfalls_find_the_median_and_their_squares_the_mean() {
        // Rows (1, -r) at (x, 1): both sides of each point cost the same.
        double[][] above = {{1, -1}, {1, -2}, {1, -9}};
        double[][] below = {{-1, 1}, {-1, 2}, {-1, 9}};
        ConvexProgram median = new ConvexProgram(0, 2)
                .equal(new int[] {1}, new double[] {1}, 1)
                .shortfalls(0, above, 1)
                .shortfalls(0, below, 1);
        assertThat(median.solve().get(0)).isCloseTo(2, EXACT);
        ConvexProgram mean = new ConvexProgram(0, 2)
                .equal(new int[] {1}, new double[] {1}, 1)
                .squaredShortfalls(0, above, 1)
                .squaredShortfalls(0, below, 1);
        assertThat(mean.solve().get(0)).isCloseTo(4, EXACT);
    }

    @Test
    void what_cannot_be_met_shows_in_the_residual() {
        Solution found =
                new ConvexProgram(0, 1).range(0, 2, NONE).range(0, -NONE, 1).solve();
        assertThat(found.worst()).isGreaterThan(0.1);
    }

    @Test
    void an_empty_range_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Polyhedron.of(new double[] {1}, new double[] {0}, List.of()))
                .withMessage("variable 0 must have a range, had [1.0, 0.0]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Polyhedron.Row.of(new double[] {Double.NaN}, 0, 1))
                .withMessageContaining("coefficients must be finite");
    }
}
