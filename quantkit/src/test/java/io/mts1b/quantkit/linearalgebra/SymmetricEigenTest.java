package io.mts1b.quantkit.linearalgebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.testkit.ForAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SymmetricEigenTest {

    /** By hand: (2 - l)^2 = 1 gives 3 and 1, with vectors along (1, 1) and (1, -1). */
    @Test
    void matches_a_hand_worked_decomposition() {
        SymmetricEigen found = SymmetricEigen.of(new double[][] {{2, 1}, {1, 2}});
        double half = Math.sqrt(0.5);

        assertThat(found.values()).containsExactly(new double[] {3, 1}, within(1e-15));
        assertThat(found.vector(0)).containsExactly(new double[] {half, half}, within(1e-15));
        assertThat(found.vector(1)).containsExactly(new double[] {half, -half}, within(1e-15));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-200, 1, 1e200})
    void rebuilds_the_matrix_from_orthonormal_vectors(double scale) {
        ForAll.cases(60, random -> {
            int n = random.nextInt(1, 30);
            double[][] matrix = new double[n][n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j <= i; j++) {
                    // Zeros and repeated entries make eigenvalues coincide.
                    matrix[i][j] = scale * (random.nextInt(3) == 0 ? random.nextInt(-1, 2) : random.nextDouble(-1, 1));
                    matrix[j][i] = matrix[i][j];
                }
            }

            SymmetricEigen found = SymmetricEigen.of(matrix);

            double[][] rebuilt = found.rebuild(found.values());
            for (int i = 0; i < n; i++) {
                for (int j = 0; j <= i; j++) {
                    assertThat(rebuilt[i][j]).isCloseTo(matrix[i][j], within(1e-13 * scale));
                    assertThat(Vectors.dot(found.vector(i), found.vector(j))).isCloseTo(i == j ? 1 : 0, within(1e-13));
                }
                assertThat(found.value(i)).isLessThanOrEqualTo(found.value(Math.max(i - 1, 0)));
            }
        });
    }

    @Test
    void knows_matrices_of_zeros_and_diagonals() {
        assertThat(SymmetricEigen.of(new double[3][3]).values()).containsExactly(0, 0, 0);
        assertThat(SymmetricEigen.of(new double[][] {{1, 0, 0}, {0, 3, 0}, {0, 0, -2}})
                        .values())
                .containsExactly(3, 1, -2);
    }
}
