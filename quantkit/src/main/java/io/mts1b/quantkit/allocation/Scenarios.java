package io.mts1b.quantkit.allocation;

import io.mts1b.quantkit.linearalgebra.Vectors;
import io.mts1b.quantkit.statistics.Samples;
import java.util.Arrays;

/** A history of returns that stands for what may happen next: one row per scenario, all equally likely. Immutable. */
final class Scenarios {

    private final double[][] columns;

    private Scenarios(double[][] columns) {
        this.columns = columns;
    }

    static Scenarios of(double[][] returns) {
        if (returns.length == 0) {
            throw new IllegalArgumentException("returns must hold at least 1 asset, held 0");
        }
        double[][] copy = new double[returns.length][];
        for (int asset = 0; asset < returns.length; asset++) {
            Samples.requireLength("asset " + asset, returns[asset], returns[0].length);
            copy[asset] =
                    Samples.requireFinite("asset " + asset, returns[asset], 1).clone();
        }
        return new Scenarios(copy);
    }

    static double requireTail(double tail) {
        if (!(tail > 0 && tail < 1)) {
            throw new IllegalArgumentException("tail must be in (0, 1), was " + tail);
        }
        return tail;
    }

    int assets() {
        return columns.length;
    }

    int count() {
        return columns[0].length;
    }

    /** Returns the same scenarios, each asset less an amount of its own. */
    Scenarios less(double[] amounts) {
        double[][] shifted = new double[columns.length][];
        Arrays.setAll(
                shifted, i -> Arrays.stream(columns[i]).map(r -> r - amounts[i]).toArray());
        return new Scenarios(shifted);
    }

    double[] means() {
        return Arrays.stream(columns).mapToDouble(Samples::mean).toArray();
    }

    /** Returns what a portfolio earns in each scenario. */
    double[] portfolio(int[] members, double[] weights) {
        double[] portfolio = new double[count()];
        for (int k = 0; k < members.length; k++) {
            Vectors.addScaled(portfolio, weights[k], columns[members[k]], portfolio.length);
        }
        return portfolio;
    }

    /** Returns the largest size of a return. */
    double largest() {
        return Arrays.stream(columns).mapToDouble(Vectors::largest).max().orElseThrow();
    }

    /** Returns one row per scenario, times a factor, with some columns of ones after those of the assets. */
    double[][] rows(double factor, int ones) {
        double[][] rows = new double[count()][columns.length + ones];
        for (int t = 0; t < rows.length; t++) {
            for (int i = 0; i < columns.length; i++) {
                rows[t][i] = factor * columns[i][t];
            }
            Arrays.fill(rows[t], columns.length, columns.length + ones, 1);
        }
        return rows;
    }
}
