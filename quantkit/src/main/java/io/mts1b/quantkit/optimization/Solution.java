package io.mts1b.quantkit.optimization;

/**
 * The best point that a solver found, and how far it is from the conditions of optimality. Immutable and thread-safe.
 */
public final class Solution {

    private final double[] point;
    private final double objective;
    private final double worst;

    /**
     * Makes a solution.
     *
     * @param primal by how much a limit or condition is missed at most
     * @param dual how far the gradient of the Lagrangian is from zero, in units of one plus the largest cost
     * @param gap the sum of the products of slacks and multipliers
     */
    Solution(double[] point, double objective, double primal, double dual, double gap) {
        this.point = point.clone();
        this.objective = objective;
        this.worst = Math.max(Math.max(primal, dual), gap / (1 + Math.abs(objective)));
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
     * Returns the worst of three measures: by how much a limit is missed, how far the gradient of the Lagrangian is from
     * zero, and by how much the objective could still be improved.
     *
     * @return how far this is from optimal, not negative; gradients count relative to one plus the largest cost, the
     *     objective relative to one plus its size
     */
    public double worst() {
        return worst;
    }
}
