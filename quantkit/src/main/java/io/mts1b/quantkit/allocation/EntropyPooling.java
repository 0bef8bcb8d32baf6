package io.mts1b.quantkit.allocation;

import io.mts1b.quantkit.linearalgebra.LdlFactorization;
import io.mts1b.quantkit.linearalgebra.Vectors;
import io.mts1b.quantkit.statistics.Samples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Probabilities of scenarios that agree with views and otherwise say as little new as possible: of all {@code x} that keep
 * the views, those with the least relative entropy {@code sum of x[t] log(x[t] / p[t])} to the prior {@code p}.
 *
 * <p>They are {@code x[t]} in proportion to {@code p[t] exp(sum over k of y[k] a[k][t])}, with one multiplier {@code y[k]}
 * per view, found by Newton's method on the dual. A view is on the mean of any function of the scenarios: of a return, of
 * its square, of the difference of two.
 *
 * <p>Reference: A. Meucci, "Fully Flexible Views: Theory and Practice", Risk 21(10), 2008, 97-102. Immutable and
 * thread-safe.
 */
public final class EntropyPooling {

    private static final double TOLERANCE = 1e-12;

    private static final int MOST_STEPS = 500;

    /** The part of what the slope promises that a step must bring. */
    private static final double ENOUGH = 1e-4;

    private static final double SHORTEST_STEP = 1e-12;

    /** Keeps views that repeat each other solvable. */
    private static final double RIDGE = 1e-14;

    private final double[] prior;
    private final List<double[]> outcomes;
    private final List<Double> values;
    private final List<Boolean> exact;

    private EntropyPooling(double[] prior, List<double[]> outcomes, List<Double> values, List<Boolean> exact) {
        this.prior = prior;
        this.outcomes = outcomes;
        this.values = values;
        this.exact = exact;
    }

    /**
     * Starts from probabilities without views.
     *
     * @param prior one positive probability per scenario, which sum to one; copied
     * @return the model
     * @throws IllegalArgumentException if one is not positive, or they do not sum to one
     */
    public static EntropyPooling of(double[] prior) {
        Samples.requireFinite("prior", prior, 1);
        for (int t = 0; t < prior.length; t++) {
            if (!(prior[t] > 0)) {
                throw new IllegalArgumentException("prior must be positive, was " + prior[t] + " at index " + t);
            }
        }
        if (Math.abs(Samples.sum(prior) - 1) > 1e-9) {
            throw new IllegalArgumentException("prior must sum to 1, summed to " + Samples.sum(prior));
        }
        return new EntropyPooling(prior.clone(), List.of(), List.of(), List.of());
    }

    /**
     * Starts from scenarios that are equally likely.
     *
     * @param scenarios how many, at least 1
     * @return the model
     * @throws IllegalArgumentException if there is no scenario
     */
    public static EntropyPooling equal(int scenarios) {
        return of(Weights.equal(scenarios).toArray());
    }

    /**
     * Adds the view that something has a given mean.
     *
     * @param outcome what it is in each scenario, finite; copied
     * @param mean its mean
     * @return the model
     * @throws IllegalArgumentException if the shapes differ, or a number is not finite
     */
    public EntropyPooling expecting(double[] outcome, double mean) {
        return with(outcome, mean, true);
    }

    /**
     * Adds the view that something has at least a given mean.
     *
     * @param outcome what it is in each scenario, finite; copied
     * @param least its least mean
     * @return the model
     * @throws IllegalArgumentException if the shapes differ, or a number is not finite
     */
    public EntropyPooling expectingAtLeast(double[] outcome, double least) {
        return with(outcome, least, false);
    }

    private EntropyPooling with(double[] outcome, double value, boolean isExact) {
        Samples.requireLength("outcome", Samples.requireFinite("outcome", outcome, 1), prior.length);
        Samples.requireFinite("mean", new double[] {value}, 1);
        List<double[]> moreOutcomes = new ArrayList<>(outcomes);
        moreOutcomes.add(outcome.clone());
        List<Double> moreValues = new ArrayList<>(values);
        moreValues.add(value);
        List<Boolean> moreExact = new ArrayList<>(exact);
        moreExact.add(isExact);
        return new EntropyPooling(prior, moreOutcomes, moreValues, moreExact);
    }

