package io.mts1b.quantkit.allocation;

import io.mts1b.quantkit.statistics.Samples;
import java.util.Arrays;

/**
 * How much of the capital each asset gets, as fractions, in the order of the assets they were made for.
 *
 * <p>Immutable and thread-safe; equal if the fractions are. Negative is short.
 */
public final class Weights {

    private final double[] fractions;

    private Weights(double[] fractions) {
        this.fractions = fractions;
    }

    /**
     * Returns given weights.
     *
     * @param fractions one finite fraction per asset, at least one; copied
     * @return the weights
     * @throws IllegalArgumentException if there are none, or one is not finite
     */
    public static Weights of(double... fractions) {
        return new Weights(Samples.requireFinite("weights", fractions, 1).clone());
    }

    /**
     * Returns the same weight for each asset. Reference: V. DeMiguel, L. Garlappi and R. Uppal, "Optimal
     * Versus Naive Diversification", Review of Financial Studies 22(5), 2009, 1915-1953.
     *
     * @param assets how many assets, at least 1
     * @return {@code 1 / assets} for each
     * @throws IllegalArgumentException if there is no asset
     */
    public static Weights equal(int assets) {
        if (assets < 1) {
            throw new IllegalArgumentException("assets must be at least 1, was " + assets);
        }
        double[] fractions = new double[assets];
        Arrays.fill(fractions, 1.0 / assets);
        return new Weights(fractions);
    }

    /**
     * Returns the number of assets.
     *
     * @return the size, at least 1
     */
    public int size() {
        return fractions.length;
    }

    /**
     * Returns the weight of one asset.
     *
     * @param asset the asset, from 0
     * @return its fraction of the capital
     * @throws IndexOutOfBoundsException if there is no such asset
     */
    public double get(int asset) {
        return fractions[asset];
    }

    /**
     * Returns all weights.
     *
     * @return a new array, one fraction per asset
     */
    public double[] toArray() {
        return fractions.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Weights that && Arrays.equals(fractions, that.fractions);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(fractions);
    }

    @Override
    public String toString() {
        return "Weights" + Arrays.toString(fractions);
    }
}
