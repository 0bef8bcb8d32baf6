package io.mts1b.quantkit.covariance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.quantkit.linearalgebra.SymmetricEigen;
import io.mts1b.testkit.ForAll;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class PsdRepairTest {

    /** By hand: (1, 2; 2, 1) has eigenvalues 3 and -1; without the latter it is 3/2 everywhere, at distance 1. */
    @Test
    void clips_a_hand_worked_matrix() {
        PsdRepair found = PsdRepair.clipped(SymmetricMatrix.of(new double[][] {{1, 2}, {2, 1}}));

        assertThat(found.distance()).isCloseTo(1, within(1e-15));
        for (double[] row : found.matrix().toArray()) {
            assertThat(row).containsExactly(new double[] {1.5, 1.5}, within(1e-15));
        }
    }

    /** The example of Higham (2002), section 4: 1 beside the diagonal, 0 in the corner; the answer is 0.7607 and 0.1573. */
    @Test
    void finds_the_nearest_correlation_of_the_paper() {
        SymmetricMatrix matrix = SymmetricMatrix.of(new double[][] {{1, 1, 0}, {1, 1, 1}, {0, 1, 1}});

        PsdRepair found = PsdRepair.nearestCorrelation(matrix);

        assertThat(found.matrix().get(0, 1)).isCloseTo(0.7607, within(5e-5));
        assertThat(found.matrix().get(0, 2)).isCloseTo(0.1573, within(5e-5));
        assertThat(found.distance()).isCloseTo(0.5278, within(5e-5));
    }

    @Test
    void leaves_alone_what_needs_no_repair() {
        SymmetricMatrix singular = SymmetricMatrix.of(new double[][] {{4, 2}, {2, 1}});

        for (PsdRepair found : new PsdRepair[] {
            PsdRepair.clipped(singular), PsdRepair.clippedCorrelation(singular), PsdRepair.nearestCorrelation(singular)
        }) {
            assertThat(found).isEqualTo(new PsdRepair(singular, 0));
        }
    }

    @Test
    void repairs_are_semidefinite_keep_variances_and_stand_in_their_order() {
        ForAll.cases(60, random -> {
            int n = random.nextInt(2, 10);
            SymmetricMatrix broken = broken(random, n);

            PsdRepair least = PsdRepair.clipped(broken);
            PsdRepair quick = PsdRepair.clippedCorrelation(broken);
            PsdRepair near = PsdRepair.nearestCorrelation(broken);

            for (PsdRepair found : new PsdRepair[] {least, quick, near}) {
                assertThat(SymmetricEigen.of(found.matrix().toArray()).value(n - 1))
                        .isGreaterThan(-1e-13);
            }
            for (int i = 0; i < n; i++) {
                assertThat(quick.matrix().get(i, i)).isCloseTo(broken.get(i, i), within(1e-14));
                assertThat(near.matrix().get(i, i)).isCloseTo(broken.get(i, i), within(1e-14));
            }
            assertThat(near.distance()).isBetween(least.distance() - 1e-12, quick.distance() + 1e-9);
        });
    }

    /** Ones on the diagonal, and anything beside it. */
    private static SymmetricMatrix broken(RandomGenerator random, int n) {
        double[][] lower = new double[n][];
        for (int i = 0; i < n; i++) {
            lower[i] = random.doubles(i + 1, -1, 1).toArray();
            lower[i][i] = 1;
        }
        return SymmetricMatrix.ofLowerTriangle(lower);
    }
}
