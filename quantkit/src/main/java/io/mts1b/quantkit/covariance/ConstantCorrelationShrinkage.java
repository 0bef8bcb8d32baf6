package io.mts1b.quantkit.covariance;

import java.util.Arrays;

/** Ledoit and Wolf (2004): the sample is pulled towards its own variances with one correlation, the mean one. */
final class ConstantCorrelationShrinkage {

    private ConstantCorrelationShrinkage() {}

    /**
     * Estimates.
     *
     * @param sample the sample covariance with divisor {@code n - 1}
     * @param x the centred columns
     */
    static ShrunkCovariance of(SymmetricMatrix sample, double[][] x) {
        int n = sample.size();
        if (n == 1) {
            return new ShrunkCovariance(sample, 0);
        }
        SymmetricMatrix plain = SampleMoments.covariance(x);
        double correlations = -n;
        for (double[] row : Correlation.of(sample).toArray()) {
            correlations += Arrays.stream(row).sum();
        }
        double mean = correlations / (n * (n - 1.0));
        double error = SampleMoments.squaredNorms(x) / x[0].length
                + SampleMoments.inner(sample, sample)
                - 2 * SampleMoments.inner(plain, sample);
        double[] deviations = Correlation.deviations(sample);
        double shared = diagonal(x, plain, sample) + mean * offDiagonal(x, plain, sample, deviations);
        return SampleMoments.blend(
                sample, SampleMoments.target(sample, deviations, mean), (error - shared) / x[0].length);
    }

    private static double diagonal(double[][] x, SymmetricMatrix plain, SymmetricMatrix sample) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double s = sample.get(i, i);
            sum += SampleMoments.meanOfFourths(x[i]) - 2 * plain.get(i, i) * s + s * s;
        }
        return sum;
    }

    /** The sum over {@code i != j} of {@code s[j] / s[i]} times the covariance of {@code c[i][i]} with {@code c[i][j]}. */
    private static double offDiagonal(
            double[][] x, SymmetricMatrix plain, SymmetricMatrix sample, double[] deviations) {
        double sum = 0;
        for (int t = 0; t < x[0].length; t++) {
            double cubes = 0;
            double scaled = 0;
            double own = 0;
            for (int i = 0; i < x.length; i++) {
                double square = x[i][t] * x[i][t];
                cubes += square * x[i][t] / deviations[i];
                scaled += deviations[i] * x[i][t];
                own += square * square;
            }
            sum += (cubes * scaled - own) / x[0].length;
        }
        for (int i = 0; i < x.length; i++) {
            double variance = sample.get(i, i);
            for (int j = 0; j < x.length; j++) {
                if (i != j) {
                    double rest = (variance - plain.get(i, i)) * sample.get(i, j) - plain.get(i, j) * variance;
                    sum += deviations[j] / deviations[i] * rest;
                }
            }
        }
        return sum;
    }
}
