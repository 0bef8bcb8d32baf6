package io.mts1b.quantkit.statistics;

/**
 * Mean and variance of the last n values, in constant time per value and without subtraction of sums.
 *
 * <p>The window is the block of n values now being filled and the rest of the block before; both parts are joined as
 * in T. F. Chan, G. H. Golub and R. J. LeVeque, "Updating Formulae and a Pairwise Algorithm for Computing Sample
 * Variances", COMPSTAT 1982, 30-41. So rounding does not add up over millions of values, and a window of equal values
 * deviates by exactly zero. Confined to one thread; taking a value allocates nothing.
 */
public final class WindowMoments {

    private final double[] means;
    private final double[] squares;
    private double headMean;
    private double headSquares;
    private int filled;
    private boolean full;
    private double mean = Double.NaN;
    private double sum = Double.NaN;

    /**
     * Makes an empty window.
     *
     * @param n how many values it holds, at least 1
     * @throws IllegalArgumentException if it holds fewer
     */
    public WindowMoments(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, was " + n);
        }
        means = new double[n];
        squares = new double[n];
    }

    /**
     * Takes a value.
     *
     * @param value the next value; NaN is passed over
     * @return whether a value was taken and the window holds n
     */
    public boolean next(double value) {
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

    /**
     * Returns the mean.
     *
     * @return the mean of the values in the window
     */
    public double mean() {
        return mean;
    }

    /**
     * Returns the standard deviation of a full window.
     *
     * @return the deviation, divisor n
     */
    public double deviation() {
        return Math.sqrt(sum / means.length);
    }

    /**
     * Returns the sample variance of a full window.
     *
     * @return the variance, divisor n - 1
     */
    public double sampleVariance() {
        return sum / (means.length - 1);
    }
}
