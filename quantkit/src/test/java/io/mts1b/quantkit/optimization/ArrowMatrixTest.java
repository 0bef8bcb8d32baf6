package io.mts1b.quantkit.optimization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.quantkit.linearalgebra.Vectors;
import io.mts1b.testkit.ForAll;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class ArrowMatrixTest {

    /** The same entries twice: as an arrow, and multiplied out. */
    private static final class Both {

        private final int chain;
        private final ArrowMatrix arrow;
        private final double[][] dense;

        Both(int chain, int border, int positive) {
            this.chain = chain;
            arrow = new ArrowMatrix(chain, border, positive);
            dense = new double[chain + border][chain + border];
        }

        void add(int i, int j, double value) {
            arrow.add(i, j, value);
            dense[i][j] += value;
            dense[j][i] += i == j ? 0 : value;
        }

        void square(int link, double weight, double sign, double[] wide) {
            arrow.addSquare(link, weight, sign, wide);
            double[] whole = whole(wide);
            whole[link] = sign;
            addProduct(weight, whole);
        }

        void tie(int link, int before, double weight, double[] wide) {
            arrow.tie(link, before, weight, wide);
            double[] whole = whole(wide);
            whole[link] = 1;
            whole[before] = -1;
            addProduct(weight, whole);
        }

        private double[] whole(double[] wide) {
            double[] whole = new double[dense.length];
            System.arraycopy(wide, 0, whole, chain, wide.length);
            return whole;
        }

        private void addProduct(double weight, double[] whole) {
            for (int i = 0; i < whole.length; i++) {
                Vectors.addScaled(dense[i], weight * whole[i], whole, whole.length);
            }
        }
    }

    private static Both random(RandomGenerator random) {
        int chain = random.nextInt(0, 9);
        int border = random.nextInt(1, 6);
        int positive = random.nextInt(1, border + 1);
        Both both = new Both(chain, border, positive);
        for (int i = 0; i < chain; i++) {
            both.add(i, i, 1 + random.nextDouble());
            both.square(
                    i,
                    random.nextDouble(),
                    random.nextBoolean() ? 1 : -1,
                    random.doubles(border, -1, 1).toArray());
            if (i > 0) {
                both.tie(
                        i,
                        i - 1,
                        Math.exp(random.nextDouble(-3, 8)),
                        random.doubles(border, -1, 1).toArray());
            }
            int other = chain + random.nextInt(border);
            both.add(i, other, 0.1 * random.nextDouble());
        }
        for (int j = 0; j < border; j++) {
            // The wide rows are positive semidefinite: what makes an entry negative must outweigh them.
            both.add(chain + j, chain + j, j < positive ? 2 : -1e5);
        }
        return both;
    }

    @Test
    void solutions_solve_what_was_added() {
        ForAll.cases(500, random -> {
            Both both = random(random);
            double[] right = random.doubles(both.dense.length, -1, 1).toArray();
            both.arrow.factor();
            double[] found = both.arrow.solve(right);
            double[] back = Vectors.multiply(both.dense, found);
            double size = 1;
            for (double[] row : both.dense) {
                size = Math.max(size, Vectors.largest(row) * Vectors.largest(found));
            }
            for (int i = 0; i < right.length; i++) {
                assertThat(back[i]).isCloseTo(right[i], within(1e-11 * size));
            }
        });
    }

    @Test
    void a_cleared_matrix_is_zero_again() {
        ArrowMatrix matrix = new ArrowMatrix(1, 1, 1);
        matrix.add(0, 0, 5);
        matrix.clear();
        matrix.add(0, 0, 2);
        matrix.add(1, 1, 4);
        matrix.factor();
        assertThat(matrix.solve(new double[] {2, 4})).containsExactly(new double[] {1, 1}, within(1e-12));
    }
}