    /**
     * Pools.
     *
     * @return one probability per scenario, which sum to one: the prior if there are no views, or it keeps them
     * @throws IllegalArgumentException if no probabilities keep all views
     */
    public double[] probabilities() {
        double[][] a = centred();
        double[] y = new double[a.length];
        double[] x = tilted(a, y);
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] gap = Vectors.multiply(a, x);
            boolean[] free = free(y, gap);
            if (missed(gap, free) <= TOLERANCE) {
                return x;
            }
            double[] direction = direction(a, x, gap, free);
            y = search(a, y, direction, gap);
            x = tilted(a, y);
        }
        throw new IllegalArgumentException(
                "views must be kept by some probabilities of the scenarios, but are by none: the"
                        + " nearest found miss them by " + Arrays.toString(Vectors.multiply(a, x)));
    }

    /** What each view misses in each scenario, in units of its largest. */
    private double[][] centred() {
        double[][] a = new double[outcomes.size()][];
        for (int k = 0; k < a.length; k++) {
            double value = values.get(k);
            double[] apart = Arrays.stream(outcomes.get(k)).map(o -> value - o).toArray();
            double size = Vectors.largest(apart);
            a[k] = size == 0 ? apart : Arrays.stream(apart).map(d -> d / size).toArray();
        }
        return a;
    }

    /** Views that may move: exact ones, and of the others those that are not kept or have a multiplier to give back. */
    private boolean[] free(double[] y, double[] gap) {
        boolean[] free = new boolean[y.length];
        for (int k = 0; k < y.length; k++) {
            free[k] = exact.get(k) || y[k] > 0 || gap[k] > 0;
        }
        return free;
    }

    private static double missed(double[] gap, boolean[] free) {
        double largest = 0;
        for (int k = 0; k < gap.length; k++) {
            largest = Math.max(largest, free[k] ? Math.abs(gap[k]) : 0);
        }
        return largest;
    }

    /** The probabilities {@code p exp(-y'a)}, where a multiplier above zero makes what falls short less likely. */
    private double[] tilted(double[][] a, double[] y) {
        double[] x = new double[prior.length];
        for (int k = 0; k < a.length; k++) {
            Vectors.addScaled(x, -y[k], a[k], x.length);
        }
        double most = Arrays.stream(x).max().orElseThrow();
        Arrays.setAll(x, t -> prior[t] * StrictMath.exp(x[t] - most));
        double sum = Samples.sum(x);
        Arrays.setAll(x, t -> x[t] / sum);
        return x;
    }

    private static double[] direction(double[][] a, double[] x, double[] gap, boolean[] free) {
        double[][] lower = new double[gap.length][];
        double[] right = new double[gap.length];
        for (int k = 0; k < gap.length; k++) {
            lower[k] = new double[k + 1];
            for (int l = 0; l <= k; l++) {
                double product = 0;
                for (int t = 0; t < x.length; t++) {
                    product += x[t] * (a[k][t] - gap[k]) * (a[l][t] - gap[l]);
                }
                lower[k][l] = free[k] && free[l] ? product : 0;
            }
            lower[k][k] += free[k] ? RIDGE : 1;
            right[k] = free[k] ? gap[k] : 0;
        }
        return LdlFactorization.ofQuasiDefinite(lower, lower.length, RIDGE / 2).solve(right);
    }

    /** Goes as far as the dual {@code log of the sum of p exp(-y'a)} falls enough, within multipliers that are allowed. */
    private double[] search(double[][] a, double[] y, double[] direction, double[] gap) {
        double before = dual(a, y);
        double slope = Vectors.dot(direction, gap);
        // Near the answer the dual changes by less than it is rounded by: steps are then as good as Newton's.
        double rounding = 8 * Math.ulp(1 + Math.abs(before));
        double[] next = y;
        for (double step = 1; step > SHORTEST_STEP; step /= 2) {
            double size = step;
            next = new double[y.length];
            for (int k = 0; k < y.length; k++) {
                double moved = y[k] + size * direction[k];
                next[k] = exact.get(k) ? moved : Math.max(moved, 0);
            }
            if (dual(a, next) <= before - ENOUGH * step * slope + rounding) {
                return next;
            }
        }
        return next;
    }

    private double dual(double[][] a, double[] y) {
        double[] logs = new double[prior.length];
        for (int k = 0; k < a.length; k++) {
            Vectors.addScaled(logs, -y[k], a[k], logs.length);
        }
        double most = Arrays.stream(logs).max().orElseThrow();
        double sum = 0;
        for (int t = 0; t < logs.length; t++) {
            sum += prior[t] * StrictMath.exp(logs[t] - most);
        }
        return most + StrictMath.log(sum);
    }

    /**
     * Returns how many equally likely scenarios would be as uncertain, {@code exp(-sum of x[t] log x[t])}. Few are left where
     * views are far from the prior.
     *
     * @param probabilities probabilities that sum to one
     * @return the effective number of scenarios, from 1 to their number
     */
    public static double effectiveScenarios(double[] probabilities) {
        double entropy = 0;
        for (double p : probabilities) {
            entropy -= p > 0 ? p * StrictMath.log(p) : 0;
        }
        return StrictMath.exp(entropy);
    }
}
