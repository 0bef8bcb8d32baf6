package io.mts1b.quantkit.allocation;

import io.mts1b.quantkit.statistics.Samples;
import java.util.Arrays;

/**
 * An opinion that a portfolio will earn something: {@code sum of picks[i] r[i] = expected}.
 *
 * <p>Immutable and thread-safe; equal if picks and expectation are.
 */
public final class View {

    private final double[] picks;
    private final double expected;

    private View(double[] picks, double expected) {
        this.picks = picks;
        this.expected = expected;
    }

    /**
     * Returns a view on any portfolio.
     *
     * @param picks how much of each asset, at least one not zero; copied
     * @param expected what the portfolio will earn, in the unit of time of the covariance it is used with
     * @return the view
     * @throws IllegalArgumentException if a number is not finite, or nothing is picked
     */
    public static View of(double[] picks, double expected) {
        Samples.requireFinite("picks", picks, 1);
        if (Arrays.stream(picks).allMatch(pick -> pick == 0)) {
            throw new IllegalArgumentException("picks must hold at least 1 value that is not zero, held none");
        }
        if (!Double.isFinite(expected)) {
            throw new IllegalArgumentException("expected must be finite, was " + expected);
        }
        return new View(picks.clone(), expected);
    }

    /**
     * Returns the view that one asset will earn something.
     *
     * @param assets how many assets there are
     * @param asset which, from 0
     * @param expected what it will earn
     * @return the view
     * @throws IllegalArgumentException if there is no such asset, or the expectation is not finite
     */
    public static View absolute(int assets, int asset, double expected) {
        double[] picks = new double[assets];
        picks[requireAsset(assets, asset)] = 1;
        return of(picks, expected);
    }

    /**
     * Returns the view that one asset will earn more than another.
     *
     * @param assets how many assets there are
     * @param better which will earn more, from 0
     * @param worse which will earn less, from 0
     * @param difference how much more
     * @return the view
     * @throws IllegalArgumentException if there is no such asset, the two are one, or the difference is not finite
     */
    public static View relative(int assets, int better, int worse, double difference) {
        double[] picks = new double[assets];
        picks[requireAsset(assets, better)] += 1;
        picks[requireAsset(assets, worse)] -= 1;
        return of(picks, difference);
    }

    private static int requireAsset(int assets, int asset) {
        if (asset < 0 || asset >= assets) {
            throw new IllegalArgumentException("asset must be in [0, " + (assets - 1) + "], was " + asset);
        }
        return asset;
    }

    /**
     * Returns how much of each asset the view is about.
     *
     * @return a new array, one number per asset
     */
    public double[] picks() {
        return picks.clone();
    }

    /**
     * Returns what the portfolio will earn.
     *
     * @return the expected return
     */
    public double expected() {
        return expected;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof View that && Arrays.equals(picks, that.picks) && expected == that.expected;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(picks) + 31 * Double.hashCode(expected);
    }

    @Override
    public String toString() {
        return "View[" + Arrays.toString(picks) + " earns " + expected + "]";
    }
}
