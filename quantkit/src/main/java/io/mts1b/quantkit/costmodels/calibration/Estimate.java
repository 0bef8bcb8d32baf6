package io.mts1b.quantkit.costmodels.calibration;

import io.mts1b.quantkit.statistics.Normal;

/**
 * A number that was estimated.
 *
 * @param value the estimate
 * @param standardError its standard error, not negative
 */
public record Estimate(double value, double standardError) {

    /** Validates. */
    public Estimate {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("value must be finite, was " + value);
        }
        if (!(standardError >= 0 && Double.isFinite(standardError))) {
            throw new IllegalArgumentException("standardError must not be negative, was " + standardError);
        }
    }

    /**
     * Returns the lower end of the confidence interval, for an estimate that is normal, as many fills make it.
     *
     * @param confidence how often the interval holds the truth, such as 0.95
     * @return the end
     * @throws IllegalArgumentException if the confidence is not strictly between 0 and 1
     */
    public double lower(double confidence) {
        return value - reach(confidence);
    }

    /**
     * Returns the upper end of the confidence interval.
     *
     * @param confidence how often the interval holds the truth, such as 0.95
     * @return the end
     * @throws IllegalArgumentException if the confidence is not strictly between 0 and 1
     */
    public double upper(double confidence) {
        return value + reach(confidence);
    }

    private double reach(double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence must be strictly between 0 and 1, was " + confidence);
        }
        return standardError * Normal.quantile((1 + confidence) / 2);
    }
}
