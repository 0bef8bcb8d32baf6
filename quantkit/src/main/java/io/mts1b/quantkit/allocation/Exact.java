package io.mts1b.quantkit.allocation;

import io.mts1b.quantkit.covariance.SymmetricMatrix;
import io.mts1b.quantkit.linearalgebra.Vectors;
import io.mts1b.quantkit.optimization.CriticalPath;
import io.mts1b.quantkit.optimization.Polyhedron;
import io.mts1b.quantkit.statistics.Samples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Solves variances under bounds and linear limits to rounding, along a critical path. */
final class Exact {

    /** How near to a limit a portfolio is held by it. */
    private static final double NEAR = 1e-6;

    /** How far apart two risk aversions are to span a line, as a part of them. */
    private static final double APART = 1e-5;

    private Exact() {}

    /** Solves a goal under bounds and a budget alone, or returns empty if it is not of that kind. */
    static Optional<double[]> solve(Goal goal, Constraints constraints) {
        if (!isQuadratic(goal, constraints) || !constraints.limits().isEmpty()) {
            return Optional.empty();
        }
        return CriticalPath.fromVertex(matrix(goal), goal.net().expected(), polyhedron(constraints))
                .map(CriticalPath::minimum);
    }

    /** Makes an answer exact, or returns empty if the goal or the constraints are not of that kind. */
    static Optional<double[]> near(Goal goal, Constraints constraints, double[] weights) {
        if (!isQuadratic(goal, constraints)) {
            return Optional.empty();
        }
        return CriticalPath.near(matrix(goal), goal.net().expected(), polyhedron(constraints), weights, NEAR)
                .map(CriticalPath::minimum);
    }

    /** Returns the critical path at the portfolio of least variance, half of it, given that portfolio. */
    static Optional<CriticalPath> path(SymmetricMatrix covariance, Constraints constraints, double[] minimum) {
        double[] none = new double[minimum.length];
        Polyhedron limits = polyhedron(constraints);
        double[][] rows = covariance.toArray();
        return CriticalPath.fromVertex(rows, none, limits)
                .or(() -> CriticalPath.near(rows, none, limits, minimum, NEAR));
    }

    /**
     * Makes the best ratio of excess return to volatility exact, given an answer near it: it lies on the line through two
     * portfolios that are best for slightly less and slightly more risk aversion.
     */
    static Optional<double[]> nearRatio(Goal goal, double[] excess, Constraints constraints, double[] weights) {
        if (!isQuadratic(goal, constraints)) {
            return Optional.empty();
        }
        double[][] rows = matrix(goal.withRisk(goal.risk().orElseThrow(), 1));
        double aversion = 2 * Vectors.dot(excess, weights) / Vectors.dot(weights, Vectors.multiply(rows, weights));
        return at(goal, excess, constraints, weights, aversion * (1 + APART))
                .flatMap(safer -> at(goal, excess, constraints, weights, aversion / (1 + APART))
                        .map(bolder -> bestMix(rows, excess, safer, bolder)))
                .filter(mix -> ratio(rows, excess, mix) >= ratio(rows, excess, weights) * (1 - Samples.NOISE));
    }

    private static Optional<double[]> at(
            Goal goal, double[] excess, Constraints constraints, double[] weights, double aversion) {
        double half = aversion / 2;
        Goal utility = goal.withRisk(goal.risk().orElseThrow(), half)
                .withRidge(half * goal.ridge())
                .withNet(goal.net().withExpected(excess));
        return near(utility, constraints, weights);
    }

    /**
     * Returns the mix of two portfolios with the best ratio. Along {@code w = a + s (b - a)} it is
     * {@code (e + s f) / sqrt(p + 2 s q + s^2 r)}, which is stationary at {@code s = (f p - e q) / (e r - f q)}.
     */
    static double[] bestMix(double[][] rows, double[] excess, double[] a, double[] b) {
        double[] step = b.clone();
        Vectors.addScaled(step, -1, a, step.length);
        double[] product = Vectors.multiply(rows, step);
        double e = Vectors.dot(excess, a);
        double f = Vectors.dot(excess, step);
        double p = Vectors.dot(a, Vectors.multiply(rows, a));
        double q = Vectors.dot(a, product);
        double r = Vectors.dot(step, product);
        double below = e * r - f * q;
        double s = below == 0 ? 0 : Math.clamp((f * p - e * q) / below, 0, 1);
        double[] mix = a.clone();
        Vectors.addScaled(mix, s, step, mix.length);
        return mix;
    }

    static double ratio(double[][] rows, double[] excess, double[] weights) {
        double variance = Vectors.dot(weights, Vectors.multiply(rows, weights));
        double earned = Vectors.dot(excess, weights);
        return variance > 0 ? earned / Math.sqrt(variance) : Math.signum(earned) * Double.MAX_VALUE;
    }

    private static boolean isQuadratic(Goal goal, Constraints constraints) {
        return goal.risk().orElse(null) instanceof Variance && goal.net().isLinear() && constraints.isOnlyLinear();
    }

    private static double[][] matrix(Goal goal) {
        double[][] rows = ((Variance) goal.risk().orElseThrow()).scaled(2 * goal.price());
        for (int i = 0; i < rows.length; i++) {
            rows[i][i] += 2 * goal.ridge();
        }
        return rows;
    }

    static Polyhedron polyhedron(Constraints constraints) {
        int n = constraints.assets();
        double[] lower = new double[n];
        double[] upper = new double[n];
        Arrays.setAll(lower, constraints::lower);
        Arrays.setAll(upper, constraints::upper);
        List<Polyhedron.Row> rows = new ArrayList<>();
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        rows.add(Polyhedron.Row.of(ones, constraints.budget(), constraints.budget()));
        for (Limit limit : constraints.limits()) {
            if (limit instanceof Limit.Exposure exposure) {
                double least = exposure.isEqual() ? exposure.most() : Double.NEGATIVE_INFINITY;
                rows.add(Polyhedron.Row.of(exposure.loadings(), least, exposure.most()));
            }
        }
        return Polyhedron.of(lower, upper, rows);
    }
}
