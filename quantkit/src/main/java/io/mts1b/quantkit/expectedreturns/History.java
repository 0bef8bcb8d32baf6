package io.mts1b.quantkit.expectedreturns;

import io.mts1b.quantkit.statistics.Samples;
import java.util.Arrays;

/** The columns of a panel, one by one, without what is missing. */
final class History {

    private History() {}

    /** A figure of one column without gaps. */
    @FunctionalInterface
    interface Figure {
        double of(double[] present);
    }

    /** Checks a panel, and returns one figure per asset. */
    static double[] each(double[][] returns, int atLeast, Figure figure) {
        if (returns.length == 0) {
            throw new IllegalArgumentException("returns must hold at least 1 asset, held 0");
        }
        double[] figures = new double[returns.length];
        for (int asset = 0; asset < returns.length; asset++) {
            Samples.requireLength("asset " + asset, returns[asset], returns[0].length);
            try {
                figures[asset] = figure.of(present(returns[asset], atLeast));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("asset " + asset + ": " + e.getMessage(), e);
            }
            if (!Double.isFinite(figures[asset])) {
                throw new IllegalArgumentException(
                        "asset " + asset + " must have an expected return that is finite," + " had " + figures[asset]);
            }
        }
        return figures;
    }

    private static double[] present(double[] column, int atLeast) {
        double[] present = Arrays.stream(column).filter(r -> !Double.isNaN(r)).toArray();
        return Samples.requireFinite("returns", present, atLeast);
    }
}
