package io.mts1b.quantkit.statistics;

import java.util.Arrays;

/**
 * Quantiles and tails of a sample, by partial sorting in expected linear time.
 *
 * <p>Reference: C. A. R. Hoare, "Algorithm 65: Find", Communications of the ACM 4(7), 1961, 321-322.
 */
public final class OrderStatistics {

    private OrderStatistics() {}

    /**
     * Returns the quantile that interpolates linearly between the two neighbours of rank
     * {@code (n - 1) p}, counted from zero.
     *
     * <p>Reference: R. J. Hyndman and Y. Fan, "Sample Quantiles in Statistical Packages", The American
     * Statistician 50(4), 1996, 361-365, definition 7.
     *
     * @param values the sample, at least one finite value; not modified
     * @param probability the fraction of the sample below the quantile, in [0, 1]
     * @return the quantile
     * @throws IllegalArgumentException if there are no values, one is not finite, or the probability is
     *     outside [0, 1]
     */
    public static double quantile(double[] values, double probability) {
        Samples.requireFinite("values", values, 1);
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("probability must be in [0, 1], was " + probability);
        }
        double rank = (values.length - 1) * probability;
        int below = (int) rank;
        double[] copy = values.clone();
        select(copy, below);
        double low = copy[below];
        double high = below + 1 < copy.length ? least(copy, below + 1) : low;
        return low + (high - low) * (rank - below);
    }

    /**
     * Returns the smallest values of a sample.
     *
     * @param values the sample of finite values; not modified
     * @param count how many of them, at least 1 and at most all
     * @return the {@code count} smallest, of which the last is the largest; the others in no useful order,
     *     but always the same one
     * @throws IllegalArgumentException if {@code count} is out of range, or a value is not finite
     */
    public static double[] smallest(double[] values, int count) {
        if (count < 1 || count > values.length) {
            throw new IllegalArgumentException("count must be in [1, " + values.length + "], was " + count);
        }
        double[] copy = Samples.requireFinite("values", values, 1).clone();
        select(copy, count - 1);
        return Arrays.copyOf(copy, count);
    }

    private static double least(double[] values, int from) {
        double least = values[from];
        for (int i = from + 1; i < values.length; i++) {
            least = Math.min(least, values[i]);
        }
        return least;
    }

    /** Moves the value of rank {@code k} to index {@code k}, nothing larger before it, nothing smaller after. */
    private static void select(double[] values, int k) {
        int low = 0;
        int high = values.length - 1;
        while (low < high) {
            double pivot = median(values[low], values[(low + high) >>> 1], values[high]);
            int i = low;
            int j = high;
            while (i <= j) {
                while (values[i] < pivot) {
                    i++;
                }
                while (values[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    double swap = values[i];
                    values[i++] = values[j];
                    values[j--] = swap;
                }
            }
            if (k <= j) {
                high = j;
            } else if (k >= i) {
                low = i;
            } else {
                return;
            }
        }
    }

    private static double median(double a, double b, double c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
