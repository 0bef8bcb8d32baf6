package io.mts1b.quantkit.optimization;

/** A linear condition, {@code a'x - b}. */
final class LinearRow implements BorderRow {

    private final int[] index;
    private final double[] value;
    private final double right;

    LinearRow(int[] index, double[] value, double right) {
        this.index = index.clone();
        this.value = value.clone();
        this.right = right;
    }

    @Override
    public double value(double[] x) {
        double sum = -right;
        for (int k = 0; k < index.length; k++) {
            sum += value[k] * x[index[k]];
        }
        return sum;
    }

    @Override
    public void addGradient(double[] x, double scale, double[] to) {
        for (int k = 0; k < index.length; k++) {
            to[index[k]] += scale * value[k];
        }
    }

    @Override
    public void addCurvature(double[] x, double scale, ArrowMatrix to) {
        // A line has none.
    }

    @Override
    public boolean isLinear() {
        return true;
    }
}
