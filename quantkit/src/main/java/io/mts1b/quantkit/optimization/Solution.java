package io.mts1b.quantkit.optimization;

/**
 * The best point that a solver found, and how far it is from the conditions of optimality. Immutable and thread-safe.
 */
public final class Solution {

    private final double[] point;
    private final double objective;
    private final double primal;
    private final double dual;
    private final double gap;
    private final int steps;

    Solution(double[] point, double objective, double primal, double dual, double gap, int steps) {
        this.point = point.clone();
        this.objective = objective;
        this.primal = primal;
        this.dual = dual;
        this.gap = gap;
        this.steps = steps;
    }

    /**
     * Returns the value of one variable.
     *
     * @param variable which, from 0
     * @return its value
     */
    public double get(int variable) {
        return point[variable];
    }

    /**
     * Returns what was minimised, at this point.
     *
     * @return the objective
     */
    public double objective() {
        return objective;
    }

    /**
     * Returns by how much a limit or condition is missed at most.
     *
     * @return the primal residual, not negative
     */
    public double primal() {
        return primal;
    }

    /**
     * Returns how far the gradient of the Lagrangian is from zero, in units of one plus the largest cost.
     *
     * @return the dual residual, not negative
     */
    public double dual() {
        return dual;
    }

    /**
     * Returns by how much the objective can be improved at most, if both residuals are zero.
     *
     * @return the sum of the products of slacks and multipliers
     */
    public double gap() {
        return gap;
    }

    /**
     * Returns how many steps it took.
     *
     * @return the number of factorizations
     */
    public int steps() {
        return steps;
    }

    /**
     * Returns the worst of the three measures.
     *
     * @return how far this is from optimal; the gap counts relative to one plus the size of the objective
     */
    public double worst() {
        return Math.max(Math.max(primal, dual), gap / (1 + Math.abs(objective)));
    }
}
