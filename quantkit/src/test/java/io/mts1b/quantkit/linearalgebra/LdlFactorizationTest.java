package io.mts1b.quantkit.linearalgebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.testkit.ForAll;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class LdlFactorizationTest {

    /** By hand: 4 = 4, l = 2/4, 5 - 4/4 = 4; so x = A^-1 (8, 9) with determinant 16 is (22, 20)/16. */
    @Test
    void matches_a_hand_worked_factorization() {
        LdlFactorization found = LdlFactorization.ofPositiveDefinite(new double[][] {{4, 2}, {2, 5}})
                .orElseThrow();

        assertThat(found.pivot(0)).isEqualTo(4);
        assertThat(found.pivot(1)).isEqualTo(4);
        assertThat(found.solve(new double[] {8, 9}))
                .containsExactly(new double[] {22 / 16.0, 20 / 16.0}, within(1e-15));
    }

    @Test
    void solves_whatever_the_size() {
        ForAll.cases(60, random -> {
            int n = random.nextInt(1, 60);
            double[][] matrix = gram(random, n, n + 5);
            double[] x = random.doubles(n, -1, 1).toArray();

            double[] found =
                    LdlFactorization.ofPositiveDefinite(matrix).orElseThrow().solve(Vectors.multiply(matrix, x));

            assertThat(found).containsExactly(x, within(1e-8));
        });
    }

    @Test
    void solves_quasi_definite_systems() {
        ForAll.cases(60, random -> {
            int n = random.nextInt(1, 40);
            int m = random.nextInt(1, 10);
            double[][] positive = gram(random, n, n + 5);
            double[][] all = new double[n + m][n + m];
            for (int i = 0; i < n + m; i++) {
                for (int j = 0; j < i; j++) {
                    all[i][j] = i < n ? positive[i][j] : j < n ? random.nextDouble(-1, 1) : 0;
                    all[j][i] = all[i][j];
                }
                all[i][i] = i < n ? positive[i][i] : -1;
            }
            double[] x = random.doubles(n + m, -1, 1).toArray();
            double[][] lower = new double[n + m][];
            for (int i = 0; i < n + m; i++) {
                lower[i] = Arrays.copyOf(all[i], i + 1);
            }

            double[] found = LdlFactorization.ofQuasiDefinite(lower, n, 0).solve(Vectors.multiply(all, x));

            assertThat(found).containsExactly(x, within(1e-8));
        });
    }

    @Test
    void tells_definite_from_indefinite_and_singular() {
        assertThat(LdlFactorization.ofPositiveDefinite(new double[][] {{1, 2}, {2, 1}}))
                .isEmpty();
        assertThat(LdlFactorization.ofPositiveDefinite(new double[][] {{1, 1}, {1, 1}}))
                .isEmpty();
        assertThat(LdlFactorization.ofPositiveDefinite(new double[][] {{0}})).isEmpty();
        assertThat(LdlFactorization.ofPositiveDefinite(new double[][] {{1e-300}}))
                .isPresent();
    }

    private static double[][] gram(RandomGenerator random, int n, int rows) {
        double[][] x = new double[n][];
        Arrays.setAll(x, _ -> random.doubles(rows, -1, 1).toArray());
        double[][] gram = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                gram[i][j] = Vectors.dot(x[i], x[j]);
            }
        }
        return gram;
    }
}
