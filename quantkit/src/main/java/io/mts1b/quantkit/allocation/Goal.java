package io.mts1b.quantkit.allocation;

import io.mts1b.quantkit.linearalgebra.Vectors;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is minimised: {@code price risk - rewards'w + ridge |w|^2 + costs'|w - held| - budgets'log w}, or the risk per unit
 * of what rewards exceed a riskless one by. Immutable.
 */
final class Goal {

    private Optional<ConvexRisk> risk = Optional.empty();
    private double price;
    private double[] rewards;
    private double ridge;
    private double[] held;
    private double[] costs;
    private OptionalDouble riskless = OptionalDouble.empty();
    private Optional<double[]> budgets = Optional.empty();
    private Optional<double[]> start = Optional.empty();

    private Goal(int assets) {
        rewards = new double[assets];
        held = new double[assets];
        costs = new double[assets];
    }

    /** Nothing to minimise: any portfolio that keeps the constraints. */
    static Goal none(int assets) {
        return new Goal(assets);
    }

    private Goal copy() {
        Goal copy = new Goal(rewards.length);
        copy.risk = risk;
        copy.price = price;
        copy.rewards = rewards;
        copy.ridge = ridge;
        copy.held = held;
        copy.costs = costs;
        copy.riskless = riskless;
        copy.budgets = budgets;
        copy.start = start;
        return copy;
    }

    Goal withRisk(ConvexRisk measure, double itsPrice) {
        Goal copy = copy();
        copy.risk = Optional.of(measure);
        copy.price = itsPrice;
        return copy;
    }

    Goal withRewards(double[] perAsset) {
        Goal copy = copy();
        copy.rewards = perAsset;
        return copy;
    }

    Goal withRidge(double factor) {
        Goal copy = copy();
        copy.ridge = factor;
        return copy;
    }

    Goal withCosts(double[] from, double[] perAsset) {
        Goal copy = copy();
        copy.held = from;
        copy.costs = perAsset;
        return copy;
    }

    Goal perExcessOver(double rate) {
        Goal copy = copy();
        copy.riskless = OptionalDouble.of(rate);
        return copy;
    }

    Goal withBudgets(double[] perAsset, double[] nearby) {
        Goal copy = copy();
        copy.budgets = Optional.of(perAsset);
        copy.start = Optional.of(nearby);
        return copy;
    }

    Optional<ConvexRisk> risk() {
        return risk;
    }

    double price() {
        return price;
    }

    double[] rewards() {
        return rewards;
    }

    double ridge() {
        return ridge;
    }

    double[] held() {
        return held;
    }

    double[] costs() {
        return costs;
    }

    OptionalDouble riskless() {
        return riskless;
    }

    Optional<double[]> budgets() {
        return budgets;
    }

    Optional<double[]> start() {
        return start;
    }

    boolean hasCosts() {
        return Arrays.stream(costs).anyMatch(cost -> cost > 0);
    }

    /** Returns what a portfolio comes to, other than by its rewards. */
    double penalty(double[] weights) {
        double sum = ridge * Vectors.dot(weights, weights);
        for (int i = 0; i < weights.length; i++) {
            sum += costs[i] * Math.abs(weights[i] - held[i]);
        }
        return sum;
    }
}
