package io.mts1b.quantkit.optimization;

import io.mts1b.quantkit.linearalgebra.Vectors;

/**
 * One row per scenario, dense over a range of the border: {@code m[t] = rows[t]'x}, and where there is a chain,
 * {@code m[t] = rows[t]'x + level + u[t]}, or {@code rows[t]'x + u[t] - u[t - 1]} where its links hang on each other.
 */
final class ScenarioRows implements Rows {

    private static final int STRIDE = 8;
    private static final int NONE = -1;

    private final double[][] rows;
    private final int count;
    private final int from;
    private final int level;
    private final int chain;
    private final boolean linked;

    private ScenarioRows(double[][] rows, int from, int level, int chain, boolean linked) {
        this.rows = padded(rows);
        this.count = rows.length;
        this.from = from;
        this.level = level;
        this.chain = chain;
        this.linked = linked;
    }

    /** Rows without a chain, from the first variable of the range on; rows are kept. */
    static ScenarioRows of(double[][] rows, int from) {
        return new ScenarioRows(rows, from, NONE, NONE, false);
    }

    /** Rows with a link each, and a level in common, or -1 for none. */
    static ScenarioRows covered(double[][] rows, int from, int level, int chain) {
        return new ScenarioRows(rows, from, level, chain, false);
    }

    /** Rows with a link each that hangs on the one before. */
    static ScenarioRows linked(double[][] rows, int from, int chain) {
        return new ScenarioRows(rows, from, NONE, chain, true);
    }

    private static double[][] padded(double[][] rows) {
        double[][] padded = new double[(rows.length + STRIDE - 1) / STRIDE * STRIDE][rows[0].length];
        System.arraycopy(rows, 0, padded, 0, rows.length);
        return padded;
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public void multiply(double[] x, boolean constant, double[] out) {
        int width = rows[0].length;
        double[] own = new double[width];
        System.arraycopy(x, from, own, 0, width);
        double common = level == NONE ? 0 : x[level];
        for (int t = 0; t < count; t++) {
            out[t] = Vectors.dot(rows[t], own, width) + common;
            if (chain != NONE) {
                out[t] += x[chain + t] - (linked && t > 0 ? x[chain + t - 1] : 0);
            }
        }
    }

    @Override
    public void addTransposed(double[] scales, double[] to) {
        double[] sums = new double[rows[0].length];
        for (int t = 0; t < count; t++) {
            Vectors.addScaled(sums, scales[t], rows[t], sums.length);
            if (level != NONE) {
                to[level] += scales[t];
            }
            if (chain != NONE) {
                to[chain + t] += scales[t];
                if (linked && t > 0) {
                    to[chain + t - 1] -= scales[t];
                }
            }
        }
        for (int i = 0; i < sums.length; i++) {
            to[from + i] += sums[i];
        }
    }

    @Override
    public void addProducts(double[] scales, ArrowMatrix to) {
        if (chain == NONE) {
            double[] padded = new double[rows.length];
            System.arraycopy(scales, 0, padded, 0, count);
            to.addProducts(from, rows, padded);
            return;
        }
        for (int t = 0; t < count; t++) {
            double[] wide = new double[to.size() - to.chain()];
            System.arraycopy(rows[t], 0, wide, from - to.chain(), rows[t].length);
            if (level != NONE) {
                wide[level - to.chain()] += 1;
            }
            if (linked && t > 0) {
                to.tie(chain + t, chain + t - 1, scales[t], wide);
            } else {
                to.addSquare(chain + t, scales[t], 1, wide);
            }
        }
    }
}
