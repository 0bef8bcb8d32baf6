package io.mts1b.quantkit.statistics;

import java.util.Arrays;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * A sample put in order no further than is asked of it, in expected linear time: to ask it for several quantiles and
 * tails costs little more than to ask for one. What it answers is the same whatever was asked before, and whatever
 * order the values came in.
 *
 * <p>Confined to one thread. Reference: R. W. Floyd and R. L. Rivest, "Algorithm 489: SELECT", Communications of the ACM
 * 18(3), 1975, 173.
 */
public final class OrderStatistics {

    /** Above which length a sample of the sample says first where to look, as published. */
    private static final int LONG = 600;

    private final double[] values;

    /** The ranks whose value is in its place, nothing larger before it and nothing smaller after. */
    private final NavigableSet<Integer> settled = new TreeSet<>();

    private OrderStatistics(double[] values) {
        this.values = values;
    }

    /**
     * Takes a sample.
     *
     * @param values the sample, at least one finite value; copied
     * @return the sample, in no order yet
     * @throws IllegalArgumentException if there are no values, or one is not finite
     */
    public static OrderStatistics of(double[] values) {
        return new OrderStatistics(Samples.requireFinite("values", values, 1).clone());
    }

    /**
     * Returns one {@linkplain #quantile(double) quantile} of a sample.
     *
     * @param values the sample, at least one finite value; not modified
     * @param probability the fraction of the sample below the quantile, in [0, 1]
     * @return the quantile
     * @throws IllegalArgumentException if there are no values, one is not finite, or the probability is
     *     outside [0, 1]
     */
    public static double quantile(double[] values, double probability) {
        return of(values).quantile(probability);
    }

    /**
     * Returns the {@linkplain #smallest(int) smallest values} of a sample.
     *
     * @param values the sample, at least one finite value; not modified
     * @param count how many of them, at least 1 and at most all
     * @return the {@code count} smallest, rising
     * @throws IllegalArgumentException if {@code count} is out of range, or a value is not finite
     */
    public static double[] smallest(double[] values, int count) {
        return of(values).smallest(count);
    }

    /**
     * Returns how many values there are.
     *
     * @return at least 1
     */
    public int size() {
        return values.length;
    }

    /**
     * Returns the quantile that interpolates linearly between the two neighbours of rank
     * {@code (n - 1) p}, counted from zero.
     *
     * <p>Reference: R. J. Hyndman and Y. Fan, "Sample Quantiles in Statistical Packages", The American
     * Statistician 50(4), 1996, 361-365, definition 7.
     *
     * @param probability the fraction of the sample below the quantile, in [0, 1]
     * @return the quantile
     * @throws IllegalArgumentException if the probability is outside [0, 1]
     */
    public double quantile(double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("probability must be in [0, 1], was " + probability);
        }
        double rank = (values.length - 1) * probability;
        int below = (int) rank;
        int above = Math.min(below + 1, values.length - 1);
        // The one nearer the middle first: it leaves the fewer values among which to look for the other.
        settle(2 * below < values.length ? above : below);
        double low = at(below);
        return low + (at(above) - low) * (rank - below);
    }

    /**
     * Returns the smallest values.
     *
     * @param count how many of them, at least 1 and at most all
     * @return the {@code count} smallest, rising; a new array
     * @throws IllegalArgumentException if {@code count} is out of range
     */
    public double[] smallest(int count) {
        if (count < 1 || count > values.length) {
            throw new IllegalArgumentException("count must be in [1, " + values.length + "], was " + count);
        }
        settle(count - 1);
        double[] smallest = Arrays.copyOf(values, count);
        Arrays.sort(smallest);
        return smallest;
    }

    private double at(int rank) {
        settle(rank);
        return values[rank];
    }

    private void settle(int rank) {
        Integer before = settled.floor(rank);
        Integer after = settled.ceiling(rank);
        int low = before == null ? 0 : before + 1;
        int high = after == null ? values.length - 1 : after - 1;
        if (settled.add(rank)) {
            select(low, high, rank);
        }
    }

    /** Moves the value of rank {@code k} to index {@code k}, by parting the values around it. */
    private void select(int from, int to, int k) {
        int low = from;
        int high = to;
        while (low < high) {
            if (high - low > LONG) {
                narrow(low, high, k);
            }
            double pivot = values[k];
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
                    swap(i++, j--);
                }
            }
            // Up to j nothing is above the pivot, from i on nothing below, and what lies between equals it.
            if (k <= j) {
                high = j;
            } else if (k >= i) {
                low = i;
            } else {
                return;
            }
        }
    }

    /**
     * Brings to index {@code k} a value that most likely lies a little beyond the one of rank {@code k}, towards the
     * middle: so the next parting leaves few values. Where it lies is judged by the values around {@code k}, with the
     * error that a share has in a sample; the paper takes the largest one, that of a half.
     */
    private void narrow(int low, int high, int k) {
        double n = high - low + 1.0;
        double share = (k - low + 0.5) / n;
        double few = StrictMath.cbrt(n * n) / 2;
        double beyond = 1.5 * Math.sqrt(few * share * (1 - share)) * Math.signum(share - 0.5);
        int left = Math.max(low, (int) (k - share * few + beyond));
        int right = Math.min(high, (int) (k + (1 - share) * few + beyond));
        select(left, right, k);
    }

    private void swap(int i, int j) {
        double value = values[i];
        values[i] = values[j];
        values[j] = value;
    }
}
