package io.mts1b.quantkit.statistics;

/** The first look at a series of numbers: is it fit to compute on, and what does it sum to. */
public final class Samples {

    /**
     * How small a deviation is, as a fraction of the largest value, to be taken for the rounding of a value that does
     * not vary. Real returns vary by far more.
     */
    public static final double NOISE = 1e-12;

    private Samples() {}

    /**
     * Refuses a series that is too short or holds a value that is not finite.
     *
     * @param name what the caller calls the series
     * @param values the series
     * @param atLeast the fewest values it may hold
     * @return {@code values}, the same array
     * @throws IllegalArgumentException if the series is too short, or a value is NaN or infinite
     */
    public static double[] requireFinite(String name, double[] values, int atLeast) {
        if (values.length < atLeast) {
            throw new IllegalArgumentException(
                    name + " must hold at least " + atLeast + " values, held " + values.length);
        }
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException(name + " must be finite, was " + values[i] + " at index " + i);
            }
        }
        return values;
    }

    /**
     * Refuses two series that cannot be paired.
     *
     * @param name what the caller calls the second series
     * @param values the second series
     * @param length the length of the first
     * @throws IllegalArgumentException if the lengths differ
     */
    public static void requireLength(String name, double[] values, int length) {
        if (values.length != length) {
            throw new IllegalArgumentException(name + " must hold " + length + " values, held " + values.length);
        }
    }

    /**
     * Adds up a series. Four partial sums make it both faster and more exact than one; the order of
     * the additions is fixed, so the result is the same on every machine.
     *
     * @param values the numbers
     * @return their sum, zero for none
     */
    public static double sum(double[] values) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 3 < values.length; i += 4) {
            a += values[i];
            b += values[i + 1];
            c += values[i + 2];
            d += values[i + 3];
        }
        for (; i < values.length; i++) {
            a += values[i];
        }
        return (a + b) + (c + d);
    }

    /**
     * Averages a series.
     *
     * @param values the numbers, at least one
     * @return their arithmetic mean
     * @throws IllegalArgumentException if there are none
     */
    public static double mean(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("values must hold at least 1 value, held 0");
        }
        return sum(values) / values.length;
    }
}
