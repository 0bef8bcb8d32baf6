package io.mts1b.portfolio.discrete;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Finds the whole lots of least deviation by branch and bound.
 *
 * <p>Let {@code k} lots fit into a target {@code t} and {@code r = t - kc} be what remains. Then the {@code k+1}st
 * lot lowers the deviation (distances and money left together) by {@code 2r}, for it costs {@code c}; every lot less
 * than {@code k} raises it by {@code 2c}, and lots beyond change nothing. So the best allocation rounds some assets
 * up and pays for what the money left does not cover by giving up whole lots of others, as cheaply as it can: a
 * knapsack, and a subset sum below it. Since {@code r < c}, giving up lots never pays in the relaxation, whose bound
 * is therefore that of the fractional knapsack.
 *
 * <p>Reference: H. Kellerer, U. Pferschy and D. Pisinger, "Knapsack Problems", Springer, 2004, sections 2.4 and 4.
 *
 * <p>Confined to one thread.
 */
final class LotSearch {

    /** Some seconds of work; with prices in cents thousands of assets need far less. */
    private static final int MOST_STEPS = 20_000_000;

    /**
     * What is not worth searching for, as a part of the money: once in what is rounded up and once in what is given
     * up, each of which counts twice in the deviation.
     */
    private static final double TOLERANCE = 2.5e-9;

    private final LotProblem problem;
    private final long[] whole;

    /** The assets with something to round up, the best value for money first. */
    private final int[] ups;

    /** The assets, the most expensive first, for the search of what to give up. */
    private final int[] byCost;

    private final double[] prefixCost;
    private final double[] prefixGain;
    private final long room;
    private final double tolerance;

    private final boolean[] up;
    private final long[] down;
    private double best = Double.NEGATIVE_INFINITY;
    private long[] bestCounts;
    private int steps;

    private long cheapest;
    private long[] cheapestDown;

    LotSearch(LotProblem problem) {
        this.problem = problem;
        int assets = problem.size();
        whole = IntStream.range(0, assets).mapToLong(problem::whole).toArray();
        ups = IntStream.range(0, assets)
                .filter(asset -> gain(asset) > 0 && problem.cost(asset) <= problem.budget())
                .boxed()
                .sorted(Comparator.comparingDouble(asset -> -gain(asset) / problem.cost(asset)))
                .mapToInt(asset -> asset)
                .toArray();
        byCost = IntStream.range(0, assets)
                .boxed()
                .sorted(Comparator.comparingLong(asset -> -problem.cost(asset)))
                .mapToInt(asset -> asset)
                .toArray();
        prefixCost = new double[ups.length + 1];
        prefixGain = new double[ups.length + 1];
        for (int i = 0; i < ups.length; i++) {
            prefixCost[i + 1] = prefixCost[i] + problem.cost(ups[i]);
            prefixGain[i + 1] = prefixGain[i] + gain(ups[i]);
        }
        room = problem.budget() - problem.cost(whole);
        tolerance = TOLERANCE * problem.budget();
        up = new boolean[assets];
        down = new long[assets];
        bestCounts = new long[assets];
        cheapestDown = new long[assets];
    }

    /** Returns how many lots of each asset to hold. */
    long[] solve() {
        consider(0, room);
        branch(0, 0, room);
        return bestCounts.clone();
    }

    /** Tells whether the search came to its end, so that what it found is proven to be the best. */
    boolean isProven() {
        return steps < MOST_STEPS;
    }

    private double gain(int asset) {
        return problem.target(asset) - (double) whole[asset] * problem.cost(asset);
    }

    /** Decides about one asset after the other, rounding up first. */
    private void branch(int from, double gain, long left) {
        if (from == ups.length || bound(from, gain, left) <= best + tolerance || ++steps >= MOST_STEPS) {
            return;
        }
        int asset = ups[from];
        long after = left - problem.cost(asset);
        up[asset] = true;
        consider(gain + gain(asset), after);
        branch(from + 1, gain + gain(asset), after);
        up[asset] = false;
        branch(from + 1, gain, left);
    }

    /** Returns more than can be gained with the assets from an index on: the fractional knapsack. */
    private double bound(int from, double gain, long left) {
        if (left <= 0) {
            return gain + left;
        }
        double limit = prefixCost[from] + Math.min((double) left, prefixCost[ups.length] - prefixCost[from]);
        int found = Arrays.binarySearch(prefixCost, from, ups.length + 1, limit);
        int last = found >= 0 ? found : -found - 2;
        double part = last == ups.length ? 0 : gain(ups[last]) * ((limit - prefixCost[last]) / problem.cost(ups[last]));
        return gain + prefixGain[last] - prefixGain[from] + part;
    }

    /** Takes what is rounded up now as the best so far, if it is, once it is paid for. */
    private void consider(double gain, long left) {
        long loss = 0;
        Arrays.fill(cheapestDown, 0);
        if (left < 0) {
            double worth = gain - best - tolerance;
            if (-left >= worth) {
                return;
            }
            cheapest = worth >= Long.MAX_VALUE ? Long.MAX_VALUE : (long) Math.ceil(worth);
            long none = cheapest;
            giveUp(0, -left, 0);
            if (cheapest == none) {
                return;
            }
            loss = cheapest;
        }
        if (gain - loss > best + tolerance) {
            best = gain - loss;
            bestCounts = IntStream.range(0, whole.length)
                    .mapToLong(asset -> whole[asset] + (up[asset] ? 1 : 0) - cheapestDown[asset])
                    .toArray();
        }
    }

    /** Searches for whole lots worth at least {@code need}, and less than the cheapest way so far. */
    private void giveUp(int from, long need, long given) {
        if (need <= 0) {
            cheapest = given;
            System.arraycopy(down, 0, cheapestDown, 0, down.length);
            return;
        }
        if (from == byCost.length || ++steps >= MOST_STEPS) {
            return;
        }
        int asset = byCost[from];
        long cost = problem.cost(asset);
        long most = up[asset] ? 0 : Math.min(whole[asset], need / cost + (need % cost == 0 ? 0 : 1));
        for (long lots = most; lots >= 0 && given + need < cheapest - tolerance; lots--) {
            if (given + lots * cost < cheapest) {
                down[asset] = lots;
                giveUp(from + 1, need - lots * cost, given + lots * cost);
            }
        }
        down[asset] = 0;
    }
}
