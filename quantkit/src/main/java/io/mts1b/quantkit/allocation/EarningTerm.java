package io.mts1b.quantkit.allocation;

import io.mts1b.quantkit.optimization.ConvexProgram;
import io.mts1b.quantkit.optimization.QuadraticOverLinear;
import java.util.Arrays;

/**
 * Writes what a portfolio earns net into a program, as a reward or as a limit.
 *
 * <p>As a limit a cost of {@code |w - from|} is written {@code 2 b - (w - from)} with a purchase {@code b >= w - from}, and
 * the root of a quadratic form as a variable that is at least as large: a cone of second order.
 *
 * @param program where to write
 * @param weights the first weight
 * @param unit the variable that weights are multiples of, or -1 for one
 * @param tip the least size of a root, in units of the largest error; keeps off the tip of the cone if it is positive
 */
record EarningTerm(ConvexProgram program, int weights, int unit, double tip) {

    private static final int NONE = -1;

    /** Returns how many links of the chain a limit needs. */
    static int links(NetReturn net) {
        return net.kinks().stream().mapToInt(kinks -> kinks.assets().length).sum();
    }

    /** Returns how many variables of the core it needs, as a reward or as a limit. */
    static int extras(NetReturn net) {
        return net.ellipsoid().isPresent() ? 1 : 0;
    }

    /** Takes {@code price} times what is earned from what is minimised. */
    void maximise(NetReturn net, double price, int extra) {
        double[] expected = net.expected();
        for (int i = 0; i < expected.length; i++) {
            program.cost(weights + i, -price * expected[i]);
        }
        for (Kinks kinks : net.kinks()) {
            double[] costs =
                    Arrays.stream(kinks.costs().toArray()).map(c -> price * c).toArray();
            program.distances(weights, kinks.from().toArray(), costs, unit);
        }
        net.ellipsoid().ifPresent(means -> program.cost(extra, price * root(means, extra)));
    }

    /**
     * Demands that at least something is earned, in total and for each unit. Writes its condition last.
     *
     * @param scale what the condition is multiplied by
     * @param link the first of its links
     * @param extra its variable of the core
     */
    void atLeast(NetReturn net, double total, double perUnit, double scale, int link, int extra) {
        double[] slopes = Arrays.stream(net.expected()).map(r -> -scale * r).toArray();
        int size = slopes.length + links(net) + 2;
        int[] index = new int[size];
        double[] coefficients = new double[size];
        Arrays.setAll(index, k -> weights + k);
        double constant = scale * perUnit;
        int next = link;
        int count = slopes.length;
        for (Kinks kinks : net.kinks()) {
            for (int i : kinks.assets()) {
                double cost = scale * kinks.costs().get(i);
                double from = kinks.from().get(i);
                writePurchase(next, i, from);
                index[count] = next++;
                coefficients[count++] = 2 * cost;
                slopes[i] -= cost;
                constant += cost * from;
            }
        }
        System.arraycopy(slopes, 0, coefficients, 0, slopes.length);
        if (net.ellipsoid().isPresent()) {
            index[count] = extra;
            coefficients[count++] = scale * root(net.ellipsoid().get(), extra);
        }
        if (unit != NONE) {
            index[count] = unit;
            coefficients[count++] = constant;
        }
        double right = -scale * total - (unit == NONE ? constant : 0);
        program.atMost(Arrays.copyOf(index, count), Arrays.copyOf(coefficients, count), right);
    }

    private void writePurchase(int bought, int asset, double from) {
        program.range(bought, 0, Double.POSITIVE_INFINITY).start(bought, 1);
        if (unit == NONE || from == 0) {
            program.atLeastZero(new int[] {bought, weights + asset}, new double[] {1, -1}, from);
        } else {
            program.atLeastZero(new int[] {bought, weights + asset, unit}, new double[] {1, -1, from}, 0);
        }
    }

    /** Makes a variable at least the root of the form, in units of the largest error, and returns what one unit costs. */
    private double root(MeanUncertainty means, int variable) {
        Variance errors = new Variance(means.errors().orElseThrow());
        double size = 1 / RiskTerm.scale(errors);
        program.start(variable, 1)
                .range(variable, tip, Double.POSITIVE_INFINITY)
                .atMostZero(QuadraticOverLinear.of(weights, errors.scaled(1 / (size * size)))
                        .around(new double[errors.assets()], variable));
        return means.radius() * size;
    }
}
