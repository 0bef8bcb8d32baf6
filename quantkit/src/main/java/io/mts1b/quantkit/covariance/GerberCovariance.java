package io.mts1b.quantkit.covariance;

import java.util.Arrays;

/**
 * The Gerber statistic scaled by volatilities: a correlation that counts only how often two assets both move by more
 * than a threshold, with the same sign less with opposite signs. Neither small moves nor the size of large ones matter.
 *
 * <p>Reference: S. Gerber, H. Markowitz, P. Ernst, Y. Miao, B. Javid and P. Sargen, "The Gerber Statistic: A Robust
 * Co-Movement Measure for Portfolio Optimization", Journal of Portfolio Management 48(3), 2022, 87-102.
 */
public final class GerberCovariance {

    /** What the number of joint moves, same sign less opposite, is divided by. */
    public enum Denominator {

        /** The rows in which at least one of the two moves by more than its threshold: Gerber et al. (2022). */
        ACTIVE_ROWS,

        /** The geometric mean of how often each moves, which makes the matrix positive semidefinite. */
        OWN_MOVES
    }

    private GerberCovariance() {}

    /**
     * Estimates the covariance.
     *
     * @param returns one column per asset, all of one length, nothing missing; not modified
     * @param threshold how many standard deviations (divisor {@code n}) a return must reach to count, in (0, 1)
     * @param denominator what joint moves are divided by
     * @return the covariance per period, with the variances of divisor {@code n}
     * @throws IllegalArgumentException if the panel is none or has gaps, the threshold is out of range, or an asset
     *     never reaches it
     */
    public static SymmetricMatrix of(double[][] returns, double threshold, Denominator denominator) {
        if (!(threshold > 0 && threshold < 1)) {
            throw new IllegalArgumentException("threshold must be in (0, 1), was " + threshold);
        }
        if (Panel.checkRagged(returns)) {
            throw new IllegalArgumentException("returns must have no gaps: keep the rows in which nothing is missing");
        }
        double[] deviations = Correlation.deviations(SampleMoments.covariance(Panel.centred(returns)));
        double[][] signs = new double[returns.length][];
        double[][] quiet = new double[returns.length][];
        for (int i = 0; i < returns.length; i++) {
            double bar = threshold * deviations[i];
            signs[i] = Arrays.stream(returns[i])
                    .map(r -> Math.abs(r) >= bar ? Math.signum(r) : 0)
                    .toArray();
            quiet[i] = Arrays.stream(signs[i]).map(sign -> 1 - sign * sign).toArray();
            if (deviations[i] == 0 || Arrays.stream(quiet[i]).sum() == quiet[i].length) {
                throw new IllegalArgumentException("asset " + i + " must reach its threshold at least once, which is "
                        + bar + ": without a move it has no correlation");
            }
        }
        double[][] joint = CrossProducts.lowerTriangle(signs);
        double[][] silence = CrossProducts.lowerTriangle(quiet);
        double[] moves = new double[joint.length];
        Arrays.setAll(moves, i -> joint[i][i]);
        for (int i = 0; i < joint.length; i++) {
            for (int j = 0; j <= i; j++) {
                joint[i][j] /= switch (denominator) {
                    case ACTIVE_ROWS -> returns[0].length - silence[i][j];
                    case OWN_MOVES -> Math.sqrt(moves[i] * moves[j]);
                };
            }
        }
        return Correlation.toCovariance(SymmetricMatrix.ofLowerTriangle(joint), deviations);
    }
}
