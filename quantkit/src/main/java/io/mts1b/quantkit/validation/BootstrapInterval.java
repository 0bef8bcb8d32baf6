package io.mts1b.quantkit.validation;

import io.mts1b.quantkit.statistics.OrderStatistics;
import io.mts1b.quantkit.statistics.Samples;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * A metric of returns with the interval in which its true value probably lies.
 *
 * <p>Returns are drawn again in blocks, as {@link StationaryBootstrap} does, so that what follows on what is mostly
 * kept; the metric of each draw is taken, and the interval lies between the quantiles {@code (1 - c) / 2} and
 * {@code (1 + c) / 2} of these (the percentile method), c the confidence.
 *
 * <p>References: B. Efron and R. Tibshirani, "An Introduction to the Bootstrap", 1993, chapter 13; D. N. Politis and J.
 * P. Romano, "The Stationary Bootstrap", Journal of the American Statistical Association 89(428), 1994, 1303-1313.
 *
 * @param low the lower end
 * @param estimate the metric of the returns as they were; it may lie outside where the metric is biased
 * @param high the upper end, not below {@code low}
 */
public record BootstrapInterval(double low, double estimate, double high) {

    /** Validates. */
    public BootstrapInterval {
        if (!(Double.isFinite(low) && Double.isFinite(estimate) && Double.isFinite(high) && low <= high)) {
            throw new IllegalArgumentException("low, estimate and high must be finite and low at most high, were " + low
                    + ", " + estimate + ", " + high);
        }
    }

    /**
     * How returns are drawn.
     *
     * @param confidence how probably the interval is to hold the true value, in (0, 1)
     * @param draws how many times, at least 1
     * @param meanBlock the mean length of a block, at least 1
     */
    public record Plan(double confidence, int draws, double meanBlock) {

        /** Validates. */
        public Plan {
            if (!(confidence > 0 && confidence < 1)) {
                throw new IllegalArgumentException("confidence must be in (0, 1), was " + confidence);
            }
            if (draws < 1) {
                throw new IllegalArgumentException("draws must be at least 1, was " + draws);
            }
            if (!(meanBlock >= 1)) {
                throw new IllegalArgumentException("mean block must be at least 1, was " + meanBlock);
            }
        }
    }

    /**
     * Measures a metric.
     *
     * @param returns the returns, at least 2, finite
     * @param metric what to measure, empty where it is undefined
     * @param plan how returns are drawn
     * @param random where to draw from; the same source gives the same interval
     * @return the interval; empty if the metric is undefined for the returns, or for more than one draw in ten
     * @throws IllegalArgumentException if there are too few returns or one is not finite
     */
    public static Optional<BootstrapInterval> of(
            double[] returns, Function<double[], OptionalDouble> metric, Plan plan, RandomGenerator random) {
        Samples.requireFinite("returns", returns, 2);
        OptionalDouble estimate = metric.apply(returns.clone());
        if (estimate.isEmpty()) {
            return Optional.empty();
        }
        StationaryBootstrap bootstrap = new StationaryBootstrap(returns.length, plan.meanBlock(), random);
        double[] found = new double[plan.draws()];
        int count = 0;
        for (int draw = 0; draw < plan.draws(); draw++) {
            OptionalDouble one = metric.apply(Arrays.stream(bootstrap.draw())
                    .mapToDouble(row -> returns[row])
                    .toArray());
            if (one.isPresent()) {
                found[count++] = one.getAsDouble();
            }
        }
        if (10L * count < 9L * plan.draws()) {
            return Optional.empty();
        }
        OrderStatistics values = OrderStatistics.of(Arrays.copyOf(found, count));
        double outside = (1 - plan.confidence()) / 2;
        return Optional.of(
                new BootstrapInterval(values.quantile(outside), estimate.getAsDouble(), values.quantile(1 - outside)));
    }
}
