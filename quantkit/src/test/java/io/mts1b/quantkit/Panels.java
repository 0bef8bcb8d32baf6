package io.mts1b.quantkit;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Draws panels of returns that move together, as those of stocks do. */
public final class Panels {

    private Panels() {}

    /** Returns daily returns with a market, betas between 0.3 and 1.5, and volatilities of their own. */
    public static double[][] returns(RandomGenerator random, int assets, int rows) {
        double[] market = gaussian(random, rows, 0.0003, 0.01);
        double[][] returns = new double[assets][];
        for (int i = 0; i < assets; i++) {
            double beta = random.nextDouble(0.3, 1.5);
            returns[i] = gaussian(random, rows, 0.0001 * random.nextDouble(-2, 4), random.nextDouble(0.005, 0.025));
            for (int t = 0; t < rows; t++) {
                returns[i][t] += beta * market[t];
            }
        }
        return returns;
    }

    public static double[][] scaled(double[][] returns, double factor) {
        return Arrays.stream(returns)
                .map(column -> Arrays.stream(column).map(r -> factor * r).toArray())
                .toArray(double[][]::new);
    }

    /** Returns the columns in another order: column {@code k} is the one that was at {@code order[k]}. */
    public static double[][] reordered(double[][] columns, int[] order) {
        return Arrays.stream(order).mapToObj(i -> columns[i]).toArray(double[][]::new);
    }

    public static int[] permutation(RandomGenerator random, int n) {
        return random.ints(0, n).distinct().limit(n).toArray();
    }

    private static double[] gaussian(RandomGenerator random, int rows, double mean, double deviation) {
        double[] values = new double[rows];
        Arrays.setAll(values, t -> random.nextGaussian(mean, deviation));
        return values;
    }
}
