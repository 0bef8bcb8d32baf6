package io.mts1b.portfolio.discrete;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One side of a portfolio in whole numbers: what a lot costs, what each position should be worth, and what there is to
 * spend, all in the same small unit of money. Immutable.
 */
final class LotProblem {

    private final long[] costs;
    private final double[] targets;
    private final long budget;
    private final double wish;

    /** Takes the arrays over; {@code wish} is what weights are shares of. */
    LotProblem(long[] costs, double[] targets, long budget, double wish) {
        this.costs = costs;
        this.targets = targets;
        this.budget = budget;
        this.wish = wish;
    }

    int size() {
        return costs.length;
    }

    long budget() {
        return budget;
    }

    long cost(int asset) {
        return costs[asset];
    }

    double target(int asset) {
        return targets[asset];
    }

    long cost(long[] counts) {
        long sum = 0;
        for (int asset = 0; asset < counts.length; asset++) {
            sum = Math.addExact(sum, Math.multiplyExact(counts[asset], costs[asset]));
        }
        return sum;
    }

    /** Returns the distances from the targets and the money left, added up. */
    double deviation(long[] counts) {
        double sum = budget - cost(counts);
        for (int asset = 0; asset < counts.length; asset++) {
            sum += Math.abs(targets[asset] - (double) counts[asset] * costs[asset]);
        }
        return sum;
    }

    /** Returns how many lots fit into the target of an asset. */
    long whole(int asset) {
        return (long) Math.floor(targets[asset] / costs[asset]);
    }

    /** Buys what fits, the largest targets first, then lot by lot what lags most and can still be paid. */
    long[] greedy() {
        List<Integer> order = IntStream.range(0, costs.length)
                .boxed()
                .sorted(Comparator.comparingDouble(asset -> -targets[asset]))
                .toList();
        long[] counts = new long[costs.length];
        long left = budget;
        for (int asset : order) {
            counts[asset] = Math.min(whole(asset), left / costs[asset]);
            left -= counts[asset] * costs[asset];
        }
        for (int next = mostLagging(order, counts, left); next >= 0; next = mostLagging(order, counts, left)) {
            counts[next]++;
            left -= costs[next];
        }
        return counts;
    }

    /** Returns the affordable asset whose part of what is invested lags most behind its part of the wish, or -1. */
    private int mostLagging(List<Integer> order, long[] counts, long left) {
        double invested = budget - left;
        int found = -1;
        double most = 0;
        for (int asset : order) {
            double part = invested == 0 ? 0 : (double) counts[asset] * costs[asset] / invested;
            double lag = targets[asset] / wish - part;
            if (costs[asset] <= left && lag > most) {
                most = lag;
                found = asset;
            }
        }
        return found;
    }
}
