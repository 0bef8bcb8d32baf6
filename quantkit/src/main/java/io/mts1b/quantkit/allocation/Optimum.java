package io.mts1b.quantkit.allocation;

import io.mts1b.quantkit.allocation.PortfolioProgram.Outcome;
import java.util.Arrays;
import java.util.Optional;

/** Finds the best portfolio that keeps convex constraints. */
final class Optimum {

    private Optimum() {}

    /** Returns the best portfolio, or empty if none was found. */
    static Optional<Allocation.Optimal> find(Goal goal, Constraints constraints) {
        Constraints kept = constraints.simplified();
        Goal simple = goal.within(constraints);
        return (goal.riskless().isPresent() ? ratio(simple, kept) : plain(simple, kept))
                .map(weights -> clamped(weights, constraints))
                .map(weights -> new Allocation.Optimal(weights, goal.of(weights)))
                .map(found -> nothingIfBetter(goal, constraints, found));
    }

    /** At the tip of a cone a program is solved less exactly, but that portfolio is known: it holds nothing. */
    private static Allocation.Optimal nothingIfBetter(Goal goal, Constraints kept, Allocation.Optimal found) {
        Weights nothing = Weights.of(new double[kept.assets()]);
        if (goal.riskless().isPresent()
                || goal.net().ellipsoid().isEmpty()
                || !kept.broken(nothing, 0).isEmpty()) {
            return found;
        }
        double objective = goal.of(nothing);
        boolean better = goal.isMaximised() ? objective >= found.objective() : objective <= found.objective();
        return better ? new Allocation.Optimal(nothing, objective) : found;
    }

    private static Optional<double[]> plain(Goal goal, Constraints kept) {
        return Exact.solve(goal, kept)
                .or(() -> solved(goal, kept)
                        .map(near -> Exact.near(goal, kept, near).orElse(near)));
    }

    private static Optional<double[]> ratio(Goal goal, Constraints kept) {
        double[] excess = goal.net().expected();
        return solved(goal, kept)
                .map(near -> Exact.nearRatio(goal, excess, kept, near).orElse(near));
    }

    private static Optional<double[]> solved(Goal goal, Constraints kept) {
        Outcome outcome = PortfolioProgram.solve(goal, kept, false);
        return outcome.isSolved() ? Optional.of(outcome.weights()) : Optional.empty();
    }

    /** Takes rounding beyond the bounds back. */
    private static Weights clamped(double[] weights, Constraints kept) {
        double[] inside = new double[weights.length];
        Arrays.setAll(inside, i -> Math.clamp(weights[i], kept.lower(i), kept.upper(i)));
        return Weights.of(inside);
    }
}
