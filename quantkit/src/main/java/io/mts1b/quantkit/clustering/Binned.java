package io.mts1b.quantkit.clustering;

import io.mts1b.quantkit.covariance.SymmetricMatrix;
import io.mts1b.quantkit.statistics.Samples;

/** Returns sorted into bins of equal width, and the entropies of how often bins are hit, in nats. Immutable. */
final class Binned {

    private final int[][] sorted;
    private final int bins;
    private final double[] entropies;

    /** What a distance is made of: the mutual information, the joint entropy, and the larger of the two entropies. */
    @FunctionalInterface
    interface Measure {
        double of(double shared, double joint, double larger);
    }

    private Binned(int[][] sorted, int bins) {
        this.sorted = sorted;
        this.bins = bins;
        entropies = new double[sorted.length];
        for (int i = 0; i < sorted.length; i++) {
            double[] counts = new double[bins];
            for (int bin : sorted[i]) {
                counts[bin]++;
            }
            entropies[i] = entropy(counts, sorted[i].length);
        }
    }

    /**
     * Returns how many bins suit uncorrelated series, {@code round(z / 6 + 2 / (3 z) + 1 / 3)} with
     * {@code z = cbrt(8 + 324 n + 12 sqrt(36 n + 729 n^2))} for {@code n} rows, at least 2. Reference: A. Hacine-Gharbi, P.
     * Ravier, R. Harba and T. Mohamadi, "Low Bias Histogram-Based Estimation of Mutual Information", Pattern Recognition
     * Letters 33(10), 2012, 1302-1308.
     */
    static int suitable(double[][] returns) {
        if (returns.length == 0) {
            throw new IllegalArgumentException("returns must hold at least 1 asset, held 0");
        }
        double n = returns[0].length;
        double z = StrictMath.cbrt(8 + 324 * n + 12 * Math.sqrt(36 * n + 729 * n * n));
        return (int) Math.max(Math.round(z / 6 + 2 / (3 * z) + 1.0 / 3), 2);
    }

    static Binned of(double[][] returns, int bins) {
        if (bins < 2 || returns.length == 0) {
            throw new IllegalArgumentException(
                    "bins must be at least 2 and assets at least 1, were " + bins + " and " + returns.length);
        }
        int[][] sorted = new int[returns.length][];
        for (int i = 0; i < returns.length; i++) {
            Samples.requireLength("asset " + i, returns[i], returns[0].length);
            sorted[i] = sort(i, Samples.requireFinite("asset " + i, returns[i], 2), bins);
        }
        return new Binned(sorted, bins);
    }

    private static int[] sort(int asset, double[] values, int bins) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        if (!(most > least)) {
            throw new IllegalArgumentException("asset " + asset + " must vary, was constant at " + least);
        }
        int[] sorted = new int[values.length];
        for (int t = 0; t < values.length; t++) {
            // Halved, so that no difference overflows.
            double part = (values[t] / 2 - least / 2) / (most / 2 - least / 2);
            sorted[t] = Math.min((int) (part * bins), bins - 1);
        }
        return sorted;
    }

    /** Returns a distance in [0, 1] of each pair. */
    SymmetricMatrix distances(Measure measure) {
        double[][] lower = new double[sorted.length][];
        for (int i = 0; i < sorted.length; i++) {
            lower[i] = new double[i + 1];
            for (int j = 0; j < i; j++) {
                double joint = joint(sorted[i], sorted[j]);
                double shared = entropies[i] + entropies[j] - joint;
                double distance = measure.of(shared, joint, Math.max(entropies[i], entropies[j]));
                lower[i][j] = Math.clamp(distance, 0.0, 1.0);
            }
        }
        return SymmetricMatrix.ofLowerTriangle(lower);
    }

    private double joint(int[] x, int[] y) {
        double[] counts = new double[bins * bins];
        for (int t = 0; t < x.length; t++) {
            counts[x[t] * bins + y[t]]++;
        }
        return entropy(counts, x.length);
    }

    private static double entropy(double[] counts, int rows) {
        double sum = 0;
        for (double count : counts) {
            sum -= count == 0 ? 0 : count / rows * StrictMath.log(count / rows);
        }
        return sum;
    }
}
