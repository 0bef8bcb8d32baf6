package io.mts1b.quantkit.covariance;

import io.mts1b.quantkit.linearalgebra.SymmetricEigen;
import io.mts1b.quantkit.linearalgebra.Vectors;
import io.mts1b.quantkit.statistics.Normal;
import io.mts1b.quantkit.statistics.OrderStatistics;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A covariance that bad rows cannot spoil: the orthogonalised Gnanadesikan-Kettenring estimate, reweighted.
 *
 * <p>Pairs are estimated by robust scales, {@code (s(x + y)^2 - s(x - y)^2) / 4}; the principal axes of that matrix are
 * kept, and the variance along each is estimated anew, robustly. Rows that lie too far out by this estimate are left out,
 * and the sample covariance of the others is scaled so that the median row lies where it does under the normal law.
 *
 * <p>Reference: R. A. Maronna and R. H. Zamar, "Robust Estimates of Location and Dispersion for High-Dimensional
 * Datasets", Technometrics 44(4), 2002, 307-317; the scale is that of V. J. Yohai and R. H. Zamar, "High Breakdown-Point
 * Estimates of Regression by Means of the Minimization of an Efficient Scale", Journal of the American Statistical
 * Association 83(402), 1988, 406-413.
 *
 * @param covariance the estimate per period
 * @param rejected how many rows were left out
 */
public record RobustCovariance(SymmetricMatrix covariance, int rejected) {

    /** Rows beyond this quantile of their distance from the centre are left out. */
    private static final double QUANTILE = 0.9;

    private static final double MEAN_CUTOFF = 4.5;
    private static final double SCALE_CUTOFF = 3;
    private static final double MAD_OF_NORMAL = Normal.quantile(0.75);

    /** The mean of {@code min(z^2, 9)} for standard normal {@code z}. */
    private static final double SQUARES_OF_NORMAL = 1
            - 2 * (SCALE_CUTOFF * Normal.density(SCALE_CUTOFF) + Normal.cumulative(-SCALE_CUTOFF))
            + 2 * SCALE_CUTOFF * SCALE_CUTOFF * Normal.cumulative(-SCALE_CUTOFF);

    /** A robust location and scale. */
    private record Center(double location, double scale) {}

    /**
     * Estimates the covariance, in O(assets^2 rows).
     *
     * @param returns one column per asset, all of one length, nothing missing; not modified
     * @return the estimate
     * @throws IllegalArgumentException if the panel is none or has gaps, or more than half of the values of an asset,
     *     or of a combination of assets, are the same
     */
    public static RobustCovariance of(double[][] returns) {
        if (Panel.checkRagged(returns)) {
            throw new IllegalArgumentException("returns must have no gaps: keep the rows in which nothing is missing");
        }
        int n = returns.length;
        double[][] y = new double[n][];
        for (int i = 0; i < n; i++) {
            Center center = center(returns[i], "asset " + i);
            y[i] = Arrays.stream(returns[i])
                    .map(r -> (r - center.location) / center.scale)
                    .toArray();
        }
        SymmetricEigen axes = SymmetricEigen.of(pairs(y));
        double[] distances = distances(y, axes);
        double limit = chiSquare(n, QUANTILE) * OrderStatistics.quantile(distances, 0.5) / chiSquare(n, 0.5);
        int[] kept = IntStream.range(0, distances.length)
                .filter(t -> distances[t] <= limit)
                .toArray();
        double[][] rows = Arrays.stream(returns)
                .map(column -> Arrays.stream(kept).mapToDouble(t -> column[t]).toArray())
                .toArray(double[][]::new);
        SymmetricMatrix sample = SampleCovariance.of(rows, Observations.COMPLETE);
        return new RobustCovariance(consistent(sample, distances, limit), distances.length - kept.length);
    }

    private static double[][] pairs(double[][] y) {
        double[][] pairs = new double[y.length][y.length];
        for (int i = 0; i < y.length; i++) {
            pairs[i][i] = 1;
            for (int j = 0; j < i; j++) {
                double plus = scaleOfSum(y[i], y[j], 1);
                double minus = scaleOfSum(y[i], y[j], -1);
                pairs[i][j] = (plus * plus - minus * minus) / 4;
            }
        }
        return pairs;
    }

    private static double scaleOfSum(double[] one, double[] other, double sign) {
        double[] sum = one.clone();
        Vectors.addScaled(sum, sign, other, sum.length);
        // Twins differ by nothing, and their difference has no scale: that is an answer here.
        double middle = OrderStatistics.quantile(sum, 0.5);
        double spread = OrderStatistics.quantile(
                Arrays.stream(sum).map(v -> Math.abs(v - middle)).toArray(), 0.5);
        return spread > 0 ? center(sum, "sum").scale : 0;
    }

    /** Returns the squared distance of each row from the centre, in robust deviations along the principal axes. */
    private static double[] distances(double[][] y, SymmetricEigen axes) {
        double[] distances = new double[y[0].length];
        for (int k = 0; k < y.length; k++) {
            double[] z = SampleMoments.combine(y, axes.vector(k));
            Center center = center(z, "combination " + k + " of the assets");
            for (int t = 0; t < z.length; t++) {
                double d = (z[t] - center.location) / center.scale;
                distances[t] += d * d;
            }
        }
        return distances;
    }

    /** Scales for what was cut off: among normal rows below a limit, the sample covariance is too small. */
    private static SymmetricMatrix consistent(SymmetricMatrix sample, double[] distances, double limit) {
        int n = sample.size();
        double unit = OrderStatistics.quantile(distances, 0.5) / chiSquare(n, 0.5);
        double inner = chiSquareBelow(n + 2, limit / unit) / chiSquareBelow(n, limit / unit);
        double[][] lower = SymmetricMatrix.lowerTriangle(sample);
        for (double[] row : lower) {
            for (int j = 0; j < row.length; j++) {
                row[j] /= inner;
            }
        }
        return SymmetricMatrix.ofLowerTriangle(lower);
    }

    private static Center center(double[] values, String name) {
        double median = OrderStatistics.quantile(values, 0.5);
        double[] deviations =
                Arrays.stream(values).map(v -> Math.abs(v - median)).toArray();
        double mad = OrderStatistics.quantile(deviations, 0.5) / MAD_OF_NORMAL;
        if (!(mad >= Double.MIN_NORMAL)) {
            throw new IllegalArgumentException(name + " must not have the same value in more than half of its rows");
        }
        double weights = 0;
        double sum = 0;
        for (double value : values) {
            double u = (value - median) / mad / MEAN_CUTOFF;
            double weight = Math.abs(u) < 1 ? (1 - u * u) * (1 - u * u) : 0;
            weights += weight;
            sum += weight * value;
        }
        double location = sum / weights;
        double squares = 0;
        for (double value : values) {
            double u = (value - location) / mad;
            squares += Math.min(u * u, SCALE_CUTOFF * SCALE_CUTOFF);
        }
        return new Center(location, mad * Math.sqrt(squares / values.length / SQUARES_OF_NORMAL));
    }

    /** The quantile of the chi-square law by E. B. Wilson and M. M. Hilferty, PNAS 17(12), 1931, 684-688. */
    private static double chiSquare(int freedom, double probability) {
        double a = 2.0 / (9 * freedom);
        double root = 1 - a + Normal.quantile(probability) * Math.sqrt(a);
        return freedom * root * root * root;
    }

    private static double chiSquareBelow(int freedom, double value) {
        double a = 2.0 / (9 * freedom);
        return Normal.cumulative((StrictMath.cbrt(value / freedom) - 1 + a) / Math.sqrt(a));
    }
}
