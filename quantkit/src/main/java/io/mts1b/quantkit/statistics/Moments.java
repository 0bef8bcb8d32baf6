package io.mts1b.quantkit.statistics;

import java.util.OptionalDouble;

/**
 * The first four moments of a sample, kept as central power sums.
 *
 * <p>A sample that varies by no more than {@link Samples#NOISE} is taken as constant: every power sum is exactly zero.
 *
 * <p>Reference for skewness and kurtosis: D. N. Joanes and C. A. Gill, "Comparing Measures of Sample
 * Skewness and Kurtosis", The Statistician 47(1), 1998, 183-189, whose {@code G1} and {@code G2} these are.
 *
 * @param count how many values, at least 2
 * @param mean the arithmetic mean {@code m}
 * @param squares the sum of {@code (x - m)^2}, not negative
 * @param cubes the sum of {@code (x - m)^3}
 * @param fourths the sum of {@code (x - m)^4}, not negative
 */
public record Moments(int count, double mean, double squares, double cubes, double fourths) {

    /** Validates. */
    public Moments {
        if (count < 2) {
            throw new IllegalArgumentException("count must be at least 2, was " + count);
        }
        if (!(squares >= 0 && fourths >= 0 && Double.isFinite(mean + squares + cubes + fourths))) {
            throw new IllegalArgumentException("moments must be finite and even ones not negative, were " + mean + ", "
                    + squares + ", " + cubes + ", " + fourths);
        }
    }

    /**
     * Measures a sample.
     *
     * @param values the sample, at least 2 finite values
     * @return its moments
     * @throws IllegalArgumentException if there are fewer than 2 values, one is not finite, or the fourth
     *     powers overflow
     */
    public static Moments of(double[] values) {
        double mean = Samples.mean(Samples.requireFinite("values", values, 2));
        double squares = 0;
        double cubes = 0;
        double fourths = 0;
        for (double value : values) {
            double d = value - mean;
            double square = d * d;
            squares += square;
            cubes += square * d;
            fourths += square * square;
        }
        return varies(values, mean, squares)
                ? new Moments(values.length, mean, squares, cubes, fourths)
                : new Moments(values.length, mean, 0, 0, 0);
    }

    /** Tells whether the widest deviation is more than the rounding of the largest value. */
    private static boolean varies(double[] values, double mean, double squares) {
        // The widest is at least the root mean square, and no value is larger than this, twice over for rounding: where
        // that decides, as it does for returns, there is no need to look.
        double largestPossible = 2 * (Math.abs(mean) + Math.sqrt(squares));
        if (Math.sqrt(squares / values.length) > Samples.NOISE * largestPossible) {
            return true;
        }
        double widest = 0;
        double largest = 0;
        for (double value : values) {
            widest = Math.max(widest, Math.abs(value - mean));
            largest = Math.max(largest, Math.abs(value));
        }
        return widest > Samples.NOISE * largest;
    }

    /**
     * Returns the unbiased sample variance, with divisor {@code count - 1}.
     *
     * @return the variance, zero if and only if the sample is constant
     */
    public double variance() {
        return squares / (count - 1);
    }

    /**
     * Returns the square root of {@link #variance()}.
     *
     * @return the standard deviation, in the unit of the values
     */
    public double standardDeviation() {
        return Math.sqrt(variance());
    }

    /**
     * Returns the adjusted Fisher-Pearson skewness, {@code sqrt(n (n - 1)) / (n - 2) * m3 / m2^1.5} where
     * {@code mk} is the mean {@code k}-th power of the deviations.
     *
     * @return the skewness, zero for a symmetric sample; empty for fewer than 3 values or a constant sample
     */
    public OptionalDouble skewness() {
        if (count < 3 || squares == 0) {
            return OptionalDouble.empty();
        }
        double n = count;
        double m2 = squares / n;
        return OptionalDouble.of(Math.sqrt(n * (n - 1)) / (n - 2) * (cubes / n) / (m2 * Math.sqrt(m2)));
    }

    /**
     * Returns the unbiased-for-normal excess kurtosis,
     * {@code (n - 1) / ((n - 2)(n - 3)) * ((n + 1) (m4 / m2^2 - 3) + 6)}.
     *
     * @return the kurtosis less three, zero for a normal law; empty for fewer than 4 values or a constant sample
     */
    public OptionalDouble excessKurtosis() {
        if (count < 4 || squares == 0) {
            return OptionalDouble.empty();
        }
        double n = count;
        double m2 = squares / n;
        double plain = fourths / n / (m2 * m2) - 3;
        return OptionalDouble.of((n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * plain + 6));
    }
}
