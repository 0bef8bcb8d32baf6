package io.mts1b.quantkit.covariance;

/**
 * Inner products of the columns of two panels, the one costly step of every estimate.
 *
 * <p>Columns are turned into rows of time first, so that the innermost loop runs along assets and the
 * compiler can use vector instructions without changing the order of any sum: results are the same on
 * every machine. Blocks of time keep the working set in the cache.
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
        for (int from = 0; from < left.length; from += BLOCK) {
            int to = Math.min(from + BLOCK, left.length);
            for (int i = 0; i < n; i++) {
                for (int t = from; t < to; t += STRIDE) {
                    accumulate(sums[i], i, left, right, t);
                }
            }
        }
        return sums;
    }

    private static void accumulate(double[] sums, int i, double[][] left, double[][] right, int t) {
        double x0 = left[t][i];
        double x1 = left[t + 1][i];
        double x2 = left[t + 2][i];
        double x3 = left[t + 3][i];
        double x4 = left[t + 4][i];
        double x5 = left[t + 5][i];
        double x6 = left[t + 6][i];
        double x7 = left[t + 7][i];
        double[] y0 = right[t];
        double[] y1 = right[t + 1];
        double[] y2 = right[t + 2];
        double[] y3 = right[t + 3];
        double[] y4 = right[t + 4];
        double[] y5 = right[t + 5];
        double[] y6 = right[t + 6];
        double[] y7 = right[t + 7];
        for (int j = 0; j < sums.length; j++) {
            double first = (x0 * y0[j] + x1 * y1[j]) + (x2 * y2[j] + x3 * y3[j]);
            double second = (x4 * y4[j] + x5 * y5[j]) + (x6 * y6[j] + x7 * y7[j]);
            sums[j] += first + second;
        }
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
