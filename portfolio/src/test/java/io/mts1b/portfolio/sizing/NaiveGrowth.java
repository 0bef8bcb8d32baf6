package io.mts1b.portfolio.sizing;

import io.mts1b.quantkit.covariance.SymmetricMatrix;
import java.util.Arrays;

/**
 * Maximizes {@code w'm - w'Sw / (2 fraction)} within caps by improving one weight at a time until none can be, and
 * finds the price of a unit of gross exposure by halving.
 */
final class NaiveGrowth {

    private NaiveGrowth() {}

    static double[] best(double[] returns, SymmetricMatrix covariance, double fraction, double most, double gross) {
        double[] free = atPrice(0, returns, covariance, fraction, most);
        if (Arrays.stream(free).map(Math::abs).sum() <= gross) {
            return free;
        }
        double low = 0;
        double high = Arrays.stream(returns).map(Math::abs).max().orElseThrow();
        double[] weights = free;
        for (int step = 0; step < 60; step++) {
            double middle = (low + high) / 2;
            weights = atPrice(middle, returns, covariance, fraction, most);
            if (Arrays.stream(weights).map(Math::abs).sum() > gross) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return weights;
    }

    private static double[] atPrice(
            double price, double[] returns, SymmetricMatrix covariance, double fraction, double most) {
        double[] weights = new double[returns.length];
        for (double moved = 1; moved > 1e-12; ) {
            moved = 0;
            for (int i = 0; i < weights.length; i++) {
                double slope = returns[i];
                for (int j = 0; j < weights.length; j++) {
                    slope -= i == j ? 0 : covariance.get(i, j) * weights[j] / fraction;
                }
                double worth = Math.signum(slope) * Math.max(Math.abs(slope) - price, 0);
                double better = Math.clamp(worth * fraction / covariance.get(i, i), -most, most);
                moved = Math.max(moved, Math.abs(better - weights[i]));
                weights[i] = better;
            }
        }
        return weights;
    }
}
