package io.mts1b.portfolio.sizing;

import io.mts1b.quantkit.allocation.Weights;
import io.mts1b.quantkit.covariance.SymmetricMatrix;
import io.mts1b.quantkit.optimization.ConvexProgram;
import io.mts1b.quantkit.optimization.Solution;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Maximizes {@code w'm - w'Sw / (2 fraction)} where no {@code |w[i]|} is above one cap, and their sum not above another.
 *
 * <p>As a convex program, for a cap on the sum a link of the chain per asset is at least as large as its
 * weight with either sign.
 */
record CappedGrowth(double fraction, double maxWeight, double maxGross) {

    /** How far from solved a program may be; they come to 1e-12. */
    private static final double ACCURACY = 1e-8;

    boolean allow(double[] weights) {
        return Arrays.stream(weights).allMatch(weight -> Math.abs(weight) <= maxWeight)
                && Arrays.stream(weights).map(Math::abs).sum() <= maxGross;
    }

    /** Returns the best weights; empty if the covariance is too near to singular to find them. */
    Optional<Weights> best(double[] excessReturns, SymmetricMatrix covariance) {
        int assets = excessReturns.length;
        // In units of a cap and of the largest variance, so that daily and annual figures are the same problem.
        double unit = Math.min(maxWeight, maxGross);
        double variance = IntStream.range(0, assets)
                .mapToDouble(i -> covariance.get(i, i))
                .max()
                .orElseThrow();
        int links = maxGross < assets * maxWeight ? assets : 0;
        ConvexProgram program = new ConvexProgram(links, assets).curvature(links, covariance.toArray(), 1 / variance);
        for (int i = 0; i < assets; i++) {
            program.cost(links + i, -excessReturns[i] * fraction / (unit * variance));
            program.range(links + i, -maxWeight / unit, maxWeight / unit);
        }
        if (links > 0) {
            for (int i = 0; i < assets; i++) {
                program.atLeastZero(new int[] {i, links + i}, new double[] {1, -1}, 0);
                program.atLeastZero(new int[] {i, links + i}, new double[] {1, 1}, 0);
            }
            double[] ones = new double[links];
            Arrays.fill(ones, 1);
            program.atMost(IntStream.range(0, links).toArray(), ones, maxGross / unit);
        }
        Solution solution = program.solve();
        if (!(solution.worst() <= ACCURACY)) {
            return Optional.empty();
        }
        double[] weights = IntStream.range(0, assets)
                .mapToDouble(i -> Math.clamp(unit * solution.get(links + i), -maxWeight, maxWeight))
                .toArray();
        return Optional.of(Weights.of(weights));
    }
}
