package io.mts1b.quantkit.allocation;

import io.mts1b.quantkit.allocation.Allocation.Optimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;

/**
 * Finds the best of the portfolios that rules allow, by solving the convex problems around parts of them.
 *
 * <p>Until some portfolio is found the search goes down, into the part split last; from then on it looks at the part with
 * the best bound, so that the worst that can be said about the answer improves with every step. Reference: A. H. Land and
 * A. G. Doig, "An Automatic Method of Solving Discrete Programming Problems", Econometrica 28(3), 1960, 497-520. Mutable;
 * confined to one thread.
 */
final class BranchAndBound {

    /** A gain below this part of the objective is none. */
    private static final double GAIN = 1e-9;

    private final Goal goal;
    private final Constraints kept;
    private final Constraints feasible;
    private final int effort;
    private final Deque<Part> stack = new ArrayDeque<>();
    private final Queue<Part> queue =
            new PriorityQueue<>(Comparator.comparingDouble(Part::bound).thenComparingInt(Part::order));
    private final Set<Choice> rounded = new LinkedHashSet<>();
    private Optional<Optimal> best = Optional.empty();
    private double unresolved = Double.POSITIVE_INFINITY;
    private int solved;
    private int order;

    /** A part still to be split, with the best of the convex problem around it; the bound counts as minimised. */
    private record Part(Choice choice, Optimal relaxed, double bound, int order) {}

    /**
     * Makes a search.
     *
     * @param goal what is minimised or maximised
     * @param kept what a portfolio must keep to
     * @param feasible what it must keep to for the goal to make sense
     * @param effort how many convex problems are solved at most
     */
    BranchAndBound(Goal goal, Constraints kept, Constraints feasible, int effort) {
        this.goal = goal;
        this.kept = kept;
        this.feasible = feasible;
        this.effort = effort;
    }

    /** Searches, for the best or only for any; returns whether there is nothing left to be searched. */
    boolean search(Optional<Choice> all, boolean any) {
        all.ifPresent(choice -> enter(choice, Optional.empty()));
        while (!(any && best.isPresent()) && next().isPresent()) {
            if (solved >= effort) {
                return false;
            }
            Part part = next().orElseThrow();
            remove();
            List<Choice> children = part.choice.split(part.relaxed.weights().toArray());
            children.forEach(child -> enter(child, Optional.of(part)));
        }
        return unresolved == Double.POSITIVE_INFINITY || unresolved >= ceiling();
    }

    /** Whether the effort is used up. */
    boolean isSpent() {
        return solved >= effort;
    }

    Optional<Optimal> best() {
        return best;
    }

    /** Returns what no portfolio is better than, as it was asked for. */
    double bound() {
        double least = Math.min(unresolved, best.map(this::minimised).orElse(Double.POSITIVE_INFINITY));
        for (Collection<Part> parts : List.of(stack, queue)) {
            for (Part part : parts) {
                least = Math.min(least, part.bound);
            }
        }
        return goal.isMaximised() ? -least : least;
    }

    private double minimised(Optimal found) {
        return goal.isMaximised() ? -found.objective() : found.objective();
    }

    /** Returns what a bound must be below for its part to be worth a look. */
    private double ceiling() {
        return best.map(this::minimised)
                .map(value -> value - GAIN * Math.abs(value))
                .orElse(Double.POSITIVE_INFINITY);
    }

    private Optional<Part> next() {
        if (best.isEmpty()) {
            return Optional.ofNullable(stack.peekLast());
        }
        queue.addAll(stack);
        stack.clear();
        return Optional.ofNullable(queue.peek()).filter(part -> part.bound < ceiling());
    }

    private void remove() {
        if (best.isEmpty()) {
            stack.removeLast();
        } else {
            queue.remove();
        }
    }

    private void enter(Choice choice, Optional<Part> parent) {
        Optional<Optimal> relaxed = parent.filter(above -> choice.hasHullOf(above.choice))
                .map(Part::relaxed)
                .or(() -> solve(choice));
        if (relaxed.isEmpty()) {
            if (Conflict.isPossible(choice.hull(feasible))) {
                unresolved = Math.min(unresolved, parent.map(Part::bound).orElse(Double.NEGATIVE_INFINITY));
            }
            return;
        }
        // A part is never better than what it is a part of, whatever rounding says.
        double bound =
                Math.max(minimised(relaxed.get()), parent.map(Part::bound).orElse(Double.NEGATIVE_INFINITY));
        if (bound < ceiling()) {
            round(choice, relaxed.get());
            stack.addLast(new Part(choice, relaxed.get(), bound, order++));
        }
    }

    private Optional<Optimal> solve(Choice choice) {
        solved++;
        return Optimum.find(goal, choice.hull(kept));
    }

    /** Looks for a portfolio near the best of the convex problem. */
    private void round(Choice choice, Optimal relaxed) {
        double[] weights = relaxed.weights().toArray();
        List<Optimal> found = new ArrayList<>();
        choice.nearest(weights).filter(rounded::add).flatMap(this::solve).ifPresent(found::add);
        if (choice.allows(weights)) {
            found.add(relaxed);
        }
        for (Optimal one : found) {
            if (best.isEmpty() || minimised(one) < minimised(best.get())) {
                best = Optional.of(one);
            }
        }
    }
}
