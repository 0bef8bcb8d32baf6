package io.mts1b.quantkit.optimization;

import io.mts1b.quantkit.linearalgebra.Vectors;

/**
 * The lower triangle of a dense matrix to which many products {@code scale v v'} are added. Vectors of many entries are
 * collected and added together, those of few entries at once.
 */
final class BorderSums {

    private static final int STRIDE = 8;

    /** Vectors that stay in the cache while the whole triangle is passed over; a multiple of the stride. */
    private static final int BLOCK = 64;

    /** Vectors with at most this many entries are sparse. */
    private static final int FEW = 8;

    private final double[][] target;
    private final double[][] waiting = new double[BLOCK][];
    private final double[] scales = new double[BLOCK];
    private int count;

    BorderSums(double[][] target) {
        this.target = target;
    }

    /** Adds {@code scale v v'}; the vector is kept until {@link #flush}. */
    void add(double scale, double[] vector) {
        int[] entries = new int[FEW];
        int found = 0;
        for (int j = 0; j < vector.length; j++) {
            if (vector[j] != 0) {
                if (found == FEW) {
                    collect(scale, vector);
                    return;
                }
                entries[found++] = j;
            }
        }
        for (int k = 0; k < found; k++) {
            for (int l = 0; l <= k; l++) {
                target[entries[k]][entries[l]] += scale * vector[entries[k]] * vector[entries[l]];
            }
        }
    }

    private void collect(double scale, double[] vector) {
        waiting[count] = vector;
        scales[count++] = scale;
        if (count == BLOCK) {
            flush();
        }
    }

    /** Adds what is waiting. */
    void flush() {
        int padded = (count + STRIDE - 1) / STRIDE * STRIDE;
        for (int t = count; t < padded; t++) {
            waiting[t] = waiting[0];
            scales[t] = 0;
        }
        addProducts(target, 0, waiting, scales, 0, padded);
        count = 0;
    }

    /**
     * Adds {@code sum over t of scales[t] rows[t] rows[t]'}.
     *
     * @param target the lower triangle
     * @param at where the first entry of the rows belongs
     * @param rows rows of one length
     * @param scales one scale per row
     */
    static void addProducts(double[][] target, int at, double[][] rows, double[] scales) {
        for (int block = 0; block < rows.length; block += BLOCK) {
            addProducts(target, at, rows, scales, block, Math.min(block + BLOCK, rows.length));
        }
    }

    /** The rows from one to another, a multiple of eight of them. */
    private static void addProducts(double[][] target, int at, double[][] rows, double[] scales, int from, int to) {
        double[] eight = new double[STRIDE];
        for (int i = 0; from < to && i < rows[from].length; i++) {
            for (int t = from; t < to; t += STRIDE) {
                boolean any = false;
                for (int q = 0; q < STRIDE; q++) {
                    eight[q] = scales[t + q] * rows[t + q][i];
                    any |= eight[q] != 0;
                }
                if (any) {
                    Vectors.addEight(target[at + i], at, eight, rows, t, 0, i + 1);
                }
            }
        }
    }
}
