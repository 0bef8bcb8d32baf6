package io.mts1b.quantkit.allocation;

import io.mts1b.quantkit.linearalgebra.Vectors;

/** The entropic value at risk of a portfolio. */
record EntropicTailLoss(Scenarios scenarios, double tail) implements ConvexRisk {

    private static final int STEPS = 200;

    @Override
    public int assets() {
        return scenarios.assets();
    }

    @Override
    public int degree() {
        return 1;
    }

    /**
     * Minimises {@code s (log mean exp(-r / s) - log tail)} over {@code s}: a convex function, whose slope
     * {@code log mean exp(-r / s) - log tail + mean under the tilted law of r / s} is bisected.
     */
    @Override
    public double of(int[] members, double[] weights) {
        double[] returns = scenarios.portfolio(members, weights);
        double size = Vectors.largest(returns);
        if (size == 0) {
            return 0;
        }
        // Between a spread that sees only the worst scenario and one that sees only the mean.
        double low = StrictMath.log(size) - 40;
        double high = StrictMath.log(size) + 40;
        for (int k = 0; k < STEPS && high - low > 1e-15 * Math.abs(low); k++) {
            double middle = low + (high - low) / 2;
            if (slope(returns, StrictMath.exp(middle)) > 0) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return bound(returns, StrictMath.exp(low + (high - low) / 2));
    }

    private double slope(double[] returns, double spread) {
        double worst = worst(returns);
        double sum = 0;
        double tilted = 0;
        for (double r : returns) {
            double weight = StrictMath.exp((worst - r) / spread);
            sum += weight;
            tilted += weight * (worst - r) / spread;
        }
        return StrictMath.log(sum / returns.length / tail) - tilted / sum;
    }

    private double bound(double[] returns, double spread) {
        double worst = worst(returns);
        double sum = 0;
        for (double r : returns) {
            sum += StrictMath.exp((worst - r) / spread);
        }
        return -worst + spread * StrictMath.log(sum / returns.length / tail);
    }

    private static double worst(double[] returns) {
        double worst = returns[0];
        for (double r : returns) {
            worst = Math.min(worst, r);
        }
        return worst;
    }
}
