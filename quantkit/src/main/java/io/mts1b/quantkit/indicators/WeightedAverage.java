package io.mts1b.quantkit.indicators;

/**
 * The mean of the last n values with weights 1 for the oldest to n for the newest, in constant time and without
 * subtraction: a part of {@code m} values behind one of {@code k} keeps its own weighted sum, and each of the newer
 * ones weighs {@code m} more.
 */
final class WeightedAverage {

    private final double[] sums;
    private final double[] weighted;
    private double headSum;
    private double headWeighted;
    private int filled;
    private boolean full;

    WeightedAverage(int n) {
        sums = new double[n];
        weighted = new double[n];
    }

    double next(double value) {
        if (Double.isNaN(value)) {
            return Double.NaN;
        }
        int n = sums.length;
        if (filled == n) {
            fold();
        }
        sums[filled++] = value;
        headSum += value;
        headWeighted += filled * value;
        double whole = n * (n + 1.0) / 2;
        if (filled == n) {
            return headWeighted / whole;
        }
        return full ? (weighted[filled] + headWeighted + (n - filled) * headSum) / whole : Double.NaN;
    }

    private void fold() {
        double sum = 0;
        double total = 0;
        for (int i = sums.length - 1; i >= 0; i--) {
            // One more value in front of the others: each of them weighs one more.
            total += sums[i] + sum;
            sum += sums[i];
            sums[i] = sum;
            weighted[i] = total;
        }
        headSum = 0;
        headWeighted = 0;
        filled = 0;
        full = true;
    }
}
