package io.mts1b.quantkit.optimization;

import io.mts1b.quantkit.linearalgebra.LdlFactorization;
import io.mts1b.quantkit.linearalgebra.Vectors;
import java.util.Arrays;
import java.util.Optional;

/** The rows {@code A} that hold the free variables, in the coordinates {@code L^-1 A'} of their factor. */
final class HeldRows {

    private static final double ROUNDING = 1e-13;

    private final double[][] reach;
    private final LdlFactorization normal;

    private HeldRows(double[][] reach, LdlFactorization normal) {
        this.reach = reach;
        this.normal = normal;
    }

    /** Prepares rows, or returns empty if they depend on each other where variables are free. */
    static Optional<HeldRows> of(Polyhedron limits, int[] rows, FreeVariables free) {
        double[][] reach = new double[rows.length][];
        double[][] normal = new double[rows.length][];
        for (int k = 0; k < rows.length; k++) {
            reach[k] = free.forward(free.gather(limits.coefficients(rows[k]), 1));
            normal[k] = new double[k + 1];
            for (int q = 0; q <= k; q++) {
                normal[k][q] = Vectors.dot(reach[k], reach[q]);
            }
        }
        return LdlFactorization.ofPositiveDefinite(normal).map(solver -> new HeldRows(reach, solver));
    }

    /**
     * Moves a point along the rows until they are met.
     *
     * @param point the point {@code L^-1 p} in the coordinates of the factor; changed, and all zero if nothing but
     *     rounding is left
     * @param gaps what each row must come to
     * @return the multipliers that did it
     */
    double[] project(double[] point, double[] gaps) {
        double before = Vectors.largest(point);
        double[] multipliers = new double[reach.length];
        for (int k = 0; k < reach.length; k++) {
            multipliers[k] = Vectors.dot(reach[k], point) - gaps[k];
        }
        normal.solve(multipliers);
        for (int k = 0; k < reach.length; k++) {
            Vectors.addScaled(point, -multipliers[k], reach[k], point.length);
        }
        if (Vectors.largest(point) <= ROUNDING * before) {
            Arrays.fill(point, 0);
        }
        return multipliers;
    }
}
