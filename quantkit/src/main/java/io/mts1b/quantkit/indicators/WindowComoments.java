package io.mts1b.quantkit.indicators;

import java.util.Arrays;

/**
 * Means, squared deviations and codeviation of the last n pairs, joined from parts as in {@link WindowMoments}.
 */
final class WindowComoments {

    private final double[] meanX;
    private final double[] meanY;
    private final double[] squaresX;
    private final double[] squaresY;
    private final double[] products;
    private final double[] head = new double[5];
    private final double[] joined = new double[5];
    private int filled;
    private boolean full;

    WindowComoments(int n) {
        meanX = new double[n];
        meanY = new double[n];
        squaresX = new double[n];
        squaresY = new double[n];
        products = new double[n];
    }

    /** Takes a pair; returns whether there are n pairs. A pair with NaN is passed over and returns false. */
    boolean next(double x, double y) {
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

    double meanX() {
        return joined[0];
    }

    double meanY() {
        return joined[1];
    }

    /** Returns the variance of the first of each pair, divisor n, as all three. */
    double varianceX() {
        return joined[2] / meanX.length;
    }

    double varianceY() {
        return joined[3] / meanX.length;
    }

    double covariance() {
        return joined[4] / meanX.length;
    }

    /** Returns how much y rises per x; NaN where x does not vary. */
    double slope() {
        return Numbers.ratio(joined[4], joined[2]);
    }

    /** Returns the correlation; NaN where either does not vary. */
    double correlation() {
        double r = Numbers.ratio(joined[4], Math.sqrt(joined[2]) * Math.sqrt(joined[3]));
        return Math.max(-1, Math.min(1, r));
    }
}
