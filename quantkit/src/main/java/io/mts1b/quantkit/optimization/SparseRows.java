package io.mts1b.quantkit.optimization;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows of few entries each. Those in the chain come first: at most one, or two neighbours, or two of opposite coefficients
 * that are tied, the later one first.
 */
final class SparseRows implements Rows {

    private final List<int[]> indices = new ArrayList<>();
    private final List<double[]> values = new ArrayList<>();
    private final List<Double> constants = new ArrayList<>();

    void add(int[] index, double[] value, double constant) {
        indices.add(index.clone());
        values.add(value.clone());
        constants.add(constant);
    }

    @Override
    public int count() {
        return indices.size();
    }

    @Override
    public void multiply(double[] x, boolean constant, double[] out) {
        for (int r = 0; r < indices.size(); r++) {
            int[] index = indices.get(r);
            double[] value = values.get(r);
            double sum = constant ? constants.get(r) : 0;
            for (int k = 0; k < index.length; k++) {
                sum += value[k] * x[index[k]];
            }
            out[r] = sum;
        }
    }

    @Override
    public void addTransposed(double[] scales, double[] to) {
        for (int r = 0; r < indices.size(); r++) {
            int[] index = indices.get(r);
            double[] value = values.get(r);
            for (int k = 0; k < index.length; k++) {
                to[index[k]] += scales[r] * value[k];
            }
        }
    }

    @Override
    public void addProducts(double[] scales, ArrowMatrix to) {
        for (int r = 0; r < indices.size(); r++) {
            int[] index = indices.get(r);
            double[] value = values.get(r);
            int links = 0;
            while (links < index.length && index[links] < to.chain()) {
                links++;
            }
            if (links == 1 && index.length > 1) {
                to.addSquare(index[0], scales[r], value[0], border(r, links, 1, to));
            } else if (links == 2 && value[1] == -value[0] && index[1] + 1 != index[0]) {
                double size = Math.abs(value[0]);
                to.tie(index[0], index[1], scales[r] * size * size, border(r, links, value[0], to));
            } else {
                addEntries(r, scales[r], to);
            }
        }
    }

    /** Returns the coefficients of a row over the border, divided by one of them. */
    private double[] border(int r, int links, double divisor, ArrowMatrix to) {
        int[] index = indices.get(r);
        double[] wide = new double[to.size() - to.chain()];
        for (int k = links; k < index.length; k++) {
            wide[index[k] - to.chain()] += values.get(r)[k] / divisor;
        }
        return wide;
    }

    private void addEntries(int r, double scale, ArrowMatrix to) {
        int[] index = indices.get(r);
        double[] value = values.get(r);
        for (int k = 0; k < index.length; k++) {
            for (int l = 0; l <= k; l++) {
                to.add(index[k], index[l], scale * value[k] * value[l]);
            }
        }
    }
}
