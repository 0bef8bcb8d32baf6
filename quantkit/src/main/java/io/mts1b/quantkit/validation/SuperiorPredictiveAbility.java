package io.mts1b.quantkit.validation;

import io.mts1b.quantkit.statistics.Samples;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * How likely the best of many strategies would beat a benchmark by as much, if none were better than it.
 *
 * <p>White's reality check asks whether {@code max over k of sqrt(n) d[k]} is large, with the mean {@code d[k]} of what
 * strategy {@code k} earns more than the benchmark; poor strategies make it timid. Hansen divides by standard errors
 * {@code s[k]}, and lets strategies count as bad only where {@code sqrt(n) d[k] / s[k] < -sqrt(2 log log n)}. Laws are those
 * of the stationary bootstrap, which draws blocks of a geometric length.
 *
 * <p>Reference: H. White, "A Reality Check for Data Snooping", Econometrica 68(5), 2000, 1097-1126; P. R. Hansen, "A Test
 * for Superior Predictive Ability", Journal of Business and Economic Statistics 23(4), 2005, 365-380; D. N. Politis and J.
 * P. Romano, "The Stationary Bootstrap", Journal of the American Statistical Association 89(428), 1994, 1303-1313.
 *
 * @param realityCheck the p-value of White's reality check
 * @param lower Hansen's p-value if strategies worse than the benchmark never count
 * @param consistent Hansen's p-value
 * @param upper Hansen's p-value if all strategies count as no worse than the benchmark
 */
public record SuperiorPredictiveAbility(double realityCheck, double lower, double consistent, double upper) {

    /**
     * Tests.
     *
     * @param excess one column per strategy: what it earned more than the benchmark in each period, finite, all of one
     *     length of at least 3, that vary
     * @param meanBlock the mean length of a block of the bootstrap, at least 1
     * @param draws how many samples to draw, at least 1
     * @param random where to draw from
     * @return the p-values, each a multiple of one over the number of draws
     * @throws IllegalArgumentException if there is no strategy, the columns differ in length, one does not vary, or a
     *     number is out of range
     */
    public static SuperiorPredictiveAbility test(
            double[][] excess, double meanBlock, int draws, RandomGenerator random) {
        if (excess.length == 0 || draws < 1 || !(meanBlock >= 1)) {
            throw new IllegalArgumentException("strategies, draws and mean block must be at least 1, were "
                    + excess.length + ", " + draws + " and " + meanBlock);
        }
        int n = excess[0].length;
        double[] means = new double[excess.length];
        double[] errors = new double[excess.length];
        for (int k = 0; k < excess.length; k++) {
            Samples.requireLength("strategy " + k, Samples.requireFinite("strategy " + k, excess[k], 3), n);
            means[k] = Samples.mean(excess[k]);
            errors[k] = Math.sqrt(longRunVariance(excess[k], means[k], 1 / meanBlock));
            if (!(errors[k] > Samples.NOISE * Math.abs(means[k]))) {
                throw new IllegalArgumentException("strategy " + k + " must vary, was constant at " + means[k]);
            }
        }
        return count(excess, means, errors, new StationaryBootstrap(n, meanBlock, random), draws);
    }

    private static SuperiorPredictiveAbility count(
            double[][] excess, double[] means, double[] errors, StationaryBootstrap bootstrap, int draws) {
        double root = Math.sqrt(excess[0].length);
        double bar = -Math.sqrt(2 * StrictMath.log(StrictMath.log(excess[0].length)));
        double raw = Double.NEGATIVE_INFINITY;
        double studentized = 0;
        for (int k = 0; k < means.length; k++) {
            raw = Math.max(raw, root * means[k]);
            studentized = Math.max(studentized, root * means[k] / errors[k]);
        }
        int[] beaten = new int[4];
        for (int b = 0; b < draws; b++) {
            int[] rows = bootstrap.draw();
            double[] most = {Double.NEGATIVE_INFINITY, 0, 0, 0};
            for (int k = 0; k < means.length; k++) {
                double mean = mean(excess[k], rows);
                boolean counts = root * means[k] / errors[k] >= bar;
                most[0] = Math.max(most[0], root * (mean - means[k]));
                most[1] = Math.max(most[1], root * (mean - Math.max(means[k], 0)) / errors[k]);
                most[2] = Math.max(most[2], root * (mean - (counts ? means[k] : 0)) / errors[k]);
                most[3] = Math.max(most[3], root * (mean - means[k]) / errors[k]);
            }
            beaten[0] += most[0] >= raw ? 1 : 0;
            for (int p = 1; p < 4; p++) {
                beaten[p] += most[p] >= studentized ? 1 : 0;
            }
        }
        double[] p = Arrays.stream(beaten)
                .mapToDouble(count -> (double) count / draws)
                .toArray();
        return new SuperiorPredictiveAbility(p[0], p[1], p[2], p[3]);
    }

    private static double mean(double[] values, int[] rows) {
        double sum = 0;
        for (int row : rows) {
            sum += values[row];
        }
        return sum / rows.length;
    }

    /** The variance of a mean, times the number of rows, under the stationary bootstrap: Politis and Romano (1994), (4). */
    private static double longRunVariance(double[] values, double mean, double q) {
        int n = values.length;
        double variance = 0;
        for (int lag = 0; lag < n; lag++) {
            double kernel = (double) (n - lag) / n * StrictMath.pow(1 - q, lag)
                    + (double) lag / n * StrictMath.pow(1 - q, n - lag);
            if (lag > 0 && kernel < Samples.NOISE) {
                continue;
            }
            double product = 0;
            for (int t = lag; t < n; t++) {
                product += (values[t] - mean) * (values[t - lag] - mean);
            }
            variance += (lag == 0 ? 1 : 2 * kernel) * product / n;
        }
        return Math.max(variance, 0);
    }
}
