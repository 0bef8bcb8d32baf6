package io.mts1b.quantkit.allocation;

import io.mts1b.quantkit.statistics.Samples;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rules that a mix of two portfolios need not keep: how many assets are held, and how small positions and trades may be.
 *
 * <p>Their names in a conflict are {@value #CARDINALITY}, {@value #MINIMUM_HOLDING} and {@value #MINIMUM_TRADE}. The best
 * portfolio is found by branch and bound, which may take long where there are many assets: the search stops after a number
 * of convex problems and then says how much better than its answer another one could be. Reference: D. Bienstock,
 * "Computational Study of a Family of Mixed-Integer Quadratic Programming Problems", Mathematical Programming 74, 1996,
 * 121-140. Immutable and thread-safe.
 */
public final class Selection {

    /** The name of the {@linkplain #withMostHoldings number of assets held}. */
    public static final String CARDINALITY = "cardinality";

    /** The name of the {@linkplain #withLeastHolding smallest position}. */
    public static final String MINIMUM_HOLDING = "minimum holding";

    /** The name of the {@linkplain #withLeastTrade smallest trade}. */
    public static final String MINIMUM_TRADE = "minimum trade";

    private static final int EFFORT = 20_000;

    private final int assets;
    private final int most;
    private final double leastHolding;
    private final Weights held;
    private final double leastTrade;
    private final int effort;

    private Selection(int assets, int most, double leastHolding, Weights held, double leastTrade, int effort) {
        this.assets = assets;
        this.most = most;
        this.leastHolding = leastHolding;
        this.held = held;
        this.leastTrade = leastTrade;
        this.effort = effort;
    }

    /**
     * Returns no rule at all, and an effort of 20,000 convex problems.
     *
     * @param assets how many assets, at least 1
     * @return the rules
     * @throws IllegalArgumentException if there is no asset
     */
    public static Selection any(int assets) {
        if (assets < 1) {
            throw new IllegalArgumentException("assets must be at least 1, was " + assets);
        }
        return new Selection(assets, assets, 0, Weights.of(new double[assets]), 0, EFFORT);
    }

    /**
     * Limits how many weights are not zero.
     *
     * @param count the largest number of assets held, at least 1
     * @return the rules
     * @throws IllegalArgumentException if the number is less than 1
     */
    public Selection withMostHoldings(int count) {
        if (count < 1) {
            throw new IllegalArgumentException(CARDINALITY + " must be at least 1, was " + count);
        }
        return new Selection(assets, Math.min(count, assets), leastHolding, held, leastTrade, effort);
    }

    /**
     * Makes weights semi-continuous: zero, or at least so large, long or short.
     *
     * @param least the smallest position, not negative
     * @return the rules
     * @throws IllegalArgumentException if it is negative or not finite
     */
    public Selection withLeastHolding(double least) {
        return new Selection(assets, most, requireNotNegative(MINIMUM_HOLDING, least), held, leastTrade, effort);
    }

    /**
     * Makes trades semi-continuous: none, or at least so much bought or sold.
     *
     * @param from the weights held so far
     * @param least the smallest change of a weight, not negative
     * @return the rules
     * @throws IllegalArgumentException if the weights are not as many as assets, or the change is negative or not finite
     */
    public Selection withLeastTrade(Weights from, double least) {
        Samples.requireLength("held", from.toArray(), assets);
        return new Selection(assets, most, leastHolding, from, requireNotNegative(MINIMUM_TRADE, least), effort);
    }

    /**
     * Limits the search.
     *
     * @param problems after how many convex problems it stops, at least 1
     * @return the rules
     * @throws IllegalArgumentException if the number is less than 1
     */
    public Selection withEffort(int problems) {
        if (problems < 1) {
            throw new IllegalArgumentException("effort must be at least 1, was " + problems);
        }
        return new Selection(assets, most, leastHolding, held, leastTrade, problems);
    }

    private static double requireNotNegative(String name, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must not be negative, was " + value);
        }
        return value;
    }

    /**
     * Returns the number of assets.
     *
     * @return how many weights there are
     */
    public int assets() {
        return assets;
    }

    int most() {
        return most;
    }

    int effort() {
        return effort;
    }

    List<String> names() {
        List<String> names = new ArrayList<>();
        if (most < assets) {
            names.add(CARDINALITY);
        }
        if (leastHolding > 0) {
            names.add(MINIMUM_HOLDING);
        }
        if (leastTrade > 0) {
            names.add(MINIMUM_TRADE);
        }
        return List.copyOf(names);
    }

    Selection without(String name) {
        return switch (name) {
            case CARDINALITY -> withMostHoldings(assets);
            case MINIMUM_HOLDING -> withLeastHolding(0);
            case MINIMUM_TRADE -> withLeastTrade(held, 0);
            default -> this;
        };
    }

    /** Returns the ranges within bounds that the weight of an asset may be in, disjoint and ascending. */
    List<Interval> allowed(int asset, Interval bounds) {
        List<Interval> sizes = Interval.common(List.of(bounds), Interval.around(0, leastHolding));
        return Interval.common(sizes, Interval.around(held.get(asset), leastTrade));
    }

    /** Returns by how much a portfolio breaks each rule: positions too many, or how far weights are from allowed ones. */
    Map<String, Double> broken(Weights weights, double tolerance) {
        double count = -most;
        double sizes = 0;
        double trades = 0;
        for (int i = 0; i < assets; i++) {
            double w = weights.get(i);
            count += Math.abs(w) > tolerance ? 1 : 0;
            sizes += nearest(Interval.around(0, leastHolding), w);
            trades += nearest(Interval.around(held.get(i), leastTrade), w);
        }
        Map<String, Double> broken = new LinkedHashMap<>();
        Map<String, Double> all = new LinkedHashMap<>();
        all.put(CARDINALITY, count);
        all.put(MINIMUM_HOLDING, sizes);
        all.put(MINIMUM_TRADE, trades);
        all.forEach(
                (name, amount) -> Optional.of(amount).filter(a -> a > tolerance).ifPresent(a -> broken.put(name, a)));
        return broken;
    }

    private static double nearest(List<Interval> ranges, double weight) {
        return ranges.stream()
                .mapToDouble(range -> range.distance(weight))
                .min()
                .orElse(0);
    }
}
