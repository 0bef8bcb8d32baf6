package io.mts1b.quantkit.optimization;

import io.mts1b.quantkit.linearalgebra.Vectors;
import java.util.List;

/**
 * The entropic bound on the losses {@code -rows[t]'x}, {@code s log(mean of exp(-rows[t]'x / s)) - s log(tail)} with a
 * variable {@code s}. Its minimum over {@code s} is the entropic value at risk.
 *
 * <p>Reference: A. Ahmadi-Javid, "Entropic Value-at-Risk: A New Coherent Risk Measure", Journal of Optimization Theory and
 * Applications 155(3), 2012, 1105-1123.
 */
public final class EntropicTail implements SmoothFunction {

    private static final int STRIDE = 8;

    private final int from;
    private final double[][] rows;
    private final int spread;
    private final double tail;
    private final double limit;

    private EntropicTail(int from, double[][] rows, int spread, double tail, double limit) {
        this.from = from;
        this.rows = rows;
        this.spread = spread;
        this.tail = tail;
        this.limit = limit;
    }

    /**
     * Returns the bound.
     *
     * @param from the first variable of the core that rows begin with
     * @param rows one row per scenario, all of one length; kept and not modified
     * @param spread the variable {@code s}, of the core
     * @param tail which fraction of the scenarios is the worst, in (0, 1)
     * @return the function
     */
    public static EntropicTail of(int from, double[][] rows, int spread, double tail) {
        return new EntropicTail(from, rows, spread, tail, 0);
    }

    /**
     * Returns the bound less a limit, which is at most zero where the bound keeps the limit.
     *
     * @param limit the limit
     * @return the function
     */
    public EntropicTail within(double limit) {
        return new EntropicTail(from, rows, spread, tail, limit);
    }

    @Override
    public List<Integer> positive() {
        return List.of(spread);
    }

    /** Returns {@code -rows[t]'x / s}. */
    private double[] exponents(double[] x) {
        double[] own = new double[rows[0].length];
        System.arraycopy(x, from, own, 0, own.length);
        double[] exponents = Vectors.multiply(rows, own);
        for (int t = 0; t < exponents.length; t++) {
            exponents[t] /= -x[spread];
        }
        return exponents;
    }

    /** Turns exponents into probabilities, and returns the logarithm of the mean of their exponentials. */
    private static double normalize(double[] exponents) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double value : exponents) {
            largest = Math.max(largest, value);
        }
        double sum = 0;
        for (int t = 0; t < exponents.length; t++) {
            exponents[t] = StrictMath.exp(exponents[t] - largest);
            sum += exponents[t];
        }
        for (int t = 0; t < exponents.length; t++) {
            exponents[t] /= sum;
        }
        return largest + StrictMath.log(sum / exponents.length);
    }

    @Override
    public double value(double[] x) {
        double mean = normalize(exponents(x));
        return x[spread] * (mean - StrictMath.log(tail)) - limit;
    }

    @Override
    public void addGradient(double[] x, double scale, double[] to) {
        double[] exponents = exponents(x);
        double[] weights = exponents.clone();
        double mean = normalize(weights);
        for (int t = 0; t < rows.length; t++) {
            for (int i = 0; i < rows[t].length; i++) {
                to[from + i] -= scale * weights[t] * rows[t][i];
            }
        }
        to[spread] += scale * (mean - StrictMath.log(tail) - Vectors.dot(weights, exponents));
    }

    @Override
    public void addCurvature(double[] x, double scale, ArrowMatrix to) {
        int width = to.size() - to.chain();
        double[] exponents = exponents(x);
        double[] weights = exponents.clone();
        normalize(weights);
        int padded = (rows.length + STRIDE - 1) / STRIDE * STRIDE;
        double[][] wide = new double[padded][width];
        double[] scales = new double[padded];
        double[] mean = new double[width];
        for (int t = 0; t < rows.length; t++) {
            System.arraycopy(rows[t], 0, wide[t], from - to.chain(), rows[t].length);
            wide[t][spread - to.chain()] = exponents[t];
            Vectors.addScaled(mean, weights[t], wide[t], width);
        }
        // Centred first: the covariance under the tilted probabilities must not be a difference of large numbers.
        for (int t = 0; t < rows.length; t++) {
            Vectors.addScaled(wide[t], -1, mean, width);
            scales[t] = scale * weights[t] / x[spread];
        }
        to.addProducts(to.chain(), wide, scales);
    }
}
