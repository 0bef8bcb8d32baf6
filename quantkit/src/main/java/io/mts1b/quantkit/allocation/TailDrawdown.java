package io.mts1b.quantkit.allocation;

import io.mts1b.quantkit.metrics.ExpectedShortfall;

/** The mean of the deepest drawdowns of a portfolio, of sums of returns that are not reinvested. */
record TailDrawdown(Scenarios scenarios, double tail) implements ConvexRisk {

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
        double[] portfolio = scenarios.portfolio(members, weights);
        double below = 0;
        for (int t = 0; t < portfolio.length; t++) {
            below = Math.min(below + portfolio[t], 0);
            portfolio[t] = below;
        }
        return -ExpectedShortfall.coherent(portfolio, tail);
    }
}
