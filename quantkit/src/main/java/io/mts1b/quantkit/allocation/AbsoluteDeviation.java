package io.mts1b.quantkit.allocation;

/**
 * The mean absolute deviation of a portfolio from its mean. As deviations sum to zero, it is twice the mean shortfall.
 *
 * @param deviations returns less the mean of their asset
 */
record AbsoluteDeviation(Scenarios deviations) implements ConvexRisk {

    @Override
    public int assets() {
        return deviations.assets();
    }

    @Override
    public int degree() {
        return 1;
    }

    @Override
    public double of(int[] members, double[] weights) {
        double sum = 0;
        for (double deviation : deviations.portfolio(members, weights)) {
            sum += Math.abs(deviation);
        }
        return sum / deviations.count();
    }
}
