package io.mts1b.quantkit.statistics;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The least-squares line through points, {@code y = intercept + slope * x}.
 *
 * @param x the moments of the abscissae, which vary
 * @param y the moments of the ordinates
 * @param products the sum of {@code (x - mean x)(y - mean y)}
 */
public record LinearFit(Moments x, Moments y, double products) {

    /** Validates. */
    public LinearFit {
        if (x.count() != y.count()) {
            throw new IllegalArgumentException("y must hold " + x.count() + " values, held " + y.count());
        }
        if (x.squares() == 0) {
            throw new IllegalArgumentException("x must vary, was constant at " + x.mean());
        }
        if (!Double.isFinite(products)) {
            throw new IllegalArgumentException("products must be finite, was " + products);
        }
    }

    /**
     * Fits a line.
     *
     * @param x the abscissae, at least 2 finite values
     * @param y the ordinates, as many
     * @return the line, or empty if {@code x} does not vary
     * @throws IllegalArgumentException if the series differ in length, are too short, or are not finite
     */
    public static Optional<LinearFit> of(double[] x, double[] y) {
        Samples.requireLength("y", y, x.length);
        Moments xs = Moments.of(x);
        Moments ys = Moments.of(y);
        if (xs.squares() == 0) {
            return Optional.empty();
        }
        double products = 0;
        for (int i = 0; i < x.length; i++) {
            products += (x[i] - xs.mean()) * (y[i] - ys.mean());
        }
        return Optional.of(new LinearFit(xs, ys, products));
    }

    /**
     * Returns how much {@code y} rises for one unit of {@code x}.
     *
     * @return the slope, which is the covariance divided by the variance of {@code x}
     */
    public double slope() {
        return products / x.squares();
    }

    /**
     * Returns the height of the line at {@code x = 0}.
     *
     * @return the intercept
     */
    public double intercept() {
        return y.mean() - slope() * x.mean();
    }

    /**
     * Returns Pearson's correlation of the two series.
     *
     * @return the correlation in [-1, 1], or empty if {@code y} does not vary
     */
    public OptionalDouble correlation() {
        if (y.squares() == 0) {
            return OptionalDouble.empty();
        }
        double raw = products / (Math.sqrt(x.squares()) * Math.sqrt(y.squares()));
        return OptionalDouble.of(Math.clamp(raw, -1.0, 1.0));
    }
}
