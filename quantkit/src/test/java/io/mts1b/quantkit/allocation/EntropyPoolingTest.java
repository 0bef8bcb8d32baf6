package io.mts1b.quantkit.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.quantkit.linearalgebra.Vectors;
import io.mts1b.quantkit.statistics.Samples;
import io.mts1b.testkit.ForAll;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EntropyPoolingTest {

    @Test
    void two_scenarios_by_hand() {
        double[] found =
                EntropyPooling.equal(2).expecting(new double[] {0, 1}, 0.3).probabilities();
        assertThat(found).containsExactly(new double[] {0.7, 0.3}, within(1e-12));
        assertThat(EntropyPooling.effectiveScenarios(found))
                .isCloseTo(Math.exp(-0.7 * Math.log(0.7) - 0.3 * Math.log(0.3)), within(1e-10));
    }

    @Test
    void a_die_of_a_given_mean_is_tilted_geometrically() {
        // E. T. Jaynes (1962): the die with mean 4.5 has probabilities 0.0543, 0.0788, 0.1142, 0.1654, 0.2398, 0.3475.
        double[] faces = {1, 2, 3, 4, 5, 6};
        double[] found = EntropyPooling.equal(6).expecting(faces, 4.5).probabilities();
        assertThat(found).containsExactly(new double[] {0.0543, 0.0788, 0.1142, 0.1654, 0.2398, 0.3475}, within(6e-5));
        assertThat(EntropyPooling.equal(6).expectingAtLeast(faces, 4.5).probabilities())
                .containsExactly(found, within(1e-9));
        assertThat(EntropyPooling.equal(6).expectingAtLeast(faces, 3).probabilities())
                .containsExactly(Weights.equal(6).toArray(), within(1e-15));
    }

    @Test
    void views_are_kept_and_nothing_nearer_keeps_them() {
        ForAll.cases(500, random -> {
            int n = random.nextInt(8, 40);
            double[] prior = random.doubles(n, 0.1, 1).toArray();
            double sum = Samples.sum(prior);
            Arrays.setAll(prior, t -> prior[t] / sum);
            double[] first = random.doubles(n, -1, 1).toArray();
            double[] second = random.doubles(n, -1, 1).toArray();
            // Views that some other law keeps.
            double[] other = random.doubles(n, 0.1, 1).toArray();
            double whole = Samples.sum(other);
            double mean = Vectors.dot(first, other) / whole;
            double least = Vectors.dot(second, other) / whole - 0.1 * random.nextDouble();
            double[] x = EntropyPooling.of(prior)
                    .expecting(first, mean)
                    .expectingAtLeast(second, least)
                    .probabilities();
            assertThat(Samples.sum(x)).isCloseTo(1, within(1e-12));
            assertThat(Vectors.dot(first, x)).isCloseTo(mean, within(1e-10));
            assertThat(Vectors.dot(second, x)).isGreaterThanOrEqualTo(least - 1e-10);
            // The law is exponential in the outcomes: three differences of logarithms tell its two multipliers.
            double[] y = multipliers(prior, x, first, second);
            for (int t = 0; t < n; t++) {
                double log = Math.log(x[t] / prior[t]) - Math.log(x[0] / prior[0]);
                double tilt = y[0] * (first[t] - first[0]) + y[1] * (second[t] - second[0]);
                assertThat(log).isCloseTo(tilt, within(1e-6 * (1 + Math.abs(y[0]) + Math.abs(y[1]))));
            }
            assertThat(y[1]).isGreaterThanOrEqualTo(-1e-6 * (1 + Math.abs(y[0])));
        });
    }

    /** Least squares of the logarithms on both outcomes. */
    private static double[] multipliers(double[] prior, double[] x, double[] first, double[] second) {
        double[] sums = new double[5];
        for (int t = 1; t < x.length; t++) {
            double log = Math.log(x[t] / prior[t]) - Math.log(x[0] / prior[0]);
            double a = first[t] - first[0];
            double b = second[t] - second[0];
            sums[0] += a * a;
            sums[1] += a * b;
            sums[2] += b * b;
            sums[3] += a * log;
            sums[4] += b * log;
        }
        double determinant = sums[0] * sums[2] - sums[1] * sums[1];
        return new double[] {
            (sums[2] * sums[3] - sums[1] * sums[4]) / determinant, (sums[0] * sums[4] - sums[1] * sums[3]) / determinant
        };
    }

    @Test
    void no_views_leave_the_prior() {
        double[] prior = {0.2, 0.5, 0.3};
        assertThat(EntropyPooling.of(prior).probabilities()).containsExactly(prior, within(1e-15));
    }

    @Test
    void impossible_views_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EntropyPooling.equal(3)
                        .expecting(new double[] {1, 2, 3}, 5)
                        .probabilities())
                .withMessageContaining("views must be kept by some probabilities");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EntropyPooling.equal(3)
                        .expecting(new double[] {1, 2, 3}, 2)
                        .expecting(new double[] {1, 2, 3}, 2.5)
                        .probabilities());
        assertThatIllegalArgumentException().isThrownBy(() -> EntropyPooling.of(new double[] {0.5, 0.6}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EntropyPooling.of(new double[] {1, 0}))
                .withMessage("prior must be positive, was 0.0 at index 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EntropyPooling.equal(2).expecting(new double[] {1}, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EntropyPooling.equal(1).expecting(new double[] {1}, Double.NaN));
    }
}
