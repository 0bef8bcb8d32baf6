package io.mts1b.quantkit.indicators;

/**
 * Mean and squared deviations of the last n values, in constant time and without subtraction of sums: two parts of
 * the window are joined as in T. F. Chan, G. H. Golub and R. J. LeVeque, "Updating Formulae and a Pairwise Algorithm
 * for Computing Sample Variances", COMPSTAT 1982, 30-41. A window of equal values deviates by exactly zero.
 */
final class WindowMoments {

    private final double[] means;
    private final double[] squares;
    private double headMean;
    private double headSquares;
    private int filled;
    private boolean full;
    private double mean = Double.NaN;
    private double sum = Double.NaN;

    WindowMoments(int n) {
        means = new double[n];
        squares = new double[n];
    }

    /** Takes a value; returns whether there are n values. NaN is passed over and returns false. */
    boolean next(double value) {
        if (Double.isNaN(value)) {
            return false;
        }
        int n = means.length;
        if (filled == n) {
            fold();
        }
        means[filled++] = value;
        double delta = value - headMean;
        headMean += delta / filled;
        headSquares += delta * (value - headMean);
        if (filled < n && full) {
            double apart = headMean - means[filled];
            mean = means[filled] + apart * filled / n;
            sum = squares[filled] + headSquares + apart * apart * filled * (n - filled) / n;
        } else {
            mean = headMean;
            sum = headSquares;
        }
        return full || filled == n;
    }

    private void fold() {
        double tailMean = 0;
        double tailSquares = 0;
        for (int i = means.length - 1; i >= 0; i--) {
            double value = means[i];
            double delta = value - tailMean;
            tailMean += delta / (means.length - i);
            tailSquares += delta * (value - tailMean);
            means[i] = tailMean;
            squares[i] = tailSquares;
        }
        headMean = 0;
        headSquares = 0;
        filled = 0;
        full = true;
    }

    double mean() {
        return mean;
    }

    /** Returns the standard deviation with divisor n. */
    double deviation() {
        return Math.sqrt(sum / means.length);
    }

    /** Returns the variance with divisor n - 1. */
    double sampleVariance() {
        return sum / (means.length - 1);
    }
}
