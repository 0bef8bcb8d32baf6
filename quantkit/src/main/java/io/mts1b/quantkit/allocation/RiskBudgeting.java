package io.mts1b.quantkit.allocation;

import io.mts1b.quantkit.allocation.PortfolioProgram.Outcome;
import io.mts1b.quantkit.statistics.Samples;
import java.util.Arrays;

/**
 * Weights of which each asset contributes a given part of the risk: for a risk {@code R} of degree {@code d},
 * {@code w[i] dR/dw[i] = budget[i] d R(w)}. With equal budgets this is risk parity.
 *
 * <p>They are positive and unique up to their size, and are found as the minimum of {@code R(y) - sum of budget[i] log y[i]},
 * which is strictly convex. Reference: F. Spinu, "An Algorithm for Computing Risk Parity Weights", SSRN 2297383, 2013; T.
 * Roncalli, "Introduction to Risk Parity and Budgeting", CRC, 2013, chapter 2.
 */
public final class RiskBudgeting {

    private static final double TOLERANCE = 1e-4;

    private RiskBudgeting() {}

    /**
     * Allocates with equal budgets. Reference: S. Maillard, T. Roncalli and J. Teïletche, "The Properties of Equally
     * Weighted Risk Contribution Portfolios", Journal of Portfolio Management 36(4), 2010, 60-70.
     *
     * @param risk how risk is measured
     * @return positive weights that sum to one
     * @throws IllegalArgumentException if some portfolio has no risk, so that none is best
     */
    public static Weights allocate(ConvexRisk risk) {
        return allocate(risk, Weights.equal(risk.assets()));
    }

    /**
     * Allocates.
     *
     * @param risk how risk is measured
     * @param budgets the part of the risk that each asset contributes, positive; only their proportions count
     * @return positive weights that sum to one
     * @throws IllegalArgumentException if there are not as many budgets as assets, one is not positive, or some portfolio
     *     of positive weights has no risk, so that none is best
     */
    public static Weights allocate(ConvexRisk risk, Weights budgets) {
        double[] parts = budgets.toArray();
        Samples.requireLength("budgets", parts, risk.assets());
        if (Arrays.stream(parts).anyMatch(part -> part <= 0)) {
            throw new IllegalArgumentException("budgets must be positive, were " + budgets);
        }
        double sum = Samples.sum(parts);
        Arrays.setAll(parts, i -> parts[i] / sum);
        // Budgets only set the size of the answer, so the price of risk is free: it makes that size near one.
        double scale = RiskTerm.scale(risk);
        double price = risk.degree() == 2 ? scale * scale : scale;
        Goal goal = Goal.none(risk.assets()).withRisk(risk, price).withBudgets(parts, nearby(risk, parts, price));
        Constraints none = Constraints.unbounded(risk.assets()).without(Constraints.BUDGET);
        Outcome outcome = PortfolioProgram.solve(goal, none, false);
        double[] weights = outcome.weights();
        double total = Samples.sum(weights);
        // Where risk can be hedged away, positions grow without end, and never carry the budgets, whose sum is one.
        boolean carried = Math.abs(risk.degree() * price * risk.of(Weights.of(weights)) - 1) < TOLERANCE;
        if (!outcome.isSolved() || !carried) {
            throw new IllegalArgumentException(
                    "every portfolio must have a positive risk to be given a budget, some had none: leave out what cannot"
                            + " lose");
        }
        Arrays.setAll(weights, i -> weights[i] / total);
        return Weights.of(weights);
    }

    /** Returns positions in inverse proportion to their risks alone, as large as the answer: {@code d price R(y) = 1}. */
    private static double[] nearby(ConvexRisk risk, double[] parts, double price) {
        double[] y = new double[parts.length];
        double root = 1.0 / risk.degree();
        for (int i = 0; i < y.length; i++) {
            double alone = InverseRisk.requirePositive(i, risk.of(new int[] {i}, new double[] {1}));
            y[i] = parts[i] / StrictMath.pow(alone, root);
        }
        double all = risk.degree() * price * risk.of(Weights.of(y));
        double size = all > 0 ? StrictMath.pow(all, -root) : 1;
        Arrays.setAll(y, i -> y[i] * size);
        return y;
    }
}
