package io.mts1b.quantkit.covariance;

import io.mts1b.quantkit.linearalgebra.Vectors;
import java.util.Arrays;

/** Ledoit and Wolf (2003): the sample is pulled towards a market model whose factor is the mean of all assets. */
final class SingleFactorShrinkage {

    private final double[][] x;
    private final int rows;
    private final SymmetricMatrix sample;
    private final double[] market;
    private final double variance;
    private final double[] beta;

    private SingleFactorShrinkage(double[][] x) {
        this.x = x;
        rows = x[0].length;
        sample = SampleMoments.covariance(x);
        double[] equal = new double[x.length];
        Arrays.fill(equal, 1.0 / x.length);
        market = SampleMoments.combine(x, equal);
        variance = Vectors.dot(market, market) / rows;
        if (!(variance >= Double.MIN_NORMAL)) {
            throw new IllegalArgumentException("the mean of all assets must vary, had variance " + variance);
        }
        beta = new double[x.length];
        Arrays.setAll(beta, i -> Vectors.dot(x[i], market) / rows);
    }

    /** Estimates from centred columns. */
    static ShrunkCovariance of(double[][] x) {
        SingleFactorShrinkage model = new SingleFactorShrinkage(x);
        double error = SampleMoments.squaredNorms(x) / model.rows - SampleMoments.inner(model.sample, model.sample);
        double[][] target = SampleMoments.target(model.sample, model.beta, 1 / model.variance);
        return SampleMoments.blend(model.sample, target, (error - model.shared()) / model.rows);
    }

    /** The covariance of the errors of sample and target, over all entries. */
    private double shared() {
        double[] explained = SampleMoments.combine(x, beta);
        double quadratic = 0;
        double diagonal = 0;
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < i; j++) {
                quadratic += 2 * beta[i] * beta[j] * sample.get(i, j);
            }
            diagonal += SampleMoments.meanOfFourths(x[i]) - sample.get(i, i) * sample.get(i, i);
        }
        double once = -quadratic;
        double twice = -variance * quadratic;
        for (int t = 0; t < rows; t++) {
            double squares = 0;
            double cubes = 0;
            double own = 0;
            for (int i = 0; i < x.length; i++) {
                double value = x[i][t];
                squares += value * value;
                cubes += beta[i] * value * value * value;
                own += beta[i] * beta[i] * value * value;
            }
            once += market[t] * (squares * explained[t] - cubes) / rows;
            twice += market[t] * market[t] * (explained[t] * explained[t] - own) / rows;
        }
        return diagonal + 2 * once / variance - twice / (variance * variance);
    }
}
