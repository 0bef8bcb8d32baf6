package io.mts1b.quantkit.allocation;

import io.mts1b.quantkit.allocation.Allocation.Optimal;
import io.mts1b.quantkit.covariance.SymmetricMatrix;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Answers what the best portfolio is that keeps constraints and rules.
 *
 * @param goal what is minimised or maximised
 * @param kept the convex constraints
 * @param instead what the nearest portfolio is the best by where there is none
 * @param feasible the constraints, and what the goal needs besides
 */
record Selected(Goal goal, Constraints kept, Goal instead, Constraints feasible) {

    private static final double TOLERANCE = 1e-7;

    /** Answers where there are no rules. */
    Allocation answer() {
        Optional<Optimal> found = Optimum.find(goal, kept);
        return found.isPresent() ? found.get() : explain();
    }

    private Allocation.Infeasible explain() {
        return Conflict.find(instead, feasible)
                .orElseThrow(() -> new IllegalStateException("no best portfolio was found, although portfolios keep "
                        + feasible.names() + ": bound the weights"));
    }

    Allocation answer(Selection rules) {
        BranchAndBound search = new BranchAndBound(goal, kept, feasible, rules.effort());
        boolean finished = search.search(Choice.all(rules, kept), false);
        Optional<Optimal> best = search.best();
        if (best.isPresent()) {
            Optimal found = best.get();
            return finished ? found : new Allocation.Unproven(found.weights(), found.objective(), search.bound());
        }
        if (!finished && search.isSpent()) {
            throw new IllegalStateException("no portfolio was found in " + rules.effort()
                    + " convex problems that keeps " + feasible.names() + " and " + rules.names()
                    + ": allow more effort, or relax " + rules.names());
        }
        return finished ? explain(rules) : explain();
    }

    private Allocation explain(Selection rules) {
        Optional<Allocation.Infeasible> convex = Conflict.find(instead, feasible);
        if (convex.isPresent()) {
            return convex.get();
        }
        Constraints left = feasible;
        for (String name : feasible.names()) {
            left = isPossible(left.without(name), rules) ? left : left.without(name);
        }
        Selection core = rules;
        for (String name : rules.names()) {
            core = isPossible(left, core.without(name)) ? core : core.without(name);
        }
        List<String> conflict = new ArrayList<>(left.names());
        conflict.addAll(core.names());
        Weights nearest = nearest(rules, core);
        Map<String, Double> broken = new LinkedHashMap<>(feasible.broken(nearest, TOLERANCE));
        broken.putAll(rules.broken(nearest, TOLERANCE));
        return new Allocation.Infeasible(conflict, broken, nearest);
    }

    /** Whether some portfolio keeps all; where the search had to stop, as far as it got. */
    private static boolean isPossible(Constraints constraints, Selection rules) {
        double[][] identity = new double[constraints.assets()][constraints.assets()];
        for (int i = 0; i < identity.length; i++) {
            identity[i][i] = 1;
        }
        Goal small = Goal.none(identity.length).withRisk(new Variance(SymmetricMatrix.of(identity)), 1);
        BranchAndBound search = new BranchAndBound(small, constraints, constraints, rules.effort());
        boolean finished = search.search(Choice.all(rules, constraints), true);
        return search.best().isPresent() || !finished;
    }

    /** Returns the best portfolio of as few assets too many as possible, or else the best without rules. */
    private Weights nearest(Selection rules, Selection core) {
        if (core.names().contains(Selection.CARDINALITY)) {
            for (int count = rules.most() + 1; count < rules.assets(); count++) {
                Selection wider = rules.withMostHoldings(count);
                if (isPossible(feasible, wider)) {
                    return answer(wider).orElseThrow();
                }
            }
        }
        return answer().orElseThrow();
    }
}
