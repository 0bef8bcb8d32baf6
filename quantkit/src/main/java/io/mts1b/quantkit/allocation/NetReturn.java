package io.mts1b.quantkit.allocation;

import io.mts1b.quantkit.linearalgebra.Vectors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a portfolio earns after costs and at the worst means, {@code expected'w - sum of kinks - radius sqrt(w'E w)}: a
 * concave function. Immutable.
 */
final class NetReturn {

    private final double[] expected;
    private final Kinks trades;
    private final Optional<MeanUncertainty> uncertainty;

    private NetReturn(double[] expected, Kinks trades, Optional<MeanUncertainty> uncertainty) {
        this.expected = expected;
        this.trades = trades;
        this.uncertainty = uncertainty;
    }

    static NetReturn none(int assets) {
        Weights zero = Weights.of(new double[assets]);
        return new NetReturn(new double[assets], new Kinks(zero, zero), Optional.empty());
    }

    NetReturn withExpected(double[] perAsset) {
        return new NetReturn(perAsset, trades, uncertainty);
    }

    NetReturn withTrades(Kinks costs) {
        return new NetReturn(expected, costs, uncertainty);
    }

    NetReturn withUncertainty(MeanUncertainty instead) {
        return new NetReturn(expected, trades, Optional.of(instead));
    }

    /** Returns what is left where no asset earns anything. */
    NetReturn onlyTrades() {
        return none(expected.length).withTrades(trades);
    }

    /** Returns what is earned more than a riskless rate. */
    NetReturn above(double riskless) {
        return withExpected(Arrays.stream(expected).map(r -> r - riskless).toArray());
    }

    double[] expected() {
        return expected;
    }

    /** Returns the largest size of an expected return. */
    double largest() {
        return Vectors.largest(expected);
    }

    /** Returns what costs in proportion to a distance. */
    List<Kinks> kinks() {
        List<Kinks> all = new ArrayList<>();
        if (!trades.isNothing()) {
            all.add(trades);
        }
        uncertainty
                .map(means -> new Kinks(Weights.of(new double[expected.length]), means.widths()))
                .filter(box -> !box.isNothing())
                .ifPresent(all::add);
        return all;
    }

    /** Returns the uncertainty of means that err together, if they do. */
    Optional<MeanUncertainty> ellipsoid() {
        return uncertainty.filter(means -> means.errors().isPresent());
    }

    boolean isLinear() {
        return kinks().isEmpty() && ellipsoid().isEmpty();
    }

    double of(double[] weights) {
        return Vectors.dot(expected, weights)
                - trades.of(weights)
                - uncertainty.map(means -> means.of(Weights.of(weights))).orElse(0.0);
    }

    /** Returns what is the same, and simpler, for all portfolios within bounds: beyond a kink a cost is a straight line. */
    NetReturn within(Constraints kept) {
        double[] straight = expected.clone();
        double fixed = 0;
        double[] costs = trades.costs().toArray();
        for (int i : trades.assets()) {
            double from = trades.from().get(i);
            boolean shared = from == 0 || (kept.hasBudget() && kept.budget() != 0);
            double side = side(kept, i, from);
            if (side != 0 && shared) {
                straight[i] -= side * costs[i];
                fixed += side * costs[i] * from;
                costs[i] = 0;
            }
        }
        double[] widths = uncertainty.map(means -> means.widths().toArray()).orElse(new double[expected.length]);
        for (int i = 0; i < widths.length; i++) {
            double side = side(kept, i, 0);
            straight[i] -= side * widths[i];
            widths[i] = side == 0 ? widths[i] : 0;
        }
        if (fixed != 0) {
            // Weights sum to the budget, so each can carry its part of what does not depend on them.
            double share = fixed / kept.budget();
            Arrays.setAll(straight, i -> straight[i] + share);
        }
        Optional<MeanUncertainty> rest = uncertainty.map(means -> means.withWidths(widths));
        return new NetReturn(straight, new Kinks(trades.from(), Weights.of(costs)), rest);
    }

    /** Returns 1 or -1 if a weight is always on that side of a kink, else 0. */
    private static double side(Constraints kept, int asset, double from) {
        return kept.lower(asset) >= from ? 1 : kept.upper(asset) <= from ? -1 : 0;
    }
}
