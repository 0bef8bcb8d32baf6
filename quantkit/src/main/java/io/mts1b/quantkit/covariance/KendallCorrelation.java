package io.mts1b.quantkit.covariance;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Counts in how many pairs of rows two series move the same way, by sorting: {@code O(n log n)} for {@code n} rows.
 *
 * <p>Reference: W. R. Knight, "A Computer Method for Calculating Kendall's Tau with Ungrouped Data", Journal of the American
 * Statistical Association 61(314), 1966, 436-439. Immutable.
 */
final class KendallCorrelation {

    private final double[][] returns;
    private final int[][] orders;
    private final long[] ties;

    /** Sorts the rows of each asset. */
    KendallCorrelation(double[][] returns) {
        this.returns = returns;
        orders = new int[returns.length][];
        ties = new long[returns.length];
        for (int i = 0; i < returns.length; i++) {
            double[] column = returns[i];
            orders[i] = IntStream.range(0, column.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble(t -> column[t]))
                    .mapToInt(t -> t)
                    .toArray();
            ties[i] = ties(sorted(column, orders[i]));
            if (ties[i] == pairs(column.length)) {
                throw new IllegalArgumentException("asset " + i + " must vary, was constant at " + column[0]);
            }
        }
    }

    private static double[] sorted(double[] column, int[] order) {
        return Arrays.stream(order).mapToDouble(t -> column[t]).toArray();
    }

    private static long pairs(long count) {
        return count * (count - 1) / 2;
    }

    /** Returns how many pairs of a sorted series are equal. */
    private static long ties(double[] ascending) {
        long ties = 0;
        for (int from = 0, to; from < ascending.length; from = to) {
            to = next(ascending, from);
            ties += pairs(to - from);
        }
        return ties;
    }

    /** Returns where the values equal to one end. Zeros of both signs are equal. */
    private static int next(double[] ascending, int from) {
        int to = from + 1;
        while (to < ascending.length && ascending[to] == ascending[from]) {
            to++;
        }
        return to;
    }

    double of(int one, int other) {
        double[] x = sorted(returns[one], orders[one]);
        double[] y = sorted(returns[other], orders[one]);
        long both = 0;
        for (int from = 0, to; from < x.length; from = to) {
            to = next(x, from);
            Arrays.sort(y, from, to);
            both += ties(Arrays.copyOfRange(y, from, to));
        }
        long all = pairs(x.length);
        long swaps = sort(y, new double[y.length], 0, y.length);
        double concordance = all - ties[one] - ties[other] + both - 2.0 * swaps;
        double tau = concordance / Math.sqrt((double) (all - ties[one]) * (all - ties[other]));
        return Math.clamp(tau, -1.0, 1.0);
    }

    /** Sorts a range by merging, and returns how many pairs stood the other way round. */
    private static long sort(double[] values, double[] spare, int from, int to) {
        if (to - from < 2) {
            return 0;
        }
        int middle = (from + to) >>> 1;
        long swaps = sort(values, spare, from, middle) + sort(values, spare, middle, to);
        int left = from;
        int right = middle;
        for (int k = from; k < to; k++) {
            boolean takesLeft = right == to || (left < middle && values[left] <= values[right]);
            swaps += takesLeft ? 0 : middle - left;
            spare[k] = takesLeft ? values[left++] : values[right++];
        }
        System.arraycopy(spare, from, values, from, to - from);
        return swaps;
    }
}
