package io.mts1b.quantkit.covariance;

import io.mts1b.quantkit.linearalgebra.Vectors;

/**
 * Inner products of the columns of two panels, the one costly step of every estimate.
 *
 * <p>Columns are turned into rows of time first, so that the innermost loop runs along assets and can
 * use vector instructions without changing the order of any sum: results are the same on every
 * machine. Blocks of time keep the working set in the cache.
 */
final class CrossProducts {

    /** Rows of time taken together in one pass over a row of the result. */
    private static final int STRIDE = 8;

    /** Rows of time that stay in the cache while the whole triangle is passed over; a multiple of the stride. */
    private static final int BLOCK = 64;

    private CrossProducts() {}

    /**
     * Returns {@code sum over t of a[i][t] a[j][t]} for {@code j <= i}.
     *
     * @param a one column per asset, all of one length, nothing missing
     * @return the lower triangle
     */
    static double[][] lowerTriangle(double[][] a) {
        double[][] rows = rows(a);
        return sums(rows, rows, a.length);
    }

    /**
     * Returns {@code sum over t of a[i][t] b[j][t]} for {@code j <= i}.
     *
     * @param a one column per asset, all of one length, nothing missing
     * @param b as many columns of the same length
     * @return the lower triangle
     */
    static double[][] lowerTriangle(double[][] a, double[][] b) {
        return sums(rows(a), rows(b), a.length);
    }

    private static double[][] sums(double[][] left, double[][] right, int n) {
        double[][] sums = new double[n][];
        for (int i = 0; i < n; i++) {
            sums[i] = new double[i + 1];
        }
        double[] scales = new double[STRIDE];
        for (int from = 0; from < left.length; from += BLOCK) {
            int to = Math.min(from + BLOCK, left.length);
            for (int i = 0; i < n; i++) {
                for (int t = from; t < to; t += STRIDE) {
                    for (int q = 0; q < STRIDE; q++) {
                        scales[q] = left[t + q][i];
                    }
                    Vectors.addEight(sums[i], 0, scales, right, t, 0, i + 1);
                }
            }
        }
        return sums;
    }

    /** Transposes, and pads time with zeros to a multiple of the stride. */
    private static double[][] rows(double[][] columns) {
        int length = columns[0].length;
        double[][] rows = new double[(length + STRIDE - 1) / STRIDE * STRIDE][columns.length];
        for (int i = 0; i < columns.length; i++) {
            double[] column = columns[i];
            for (int t = 0; t < length; t++) {
                rows[t][i] = column[t];
            }
        }
        return rows;
    }
}
