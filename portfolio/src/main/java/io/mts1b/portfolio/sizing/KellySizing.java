package io.mts1b.portfolio.sizing;

import io.mts1b.foundation.Require;
import io.mts1b.portfolio.sizing.SizedWeights.Reason;
import io.mts1b.portfolio.sizing.SizedWeights.Refused;
import io.mts1b.portfolio.sizing.SizedWeights.Sized;
import io.mts1b.quantkit.allocation.Weights;
import io.mts1b.quantkit.covariance.ShrunkCovariance;
import io.mts1b.quantkit.covariance.SymmetricMatrix;
import io.mts1b.quantkit.linearalgebra.LdlFactorization;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * Bets what makes capital grow fastest in the long run, or a fraction of it.
 *
 * <p><b>One bet</b> that pays {@code b} for 1 with probability {@code p}, and else loses the stake, has the best
 * share {@code (p (b + 1) - 1) / b}; it is multiplied by {@code fraction} and cut to the caps. <b>Many assets</b> with
 * expected excess returns {@code m} and covariance {@code S} of the same period get the weights that maximize
 * {@code w'm - w'Sw / (2 fraction)} within the caps; without caps they are {@code fraction S^-1 m}. With a fraction of 1
 * that is the growth of capital that is rebalanced all the time while prices move in small steps. Where a cap holds one
 * asset back, the others take up what it would have done for them, unless the rule says {@link Capping#CLIPPED}. A bet
 * without an edge is zero.
 *
 * <p>Estimates are never as good as the formula assumes, and an overestimated edge costs more than an
 * underestimated one earns: hence the fraction, mostly a half or less; a fraction of {@code f} is a relative risk
 * aversion of {@code 1 / f}. The covariance is pulled towards equal variances without correlation by
 * {@code shrinkage} before it is inverted, since inversion enlarges its errors most where its eigenvalues are small.
 *
 * <p>References: J. L. Kelly, "A New Interpretation of Information Rate", Bell System Technical Journal 35(4),
 * 1956, 917-926. E. O. Thorp, "The Kelly Criterion in Blackjack, Sports Betting and the Stock Market", Handbook of
 * Asset and Liability Management, volume 1, 2006, 385-428. O. Ledoit and M. Wolf, "A Well-Conditioned Estimator for
 * Large-Dimensional Covariance Matrices", Journal of Multivariate Analysis 88(2), 2004, 365-411.
 *
 * <p>Immutable and thread-safe.
 *
 * @param fraction the part of the best bet that is made, in (0, 1]; 1 is full Kelly
 * @param shrinkage how far the covariance is pulled, in [0, 1]; 0 leaves it as it is
 * @param maxWeight the largest weight without its sign, above 0; infinite for none
 * @param maxGross the largest sum of the weights without their signs, above 0; infinite for none, as it must be where
 *     weights are clipped
 * @param capping what the caps do to many assets
 */
public record KellySizing(double fraction, double shrinkage, double maxWeight, double maxGross, Capping capping) {

    /** What caps do to many assets. */
    public enum Capping {
        /** The weights are the best ones among those within the caps. */
        OPTIMAL,
        /** Each of the best weights without a cap is cut on its own; the others stay as they are. */
        CLIPPED
    }

    /** Validates. */
    public KellySizing {
        Require.that(fraction > 0 && fraction <= 1, "fraction must be in (0, 1], was " + fraction);
        Require.that(shrinkage >= 0 && shrinkage <= 1, "shrinkage must be in [0, 1], was " + shrinkage);
        Require.that(maxWeight > 0, "maxWeight must be positive, was " + maxWeight);
        Require.that(maxGross > 0, "maxGross must be positive, was " + maxGross);
        Objects.requireNonNull(capping, "capping");
        Require.that(
                capping == Capping.OPTIMAL || maxGross == Double.POSITIVE_INFINITY,
                "maxGross must be infinite where weights are clipped, was " + maxGross);
    }

    /**
     * Returns the rule that makes the best bet, without shrinkage and without a cap.
     *
     * @return full Kelly
     */
    public static KellySizing full() {
        return fractional(1);
    }

    /**
     * Returns the rule that makes a part of the best bet, without shrinkage and without a cap.
     *
     * @param fraction the part, in (0, 1]
     * @return fractional Kelly
     */
    public static KellySizing fractional(double fraction) {
        return new KellySizing(fraction, 0, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Capping.OPTIMAL);
    }

    /**
     * Returns the same rule with another shrinkage.
     *
     * @param shrinkage how far the covariance is pulled, in [0, 1]
     * @return the rule
     */
    public KellySizing withShrinkage(double shrinkage) {
        return new KellySizing(fraction, shrinkage, maxWeight, maxGross, capping);
    }

    /**
     * Returns the rule that makes the best bets within caps.
     *
     * @param maxWeight the largest weight without its sign, above 0; infinite for none
     * @param maxGross the largest sum of the weights without their signs, above 0; infinite for none
     * @return the rule
     */
    public KellySizing within(double maxWeight, double maxGross) {
        return new KellySizing(fraction, shrinkage, maxWeight, maxGross, Capping.OPTIMAL);
    }

    /**
     * Returns the rule that cuts each of the best weights on its own.
     *
     * @param maxWeight the largest weight without its sign, above 0
     * @return the rule
     */
    public KellySizing clippedTo(double maxWeight) {
        return new KellySizing(fraction, shrinkage, maxWeight, Double.POSITIVE_INFINITY, Capping.CLIPPED);
    }

    /**
     * Returns the share of the capital for one bet that can be made or left.
     *
     * @param probability how likely it is to win, in [0, 1]
     * @param netOdds what is won for a stake of 1 beside the stake, above 0: decimal odds minus 1
     * @return the share, 0 for a bet that is fair or worse
     * @throws IllegalArgumentException if an argument is out of range
     */
    public double ofBet(double probability, double netOdds) {
        Require.that(probability >= 0 && probability <= 1, "probability must be in [0, 1], was " + probability);
        Require.that(netOdds > 0 && Double.isFinite(netOdds), "netOdds must be positive, was " + netOdds);
        double edge = probability * (netOdds + 1) - 1;
        return Math.min(fraction * Math.max(edge / netOdds, 0), Math.min(maxWeight, maxGross));
    }

    /**
     * Returns the weights of assets that can be held and shorted, with borrowing at the riskless rate.
     *
     * @param excessReturns the expected simple return of each asset per period beyond the riskless one, finite
     * @param covariance the covariance of the returns of the same period, in the same order
     * @return one weight per asset, in the same order; refused if the shrunk covariance is not positive definite
     * @throws IllegalArgumentException if the sizes differ or a return is not finite
     */
    public SizedWeights ofAssets(double[] excessReturns, SymmetricMatrix covariance) {
        Require.that(
                excessReturns.length == covariance.size(),
                "excessReturns must be of " + covariance.size() + " assets, were of " + excessReturns.length);
        for (int asset = 0; asset < excessReturns.length; asset++) {
            Require.that(
                    Double.isFinite(excessReturns[asset]),
                    "excess return of asset " + asset + " must be finite, was " + excessReturns[asset]);
        }
        SymmetricMatrix shrunk =
                ShrunkCovariance.towardsIdentity(covariance, shrinkage).covariance();
        Optional<LdlFactorization> factors = LdlFactorization.ofPositiveDefinite(shrunk.toArray());
        if (factors.isEmpty()) {
            return refused();
        }
        // Plus zero, because a fair bet is 0 and not -0.
        double[] best = Arrays.stream(factors.get().solve(excessReturns.clone()))
                .map(weight -> fraction * weight + 0.0)
                .toArray();
        if (capping == Capping.CLIPPED) {
            return new Sized(Weights.of(Arrays.stream(best)
                    .map(weight -> Math.clamp(weight, -maxWeight, maxWeight))
                    .toArray()));
        }
        CappedGrowth caps = new CappedGrowth(fraction, maxWeight, maxGross);
        return caps.allow(best)
                ? new Sized(Weights.of(best))
                : caps.best(excessReturns, shrunk).<SizedWeights>map(Sized::new).orElseGet(this::refused);
    }

    private SizedWeights refused() {
        return new Refused(
                Reason.COVARIANCE_NOT_POSITIVE_DEFINITE,
                "covariance must be positive definite, was not: use a shrinkage above " + shrinkage);
    }
}
