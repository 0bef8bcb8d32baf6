package io.mts1b.quantkit.statistics;

import java.util.Arrays;

/**
 * Means, variances and covariance of the last n pairs, as {@link WindowMoments}. Confined to one thread; taking a pair
 * allocates nothing.
 */
public final class WindowComoments {

    private final double[] meanX;
    private final double[] meanY;
    private final double[] squaresX;
    private final double[] squaresY;
    private final double[] products;
    private final double[] head = new double[5];
    private final double[] joined = new double[5];
    private int filled;
    private boolean full;

    /**
     * Makes an empty window.
     *
     * @param n how many pairs it holds, at least 1
     * @throws IllegalArgumentException if it holds fewer
     */
    public WindowComoments(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, was " + n);
        }
        meanX = new double[n];
        meanY = new double[n];
        squaresX = new double[n];
        squaresY = new double[n];
        products = new double[n];
    }

    /**
     * Takes a pair.
     *
     * @param x its first value
     * @param y its second value; a pair in which one is NaN is passed over
     * @return whether a pair was taken and the window holds n
     */
    public boolean next(double x, double y) {
        if (Double.isNaN(x) || Double.isNaN(y)) {
            return false;
        }
        int n = meanX.length;
        if (filled == n) {
            fold();
        }
        meanX[filled] = x;
        meanY[filled] = y;
        filled++;
        add(head, x, y, filled);
        System.arraycopy(head, 0, joined, 0, head.length);
        if (filled < n && full) {
            double apartX = head[0] - meanX[filled];
            double apartY = head[1] - meanY[filled];
            double share = (double) filled / n;
            double weight = share * (n - filled);
            joined[0] = meanX[filled] + apartX * share;
            joined[1] = meanY[filled] + apartY * share;
            joined[2] = squaresX[filled] + head[2] + apartX * apartX * weight;
            joined[3] = squaresY[filled] + head[3] + apartY * apartY * weight;
            joined[4] = products[filled] + head[4] + apartX * apartY * weight;
        }
        return full || filled == n;
    }

    private static void add(double[] moments, double x, double y, int count) {
        double deltaX = x - moments[0];
        double deltaY = y - moments[1];
        moments[0] += deltaX / count;
        moments[1] += deltaY / count;
        moments[2] += deltaX * (x - moments[0]);
        moments[3] += deltaY * (y - moments[1]);
        moments[4] += deltaX * (y - moments[1]);
    }

    private void fold() {
        Arrays.fill(head, 0);
        int n = meanX.length;
        for (int i = n - 1; i >= 0; i--) {
            add(head, meanX[i], meanY[i], n - i);
            meanX[i] = head[0];
            meanY[i] = head[1];
            squaresX[i] = head[2];
            squaresY[i] = head[3];
            products[i] = head[4];
        }
        Arrays.fill(head, 0);
        filled = 0;
        full = true;
    }

    /**
     * Returns the mean of the first values.
     *
     * @return the mean
     */
    public double meanX() {
        return joined[0];
    }

    /**
     * Returns the mean of the second values.
     *
     * @return the mean
     */
    public double meanY() {
        return joined[1];
    }

    /**
     * Returns the variance of the first values of a full window.
     *
     * @return the variance, divisor n
     */
    public double varianceX() {
        return joined[2] / meanX.length;
    }

    /**
     * Returns the variance of the second values of a full window.
     *
     * @return the variance, divisor n
     */
    public double varianceY() {
        return joined[3] / meanX.length;
    }

    /**
     * Returns the covariance of a full window.
     *
     * @return the covariance, divisor n
     */
    public double covariance() {
        return joined[4] / meanX.length;
    }

    /**
     * Returns how much y rises per x, by least squares.
     *
     * @return the slope, NaN where x does not vary
     */
    public double slope() {
        return joined[2] == 0 ? Double.NaN : joined[4] / joined[2];
    }

    /**
     * Returns the correlation.
     *
     * @return the correlation in [-1, 1], NaN where either does not vary
     */
    public double correlation() {
        double whole = Math.sqrt(joined[2]) * Math.sqrt(joined[3]);
        return whole == 0 ? Double.NaN : Math.max(-1, Math.min(1, joined[4] / whole));
    }
}
