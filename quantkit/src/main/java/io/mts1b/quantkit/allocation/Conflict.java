package io.mts1b.quantkit.allocation;

import io.mts1b.quantkit.allocation.PortfolioProgram.Outcome;
import java.util.Map;
import java.util.Optional;

/**
 * Finds out which constraints contradict each other.
 *
 * <p>Constraints are made elastic: missing them is possible, at a cost in proportion, and any cost at all proves a
 * contradiction. Then one after the other is left out for good if a contradiction remains without it. Reference: J. W.
 * Chinneck and E. W. Dravnieks, "Locating Minimal Infeasible Constraint Sets in Linear Programs", ORSA Journal on
 * Computing 3(2), 1991, 157-168.
 */
final class Conflict {

    /** What is missed by less is not missed. */
    private static final double TOLERANCE = 1e-7;

    /** Keeps free weights in place; too small to be worth missing a constraint for. */
    private static final double RIDGE = 1e-6;

    private Conflict() {}

    /** Whether some portfolio keeps all constraints. */
    static boolean isPossible(Constraints constraints) {
        return constraints.broken(Weights.of(nearest(constraints)), TOLERANCE).isEmpty();
    }

    /** Explains why there is no portfolio, or returns empty if there is one. */
    static Optional<Allocation.Infeasible> find(Goal goal, Constraints constraints) {
        double[] nearest = nearest(constraints);
        Map<String, Double> broken = constraints.broken(Weights.of(nearest), TOLERANCE);
        if (broken.isEmpty()) {
            return Optional.empty();
        }
        Constraints left = constraints;
        for (String name : constraints.names()) {
            Constraints without = left.without(name);
            if (!isPossible(without)) {
                left = without;
            }
        }
        Constraints wider = constraints.widenedFor(nearest, TOLERANCE);
        Outcome best = PortfolioProgram.solve(goal, wider, false);
        Weights weights = Weights.of(best.isSolved() ? best.weights() : nearest);
        return Optional.of(
                new Allocation.Infeasible(left.names(), constraints.broken(weights, 2 * TOLERANCE), weights));
    }

    private static double[] nearest(Constraints constraints) {
        Goal goal = Goal.none(constraints.assets()).withRidge(RIDGE);
        return PortfolioProgram.solve(goal, constraints, true).weights();
    }
}
