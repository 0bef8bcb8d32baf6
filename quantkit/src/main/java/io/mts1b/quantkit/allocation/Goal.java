package io.mts1b.quantkit.allocation;

import io.mts1b.quantkit.linearalgebra.Vectors;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is minimised: {@code price risk + ridge |w|^2 - net return - budgets'log w}, or the risk per unit of what the net
 * return exceeds a riskless one by. Immutable.
 */
final class Goal {

    private Optional<ConvexRisk> risk = Optional.empty();
    private double price;
    private NetReturn net;
    private double ridge;
    private boolean maximised;
    private OptionalDouble riskless = OptionalDouble.empty();
    private Optional<double[]> budgets = Optional.empty();
    private Optional<double[]> start = Optional.empty();

    private Goal(int assets) {
        net = NetReturn.none(assets);
    }

    /** Nothing to minimise: any portfolio that keeps the constraints. */
    static Goal none(int assets) {
        return new Goal(assets);
    }

    private Goal copy() {
        Goal copy = new Goal(net.expected().length);
        copy.risk = risk;
        copy.price = price;
        copy.net = net;
        copy.ridge = ridge;
        copy.maximised = maximised;
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

    Goal withNet(NetReturn instead) {
        Goal copy = copy();
        copy.net = instead;
        return copy;
    }

    /** The same, but the negative of what is minimised is what was asked for. */
    Goal maximising() {
        Goal copy = copy();
        copy.maximised = true;
        return copy;
    }

    Goal withRidge(double factor) {
        Goal copy = copy();
        copy.ridge = factor;
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

    NetReturn net() {
        return net;
    }

    double ridge() {
        return ridge;
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

    boolean isMaximised() {
        return maximised;
    }

    /** Returns the same goal, written as simply as the bounds allow. */
    Goal within(Constraints kept) {
        return withNet((riskless.isPresent() ? net.above(riskless.getAsDouble()) : net).within(kept));
    }

    /** Returns what a portfolio comes to, as it was asked for. */
    double of(Weights weights) {
        double[] w = weights.toArray();
        double measured = price * risk.map(measure -> measure.of(weights)).orElse(0.0) + ridge * Vectors.dot(w, w);
        if (riskless.isPresent()) {
            double root = risk.orElseThrow().degree() == 2 ? Math.sqrt(Math.max(measured, 0)) : measured;
            return net.above(riskless.getAsDouble()).of(w) / root;
        }
        double minimised = measured - net.of(w);
        return maximised ? -minimised : minimised;
    }
}
