package io.mts1b.quantkit.linearalgebra;

import java.util.Optional;

/**
 * The factorization {@code A = L D L'} of a symmetric matrix, with {@code L} unit lower triangular and {@code D}
 * diagonal. It exists without pivoting for positive definite matrices, and for quasi-definite ones: positive definite
 * in the leading block, negative definite in the trailing one.
 *
 * <p>Reference: G. H. Golub and C. F. Van Loan, "Matrix Computations", 4th edition, Johns Hopkins, 2013, section 4.1;
 * R. J. Vanderbei, "Symmetric Quasidefinite Matrices", SIAM Journal on Optimization 5(1), 1995, 100-113.
 *
 * <p>Eight columns are eliminated together, so that the innermost loop runs along a row and turns into vector
 * instructions. Takes {@code n^3 / 3} multiplications. Immutable once made; thread-safe.
 */
public final class LdlFactorization {

    /** Columns eliminated together in one pass over the rest of the matrix. */
    private static final int PANEL = 8;

    /** A pivot below this part of what it was before elimination is rounding, not definiteness. */
    private static final double NOISE = 1e-14;

    private final double[][] lower;
    private final double[] pivots;

    private LdlFactorization(double[][] lower, double[] pivots) {
        this.lower = lower;
        this.pivots = pivots;
    }

    /**
     * Factors a positive definite matrix.
     *
     * @param rows row {@code i} holds at least the entries {@code (i, 0)} to {@code (i, i)}; not modified
     * @return the factorization, or empty if the matrix is not positive definite up to rounding
     */
    public static Optional<LdlFactorization> ofPositiveDefinite(double[][] rows) {
        double[][] lower = copyOfLower(rows);
        double[] pivots = new double[rows.length];
        return eliminate(lower, pivots, rows.length, 0, NOISE) == 0
                ? Optional.of(new LdlFactorization(lower, pivots))
                : Optional.empty();
    }

    /**
     * Factors a quasi-definite matrix in place. A pivot that rounding took, or that has the wrong sign, is replaced by
     * one so large that its variable stays put: the factorization is then that of a matrix nearby.
     *
     * @param lower row {@code i} holds the entries {@code (i, 0)} to {@code (i, i)}; taken over and overwritten
     * @param positive the size of the positive definite block, from 0 to n
     * @param floor the least size of a pivot
     * @return the factorization
     */
    public static LdlFactorization ofQuasiDefinite(double[][] lower, int positive, double floor) {
        double[] pivots = new double[lower.length];
        eliminate(lower, pivots, positive, floor, 0);
        return new LdlFactorization(lower, pivots);
    }

    /** Eliminates panel by panel, and returns how many pivots failed. */
    private static int eliminate(double[][] lower, double[] pivots, int positive, double floor, double noise) {
        int n = lower.length;
        double[] before = new double[n];
        for (int i = 0; i < n; i++) {
            before[i] = Math.abs(lower[i][i]);
        }
        double[][] columns = new double[PANEL][n];
        int failures = 0;
        for (int from = 0; from < n; from += PANEL) {
            int to = Math.min(from + PANEL, n);
            for (int j = from; j < to; j++) {
                failures += pivot(lower, pivots, j, j < positive ? 1 : -1, Math.max(floor, noise * before[j]));
                divide(lower, pivots[j], from, j);
            }
            if (to < n) {
                reduce(lower, pivots, columns, from);
            }
        }
        return failures;
    }

    private static int pivot(double[][] lower, double[] pivots, int j, double sign, double floor) {
        double pivot = lower[j][j];
        if (sign * pivot > floor) {
            pivots[j] = pivot;
            return 0;
        }
        pivots[j] = sign * Double.MAX_VALUE / 4;
        return 1;
    }

    /** Finishes column {@code j}, and takes it out of the other columns of its panel. */
    private static void divide(double[][] lower, double pivot, int from, int j) {
        int to = Math.min(from + PANEL, lower.length);
        double[] ofPanel = new double[PANEL];
        for (int i = j + 1; i < lower.length; i++) {
            double[] row = lower[i];
            double whole = row[j];
            row[j] = whole / pivot;
            if (i < to) {
                ofPanel[i - from] = row[j];
            }
            int last = Math.min(i + 1, to);
            for (int k = j + 1; k < last; k++) {
                row[k] -= whole * ofPanel[k - from];
            }
        }
    }

    /** Takes a finished panel out of everything right of it. */
    private static void reduce(double[][] lower, double[] pivots, double[][] columns, int from) {
        int n = lower.length;
        int to = from + PANEL;
        for (int i = to; i < n; i++) {
            for (int q = 0; q < PANEL; q++) {
                columns[q][i] = lower[i][from + q];
            }
        }
        double[] scaled = new double[PANEL];
        for (int i = to; i < n; i++) {
            for (int q = 0; q < PANEL; q++) {
                scaled[q] = -lower[i][from + q] * pivots[from + q];
            }
            Vectors.addEight(lower[i], 0, scaled, columns, 0, to, i + 1);
        }
    }

    private static double[][] copyOfLower(double[][] rows) {
        double[][] lower = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            lower[i] = new double[i + 1];
            System.arraycopy(rows[i], 0, lower[i], 0, i + 1);
        }
        return lower;
    }

    /**
     * Solves {@code A x = b} in place.
     *
     * @param b the right-hand side; becomes the solution
     * @return {@code b}
     */
    public double[] solve(double[] b) {
        for (int i = 0; i < b.length; i++) {
            b[i] -= Vectors.dot(lower[i], b, i);
        }
        for (int i = 0; i < b.length; i++) {
            b[i] /= pivots[i];
        }
        for (int i = b.length - 1; i > 0; i--) {
            Vectors.addScaled(b, -b[i], lower[i], i);
        }
        return b;
    }

    /**
     * Returns one pivot.
     *
     * @param index which, from 0
     * @return the entry of {@code D}
     */
    public double pivot(int index) {
        return pivots[index];
    }
}
