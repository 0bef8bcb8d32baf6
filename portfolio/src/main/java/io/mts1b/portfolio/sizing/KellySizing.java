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
import java.util.Optional;

/**
 * Bets what makes capital grow fastest in the long run, or a fraction of it.
 *
 * <p><b>One bet</b> that pays {@code b} for 1 with probability {@code p}, and else loses the stake, has the best
 * share {@code (p (b + 1) - 1) / b}. <b>Many assets</b> with expected excess returns {@code m} and covariance
 * {@code S} of the same period have the best weights {@code S^-1 m}, which maximize {@code w'm - w'Sw / 2}, the
 * growth of capital that is rebalanced all the time while prices move in small steps. Both are then multiplied by
 * {@code fraction}, and each is cut to {@code [-maxWeight, maxWeight]} on its own; the others do not take up what
 * was cut. A bet without an edge is zero.
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
 */
public record KellySizing(double fraction, double shrinkage, double maxWeight) {

    /** Validates. */
    public KellySizing {
        Require.that(fraction > 0 && fraction <= 1, "fraction must be in (0, 1], was " + fraction);
        Require.that(shrinkage >= 0 && shrinkage <= 1, "shrinkage must be in [0, 1], was " + shrinkage);
        Require.that(maxWeight > 0, "maxWeight must be positive, was " + maxWeight);
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
        return new KellySizing(fraction, 0, Double.POSITIVE_INFINITY);
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
        return Math.min(fraction * Math.max(edge / netOdds, 0), maxWeight);
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
            return new Refused(
                    Reason.COVARIANCE_NOT_POSITIVE_DEFINITE,
                    "covariance must be positive definite, was not: use a shrinkage above " + shrinkage);
        }
        double[] best = factors.get().solve(excessReturns.clone());
        return new Sized(Weights.of(Arrays.stream(best).map(this::cut).toArray()));
    }

    private double cut(double best) {
        // Plus zero, because a fair bet is 0 and not -0.
        return Math.clamp(fraction * best, -maxWeight, maxWeight) + 0.0;
    }
}
