package io.mts1b.quantkit.allocation;

/**
 * The mean square of what a portfolio falls short in a scenario.
 *
 * @param excesses returns less what they must reach
 * @param divisor what the sum of squares is divided by
 */
record Semivariance(Scenarios excesses, int divisor) implements ConvexRisk {

    @Override
    public int assets() {
        return excesses.assets();
    }

    @Override
    public int degree() {
        return 2;
    }

    @Override
    public double of(int[] members, double[] weights) {
        double squares = 0;
        for (double excess : excesses.portfolio(members, weights)) {
            double shortfall = Math.min(excess, 0);
            squares += shortfall * shortfall;
        }
        return squares / divisor;
    }
}
