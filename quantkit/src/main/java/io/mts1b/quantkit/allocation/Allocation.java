package io.mts1b.quantkit.allocation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an optimizer answers: the best portfolio, the best it found in time, or why there is none. */
public sealed interface Allocation {

    /**
     * Returns the weights of the best portfolio, or of the best found.
     *
     * @return the weights
     * @throws IllegalArgumentException if no portfolio keeps the constraints; the message names those in conflict
     */
    Weights orElseThrow();

    /**
     * The best portfolio that keeps the constraints.
     *
     * @param weights its weights
     * @param objective what was minimised or maximised, at these weights
     */
    record Optimal(Weights weights, double objective) implements Allocation {

        @Override
        public Weights orElseThrow() {
            return weights;
        }
    }

    /**
     * The best portfolio found before the search had to stop. It keeps all constraints, but a better one may exist.
     *
     * @param weights its weights
     * @param objective what was minimised or maximised, at these weights
     * @param bound what no portfolio is better than: below the objective where it was minimised, above where maximised
     */
    record Unproven(Weights weights, double objective, double bound) implements Allocation {

        /**
         * Returns by how much a better portfolio may be better.
         *
         * @return the distance of the objective from its bound, not negative
         */
        public double gap() {
            return Math.abs(objective - bound);
        }

        @Override
        public Weights orElseThrow() {
            return weights;
        }
    }

    /**
     * No portfolio keeps all constraints.
     *
     * @param conflict the names of constraints that contradict each other; without any one of them, the others do not
     * @param broken by how much the nearest portfolio breaks each constraint it breaks
     * @param nearest the best portfolio under constraints widened as little as possible, in sum over all of them
     */
    record Infeasible(List<String> conflict, Map<String, Double> broken, Weights nearest) implements Allocation {

        /** Copies. */
        public Infeasible {
            conflict = List.copyOf(conflict);
            broken = Collections.unmodifiableMap(new LinkedHashMap<>(broken));
        }

        @Override
        public Weights orElseThrow() {
            throw new IllegalArgumentException(
                    "constraints must not contradict each other, but " + conflict + " do; nearest breaks " + broken);
        }
    }
}
