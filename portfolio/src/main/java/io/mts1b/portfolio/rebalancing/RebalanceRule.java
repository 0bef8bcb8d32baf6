package io.mts1b.portfolio.rebalancing;

import io.mts1b.foundation.Require;
import io.mts1b.quantkit.allocation.Weights;

/**
 * What a portfolio that has drifted should become, given that trading costs money.
 *
 * <p>Reference: G. M. Constantinides, "Capital Market Equilibrium with Transaction Costs", Journal of Political
 * Economy 94(4), 1986, 842-862: with proportional costs there is a zone around the ideal weight in which not trading
 * is best, and beyond it one trades to its edge; with fixed costs one trades to the ideal weight.
 */
public sealed interface RebalanceRule {

    /** Trades always, to the target. */
    record Always() implements RebalanceRule {

        @Override
        public Weights next(Weights current, Weights target) {
            requireSameSize(current, target);
            return target;
        }
    }

    /**
     * Trades everything to the target once one asset is too far from it.
     *
     * @param distance how far a weight may be, as a fraction of the capital, 0 or more
     */
    record Threshold(double distance) implements RebalanceRule {

        /** Validates. */
        public Threshold {
            requireDistance("distance", distance);
        }

        @Override
        public Weights next(Weights current, Weights target) {
            requireSameSize(current, target);
            for (int asset = 0; asset < target.size(); asset++) {
                if (Math.abs(current.get(asset) - target.get(asset)) > distance) {
                    return target;
                }
            }
            return current;
        }
    }

    /**
     * Leaves each asset alone that is within a zone around its target, and trades each other one to the edge of its
     * zone.
     *
     * @param width the distance from the target to the edge, as a fraction of the capital, 0 or more
     */
    record BufferZone(double width) implements RebalanceRule {

        /** Validates. */
        public BufferZone {
            requireDistance("width", width);
        }

        @Override
        public Weights next(Weights current, Weights target) {
            requireSameSize(current, target);
            double[] next = current.toArray();
            for (int asset = 0; asset < next.length; asset++) {
                double ideal = target.get(asset);
                next[asset] = Math.clamp(next[asset], ideal - width, ideal + width);
            }
            return Weights.of(next);
        }
    }

    /**
     * Returns the weights to trade to.
     *
     * @param current the weights held now, one per asset
     * @param target the ideal weights, in the same order
     * @return the weights wanted after the rebalancing; equal to {@code current} where nothing is to be traded
     * @throws IllegalArgumentException if the sizes differ
     */
    Weights next(Weights current, Weights target);

    private static void requireDistance(String name, double distance) {
        Require.that(distance >= 0 && Double.isFinite(distance), name + " must be 0 or more, was " + distance);
    }

    private static void requireSameSize(Weights current, Weights target) {
        Require.that(
                current.size() == target.size(),
                "current must be of " + target.size() + " assets, was of " + current.size());
    }
}
