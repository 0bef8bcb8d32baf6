package io.mts1b.quantkit.optimization;

/**
 * A condition that may be missed by as much as a variable says, {@code g(x) - x[slack]}.
 *
 * @param row the condition
 * @param slack the variable
 */
record Relaxed(BorderRow row, int slack) implements BorderRow {

    @Override
    public double value(double[] x) {
        return row.value(x) - x[slack];
    }

    @Override
    public void addGradient(double[] x, double scale, double[] to) {
        row.addGradient(x, scale, to);
        to[slack] -= scale;
    }

    @Override
    public void addCurvature(double[] x, double scale, ArrowMatrix to) {
        row.addCurvature(x, scale, to);
    }

    @Override
    public boolean isLinear() {
        return row.isLinear();
    }
}
