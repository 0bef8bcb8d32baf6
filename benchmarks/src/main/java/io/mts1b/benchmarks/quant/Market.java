package io.mts1b.benchmarks.quant;

import java.util.SplittableRandom;

/** Returns as a market might make them: a few common factors, and something of each asset's own. The same every time. */
final class Market {

    private static final int FACTORS = 5;

    private final SplittableRandom random = new SplittableRandom(20_261_120);

    /** Returns daily returns, one column per asset. */
    double[][] returns(int assets, int days) {
        double[][] factors = new double[FACTORS][];
        for (int k = 0; k < FACTORS; k++) {
            factors[k] = gaussians(days, 0.008 / (k + 1));
        }
        double[][] returns = new double[assets][];
        for (int i = 0; i < assets; i++) {
            double[] own = gaussians(days, 0.008 + 0.012 * random.nextDouble());
            for (int k = 0; k < FACTORS; k++) {
                double loading = k == 0 ? 0.4 + 1.2 * random.nextDouble() : random.nextGaussian();
                for (int t = 0; t < days; t++) {
                    own[t] += loading * factors[k][t];
                }
            }
            returns[i] = own;
        }
        return returns;
    }

    /** Returns loadings of assets on as many factors, one row per asset. */
    double[][] loadings(int assets, int factors) {
        double[][] loadings = new double[assets][];
        for (int i = 0; i < assets; i++) {
            loadings[i] = gaussians(factors, 0.3);
            loadings[i][0] += 1;
        }
        return loadings;
    }

    /** Returns numbers between two others. */
    double[] uniform(int count, double least, double most) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = least + (most - least) * random.nextDouble();
        }
        return values;
    }

    double[] gaussians(int count, double deviation) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = deviation * random.nextGaussian();
        }
        return values;
    }
}
