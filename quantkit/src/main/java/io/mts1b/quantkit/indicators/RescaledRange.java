package io.mts1b.quantkit.indicators;

/**
 * The Hurst exponent by rescaled ranges: n values are cut into 1, 2, 4, ... up to 32 pieces of at least 8; the
 * exponent is the slope, by least squares, of the logarithm of the mean range of a piece's running sum of deviations
 * over its standard deviation (divisor the length), against the logarithm of the piece's length.
 *
 * <p>Short pieces make it too high. Corrected, the mean range of pieces of length m is first moved by
 * {@code sqrt(pi m / 2) - E(m)}, E(m) what independent normal values give.
 *
 * <p>References: H. E. Hurst, "Long-term Storage Capacity of Reservoirs", Transactions of the American Society of
 * Civil Engineers 116, 1951, 770-799; A. A. Anis and E. H. Lloyd, "The Expected Value of the Adjusted Rescaled Hurst
 * Range of Independent Normal Summands", Biometrika 63(1), 1976, 111-116; R. Weron, "Estimating Long-Range Dependence:
 * Finite Sample Properties and Confidence Intervals", Physica A 312(1-2), 2002, 285-299.
 */
final class RescaledRange {

    private static final int SHORTEST = 8;
    private static final int MOST_PIECES = 32;

    private final int[] lengths;
    private final double[] logs;
    private final double[] corrections;
    private final double[] ranges;
    private final double[] corrected;

    RescaledRange(int n) {
        int cuts = 0;
        while (1 << cuts <= MOST_PIECES && n >> cuts >= SHORTEST) {
            cuts++;
        }
        lengths = new int[cuts];
        logs = new double[cuts];
        corrections = new double[cuts];
        ranges = new double[cuts];
        corrected = new double[cuts];
        for (int k = 0; k < cuts; k++) {
            lengths[k] = n >> k;
            logs[k] = StrictMath.log(lengths[k]);
            corrections[k] = Math.sqrt(Math.PI * lengths[k] / 2) - expected(lengths[k]);
        }
    }

    /** Measures as many values as there were promised. */
    void measure(LastValues values) {
        for (int k = 0; k < lengths.length; k++) {
            int pieces = 1 << k;
            double sum = 0;
            for (int piece = 0; piece < pieces; piece++) {
                sum += rescaled(values, (pieces - piece) * lengths[k] - 1, lengths[k]);
            }
            ranges[k] = Numbers.log(sum / pieces);
            corrected[k] = Numbers.log(sum / pieces + corrections[k]);
        }
    }

    /** Returns the exponent; NaN where pieces of some length have no range at all. */
    double exponent() {
        return slope(logs, ranges);
    }

    /** Returns the corrected exponent; NaN as the other. */
    double correctedExponent() {
        return Double.isNaN(exponent()) ? Double.NaN : slope(logs, corrected);
    }

    private static double rescaled(LastValues values, int oldest, int length) {
        double mean = 0;
        for (int i = oldest; i > oldest - length; i--) {
            mean += values.ago(i);
        }
        mean /= length;
        double sum = 0;
        double squares = 0;
        double highest = Double.NEGATIVE_INFINITY;
        double lowest = Double.POSITIVE_INFINITY;
        for (int i = oldest; i > oldest - length; i--) {
            double apart = values.ago(i) - mean;
            sum += apart;
            squares += apart * apart;
            highest = Math.max(highest, sum);
            lowest = Math.min(lowest, sum);
        }
        double deviation = Math.sqrt(squares / length);
        return deviation == 0 ? 0 : (highest - lowest) / deviation;
    }

    /** Anis and Lloyd: {@code gamma((n-1)/2) / (sqrt(pi) gamma(n/2)) sum sqrt((n-i)/i)}, i from 1 to n - 1. */
    private static double expected(int n) {
        double sum = 0;
        for (int i = 1; i < n; i++) {
            sum += Math.sqrt((double) (n - i) / i);
        }
        // gamma((n - 1) / 2) / gamma(n / 2), from gamma(1/2) / gamma(1) or gamma(1) / gamma(3/2) upwards by twos.
        double quotient = n % 2 == 0 ? Math.sqrt(Math.PI) : 2 / Math.sqrt(Math.PI);
        for (int m = n % 2 == 0 ? 2 : 3; m < n; m += 2) {
            quotient *= (m - 1.0) / m;
        }
        return quotient / Math.sqrt(Math.PI) * sum;
    }

    private static double slope(double[] x, double[] y) {
        double meanX = 0;
        double meanY = 0;
        for (int i = 0; i < x.length; i++) {
            meanX += x[i] / x.length;
            meanY += y[i] / x.length;
        }
        double products = 0;
        double squares = 0;
        for (int i = 0; i < x.length; i++) {
            products += (x[i] - meanX) * (y[i] - meanY);
            squares += (x[i] - meanX) * (x[i] - meanX);
        }
        return Numbers.ratio(products, squares);
    }
}
