package io.mts1b.quantkit.allocation;

import io.mts1b.quantkit.metrics.ExpectedShortfall;

/** The mean loss of a portfolio in its worst scenarios. */
record TailLoss(Scenarios scenarios, double tail) implements ConvexRisk {

    @Override
    public int assets() {
        return scenarios.assets();
    }

    @Override
    public int degree() {
        return 1;
    }

    @Override
    public double of(int[] members, double[] weights) {
        return -ExpectedShortfall.coherent(scenarios.portfolio(members, weights), tail);
    }
}
