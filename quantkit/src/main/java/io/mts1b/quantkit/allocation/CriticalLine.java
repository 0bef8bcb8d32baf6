package io.mts1b.quantkit.allocation;

import io.mts1b.quantkit.covariance.SymmetricMatrix;
import io.mts1b.quantkit.linearalgebra.Vectors;
import io.mts1b.quantkit.optimization.CriticalPath.Segment;
import io.mts1b.quantkit.statistics.Samples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The whole efficient frontier, exactly: the portfolios that minimise {@code w'C w / 2 - t expected'w} for all
 * {@code t >= 0}. They are mixes of neighbouring turning points, at which one bound or limit starts or stops to hold.
 *
 * <p>Reference: H. Markowitz, "The Optimization of a Quadratic Function Subject to Linear Constraints", Naval Research
 * Logistics Quarterly 3, 1956, 111-133; D. H. Bailey and M. López de Prado, "An Open-Source Implementation of the
 * Critical-Line Algorithm for Portfolio Optimization", Algorithms 6(1), 2013, 169-196. Immutable and thread-safe.
 */
public final class CriticalLine {

    private final SymmetricMatrix covariance;
    private final double[] expected;
    private final List<Weights> turningPoints;

    private CriticalLine(SymmetricMatrix covariance, double[] expected, List<Weights> turningPoints) {
        this.covariance = covariance;
        this.expected = expected;
        this.turningPoints = turningPoints;
    }

    /**
     * Follows the line from the least variance to the largest expected return.
     *
     * @param covariance the covariance of the assets, positive definite
     * @param expected one finite expected return per asset; copied
     * @param constraints finite bounds, groups and exposures; no other limits
     * @return the frontier
     * @throws IllegalArgumentException if the shapes differ, constraints contradict each other, bounds are infinite, there
     *     are limits that are not linear, or assets repeat each other so that there is no one line
     */
    public static CriticalLine of(SymmetricMatrix covariance, double[] expected, Constraints constraints) {
        Samples.requireFinite("expected", expected, 1);
        Samples.requireLength("expected", expected, covariance.size());
        if (!constraints.isOnlyLinear()) {
            throw new IllegalArgumentException("limits must be linear on a critical line, were " + constraints.names());
        }
        for (int i = 0; i < expected.length; i++) {
            if (Double.isInfinite(constraints.lower(i)) || Double.isInfinite(constraints.upper(i))) {
                throw new IllegalArgumentException("bounds must be finite on a critical line, were not for asset " + i);
            }
        }
        Weights start = MeanRisk.of(PortfolioRisk.variance(covariance), constraints)
                .minimumRisk()
                .orElseThrow();
        List<Weights> points = new ArrayList<>();
        boolean followed = Exact.path(covariance, constraints, start.toArray())
                .filter(path -> path.follow(expected, segment -> add(segment, points)))
                .isPresent();
        if (!followed) {
            throw new IllegalArgumentException(
                    "covariance must be positive definite to have one critical line: leave out assets that repeat others,"
                            + " or shrink it");
        }
        return new CriticalLine(covariance, expected.clone(), List.copyOf(points));
    }

    private static boolean add(Segment segment, List<Weights> points) {
        double[] next = segment.at(segment.from());
        double[] step = next.clone();
        if (!points.isEmpty()) {
            Vectors.addScaled(step, -1, points.getLast().toArray(), step.length);
        }
        // Where two limits are met at once, a piece has no length.
        if (points.isEmpty() || Vectors.largest(step) > Samples.NOISE) {
            points.add(Weights.of(next));
        }
        return true;
    }

    /**
     * Returns the portfolios at which the line turns. Every efficient portfolio is a mix of two neighbours.
     *
     * @return from the least variance to the largest expected return, at least one
     */
    public List<Weights> turningPoints() {
        return turningPoints;
    }

    /**
     * Returns the portfolio of least variance.
     *
     * @return its weights
     */
    public Weights minimumVariance() {
        return turningPoints.getFirst();
    }

    /**
     * Returns the portfolio with the best ratio of what it is expected to earn more than without risk to its volatility.
     *
     * @param riskless what a riskless investment earns, per the period of the expected returns
     * @return its weights
     * @throws IllegalArgumentException if no portfolio is expected to earn more
     */
    public Weights maximumRatio(double riskless) {
        double[][] rows = covariance.toArray();
        double[] excess = Arrays.stream(expected).map(r -> r - riskless).toArray();
        double[] best = turningPoints.getLast().toArray();
        if (!(Vectors.dot(excess, best) > 0)) {
            throw new IllegalArgumentException("expected returns must exceed the riskless " + riskless
                    + " somewhere, the largest was " + Vectors.dot(expected, best));
        }
        for (int k = 1; k < turningPoints.size(); k++) {
            double[] from = turningPoints.get(k - 1).toArray();
            double[] mix =
                    Exact.bestMix(rows, excess, from, turningPoints.get(k).toArray());
            best = Exact.ratio(rows, excess, mix) > Exact.ratio(rows, excess, best) ? mix : best;
        }
        return Weights.of(best);
    }

    /**
     * Returns the portfolio of least variance of those that are expected to earn enough.
     *
     * @param leastReturn the least expected return
     * @return its weights
     * @throws IllegalArgumentException if no portfolio is expected to earn as much
     */
    public Weights efficientReturn(double leastReturn) {
        double[] before = turningPoints.getFirst().toArray();
        if (Vectors.dot(expected, before) >= leastReturn) {
            return turningPoints.getFirst();
        }
        for (Weights point : turningPoints) {
            double[] after = point.toArray();
            double high = Vectors.dot(expected, after);
            if (high >= leastReturn) {
                double low = Vectors.dot(expected, before);
                double s = (leastReturn - low) / (high - low);
                double[] mix = new double[after.length];
                Vectors.addScaled(mix, 1 - s, before, mix.length);
                Vectors.addScaled(mix, s, after, mix.length);
                return Weights.of(mix);
            }
            before = after;
        }
        throw new IllegalArgumentException("return must be at most " + Vectors.dot(expected, before)
                + ", the largest expected of any portfolio, was " + leastReturn);
    }

    @Override
    public String toString() {
        return "CriticalLine[" + turningPoints.size() + " turning points, expected " + Arrays.toString(expected) + "]";
    }
}
