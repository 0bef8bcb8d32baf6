package io.mts1b.quantkit.allocation;

import java.util.stream.IntStream;

/**
 * What it costs to be away from a point, {@code sum of costs[i] |w[i] - from[i]|}.
 *
 * @param from the point
 * @param costs the cost of each asset, not negative
 */
record Kinks(Weights from, Weights costs) {

    double of(double[] weights) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += costs.get(i) * Math.abs(weights[i] - from.get(i));
        }
        return sum;
    }

    /** Returns the assets that cost something. */
    int[] assets() {
        return IntStream.range(0, costs.size()).filter(i -> costs.get(i) > 0).toArray();
    }

    boolean isNothing() {
        return assets().length == 0;
    }
}
