package io.mts1b.quantkit.allocation;

import io.mts1b.quantkit.linearalgebra.LdlFactorization;
import io.mts1b.quantkit.statistics.Samples;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The best of all portfolios that keep some constraints, by risk and expected return.
 *
 * <p>With a {@linkplain PortfolioRisk#variance variance} these are the efficient portfolios of Markowitz; any other
 * {@link ConvexRisk} takes its place. Expected returns and risk count per the same period. The answer is exact to rounding
 * for a variance under bounds and linear limits, and otherwise to some 1e-10 of the weights unless several portfolios are
 * equally good.
 *
 * <p>Reference: H. Markowitz, "Portfolio Selection", Journal of Finance 7(1), 1952, 77-91. Immutable and thread-safe.
 */
public final class MeanRisk {

    /** The name of the limit to risk, in a conflict. */
    public static final String RISK_LIMIT = "risk limit";

    /** The name of the least expected return, in a conflict. */
    public static final String TARGET_RETURN = "target return";

    /** The name of the wish to earn more than what is riskless, in a conflict. */
    public static final String EXCESS_RETURN = "excess return";

    /** A negative eigenvalue below this part of the largest variance is rounding. */
    private static final double NOISE = 1e-10;

    /** The least part of the largest excess return that counts as one. */
    private static final double SOME = 1e-6;

    private final ConvexRisk risk;
    private final Constraints constraints;
    private final Goal goal;
    private final Optional<Selection> selection;

    private MeanRisk(ConvexRisk risk, Constraints constraints, Goal goal, Optional<Selection> selection) {
        this.risk = risk;
        this.constraints = constraints;
        this.goal = goal;
        this.selection = selection;
    }

    /**
     * Returns an optimizer for which all assets are expected to earn nothing.
     *
     * @param risk how risk is measured
     * @param constraints what a portfolio must keep to
     * @return the optimizer
     * @throws IllegalArgumentException if the two are of different numbers of assets, or the risk is a variance whose
     *     matrix is not positive semidefinite
     */
    public static MeanRisk of(ConvexRisk risk, Constraints constraints) {
        if (risk.assets() != constraints.assets()) {
            throw new IllegalArgumentException(
                    "constraints must be of " + risk.assets() + " assets, were of " + constraints.assets());
        }
        if (risk instanceof Variance variance) {
            requirePositive(variance);
        }
        return new MeanRisk(risk, constraints, Goal.none(risk.assets()), Optional.empty());
    }

    private static void requirePositive(Variance variance) {
        double[][] rows = variance.scaled(1);
        double largest = 0;
        for (int i = 0; i < rows.length; i++) {
            largest = Math.max(largest, rows[i][i]);
        }
        for (int i = 0; i < rows.length; i++) {
            rows[i][i] += NOISE * largest;
        }
        if (largest > 0 && LdlFactorization.ofPositiveDefinite(rows).isEmpty()) {
            throw new IllegalArgumentException(
                    "covariance must be positive semidefinite, was not: repair it with PsdRepair, or shrink it");
        }
    }

    /**
     * Returns the optimizer with other expected returns.
     *
     * @param expected one finite expected return per asset; copied
     * @return the optimizer
     * @throws IllegalArgumentException if they are not finite, or not as many as assets
     */
    public MeanRisk withExpectedReturns(double[] expected) {
        Samples.requireLength("expected", Samples.requireFinite("expected", expected, 1), risk.assets());
        return with(goal.withNet(goal.net().withExpected(expected.clone())));
    }

    /**
     * Returns the optimizer that also minimises {@code factor} times the sum of the squares of the weights, which spreads
     * them. Reference: V. DeMiguel, L. Garlappi, F. J. Nogales and R. Uppal, "A Generalized Approach to Portfolio
     * Optimization", Management Science 55(5), 2009, 798-812.
     *
     * @param factor the factor, in the units of the risk, not negative
     * @return the optimizer
     * @throws IllegalArgumentException if the factor is negative or not finite
     */
    public MeanRisk withRidge(double factor) {
        if (!(factor >= 0 && factor < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("factor must not be negative, was " + factor);
        }
        return with(goal.withRidge(factor));
    }

    /**
     * Returns the optimizer that counts what trades cost, {@code sum of costs[i] |w[i] - held[i]|}, against what a portfolio
     * earns: against its utility, its ratio, the return it is asked for, and the one that is maximised. The least risk of
     * all has no return to count it against: {@link #minimumRisk()} adds it to the risk, so give it in those units there.
     *
     * <p>Reference: A. F. Perold, "Large-Scale Portfolio Optimization", Management Science 30(10), 1984, 1143-1160.
     *
     * @param held the weights held so far
     * @param costs the cost of trading one unit of each asset, not negative, in the units of expected returns; copied
     * @return the optimizer
     * @throws IllegalArgumentException if there are not as many as assets, or a cost is negative or not finite
     */
    public MeanRisk withTradingCosts(Weights held, double[] costs) {
        Samples.requireLength("held", held.toArray(), risk.assets());
        Samples.requireLength("costs", Samples.requireFinite("costs", costs, 1), risk.assets());
        if (Arrays.stream(costs).anyMatch(cost -> cost < 0)) {
            throw new IllegalArgumentException("costs must not be negative, were " + Arrays.toString(costs));
        }
        return with(goal.withNet(goal.net().withTrades(new Kinks(held, Weights.of(costs)))));
    }

    /**
     * Returns the optimizer that counts what a portfolio earns at the worst means that are not too far from those expected,
     * wherever a return counts. The least risk of all, {@link #minimumRisk()}, stays what it is.
     *
     * @param uncertainty how far means may be from those expected
     * @return the optimizer
     * @throws IllegalArgumentException if it is about another number of assets
     */
    public MeanRisk withUncertainReturns(MeanUncertainty uncertainty) {
        if (uncertainty.assets() != risk.assets()) {
            throw new IllegalArgumentException(
                    "uncertainty must be of " + risk.assets() + " assets, was of " + uncertainty.assets());
        }
        return with(goal.withNet(goal.net().withUncertainty(uncertainty)));
    }

    /**
     * Returns the optimizer that also keeps rules about how many assets are held, and how small positions and trades are.
     * Where their search had to stop, the answer is {@link Allocation.Unproven}; where it had to before any portfolio was
     * found, optimizing throws an {@link IllegalStateException} that says so.
     *
     * @param rules the rules
     * @return the optimizer
     * @throws IllegalArgumentException if they are about another number of assets
     */
    public MeanRisk withSelection(Selection rules) {
        if (rules.assets() != risk.assets()) {
            throw new IllegalArgumentException(
                    "selection must be of " + risk.assets() + " assets, was of " + rules.assets());
        }
        return new MeanRisk(risk, constraints, goal, Optional.of(rules));
    }

    private MeanRisk with(Goal instead) {
        return new MeanRisk(risk, constraints, instead, selection);
    }

    /**
     * Minimises the risk.
     *
     * @return the portfolio and its risk, with penalties, or a conflict
     */
    public Allocation minimumRisk() {
        return answer(goal.withRisk(risk, 1).withNet(goal.net().onlyTrades()), constraints);
    }

    /**
     * Minimises the risk of portfolios that are expected to earn enough, after what trades cost.
     *
     * @param leastReturn the least expected return
     * @return the portfolio and its risk, with a ridge, or a conflict, in which the return is {@value #TARGET_RETURN}
     * @throws IllegalArgumentException if the return is not finite
     */
    public Allocation minimumRisk(double leastReturn) {
        if (!Double.isFinite(leastReturn)) {
            throw new IllegalArgumentException(TARGET_RETURN + " must be finite, was " + leastReturn);
        }
        return answer(safest(), constraints.with(new Limit.Earning(TARGET_RETURN, goal.net(), leastReturn)));
    }

    private Goal safest() {
        return goal.withRisk(risk, 1).withNet(NetReturn.none(risk.assets()));
    }

    /**
     * Maximises the expected return of portfolios that are not too risky.
     *
     * @param mostRisk the largest risk, positive: for a variance the square of a volatility
     * @return the portfolio and its expected return, less penalties, or a conflict, in which the risk is
     *     {@value #RISK_LIMIT}
     * @throws IllegalArgumentException if the risk is not positive
     */
    public Allocation maximumReturn(double mostRisk) {
        return answer(goal.maximising(), constraints.withRisk(RISK_LIMIT, risk, mostRisk));
    }

    /**
     * Maximises {@code expected return - aversion risk}. The customary quadratic utility has half the variance: for it,
     * give half of its risk aversion.
     *
     * @param aversion how much return a unit of risk must earn, positive
     * @return the portfolio and its utility, less penalties, or a conflict
     * @throws IllegalArgumentException if the aversion is not positive
     */
    public Allocation maximumUtility(double aversion) {
        if (!(aversion > 0 && aversion < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("aversion must be positive, was " + aversion);
        }
        return answer(goal.withRisk(risk, aversion).maximising(), constraints);
    }

    /**
     * Maximises what a portfolio is expected to earn more than without risk, after costs and at the worst means if there
     * are any, per unit of risk: for a variance, per unit of volatility, which is the Sharpe ratio. Reference: W. F. Sharpe,
     * "Mutual Fund Performance", Journal of Business 39(1), 1966, 119-138.
     *
     * @param riskless what a riskless investment earns
     * @return the portfolio and its ratio, or a conflict, in which the wish to earn more is {@value #EXCESS_RETURN}
     * @throws IllegalArgumentException if the rate is not finite
     * @throws IllegalStateException if there is a ridge and the risk is not of degree 2
     */
    public Allocation maximumRatio(double riskless) {
        if (goal.ridge() > 0 && risk.degree() != 2) {
            throw new IllegalStateException("a ratio must have a ridge only with a variance");
        }
        if (!Double.isFinite(riskless)) {
            throw new IllegalArgumentException("riskless must be finite, was " + riskless);
        }
        NetReturn excess = goal.net().above(riskless);
        if (excess.largest() == 0) {
            Allocation safest = answer(safest(), constraints);
            return safest instanceof Allocation.Infeasible
                    ? safest
                    : new Allocation.Infeasible(
                            List.of(EXCESS_RETURN), Map.of(EXCESS_RETURN, 0.0), safest.orElseThrow());
        }
        Limit profit = new Limit.Earning(EXCESS_RETURN, excess, SOME * excess.largest());
        Goal ratio = goal.withRisk(risk, 1).perExcessOver(riskless).maximising();
        return answer(new Selected(ratio, constraints, safest(), constraints.with(profit)));
    }

    private Allocation answer(Goal wanted, Constraints kept) {
        return answer(new Selected(wanted, kept, wanted, kept));
    }

    private Allocation answer(Selected wanted) {
        return selection.map(wanted::answer).orElseGet(wanted::answer);
    }
}
