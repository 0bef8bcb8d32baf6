package io.mts1b.quantkit.covariance;

import io.mts1b.quantkit.statistics.Samples;

/** A panel of returns made ready for estimation: checked, cut to complete rows, centred. */
final class Panel {

    private Panel() {}

    /**
     * Checks a panel.
     *
     * @return whether a value is missing
     */
    static boolean checkRagged(double[][] returns) {
        if (returns.length == 0) {
            throw new IllegalArgumentException("returns must hold at least 1 asset, held 0");
        }
        boolean ragged = false;
        for (int asset = 0; asset < returns.length; asset++) {
            double[] column = returns[asset];
            Samples.requireLength("asset " + asset, column, returns[0].length);
            for (int t = 0; t < column.length; t++) {
                if (Double.isInfinite(column[t])) {
                    throw new IllegalArgumentException("returns must be finite, or NaN where missing, was " + column[t]
                            + " at asset " + asset + ", row " + t);
                }
                ragged |= Double.isNaN(column[t]);
            }
        }
        return ragged;
    }

    /** Keeps the rows in which nothing is missing. */
    static double[][] completeRows(double[][] returns) {
        int length = returns[0].length;
        int[] kept = new int[length];
        int count = 0;
        for (int t = 0; t < length; t++) {
            boolean complete = true;
            for (double[] column : returns) {
                complete &= !Double.isNaN(column[t]);
            }
            if (complete) {
                kept[count++] = t;
            }
        }
        double[][] rows = new double[returns.length][count];
        for (int asset = 0; asset < returns.length; asset++) {
            for (int k = 0; k < count; k++) {
                rows[asset][k] = returns[asset][kept[k]];
            }
        }
        return rows;
    }

    /** Puts zero where a value is missing: a price that is not known has not moved. */
    static double[][] zeroFilled(double[][] returns) {
        double[][] filled = new double[returns.length][];
        for (int asset = 0; asset < returns.length; asset++) {
            filled[asset] = returns[asset].clone();
            for (int t = 0; t < filled[asset].length; t++) {
                filled[asset][t] = Double.isNaN(filled[asset][t]) ? 0 : filled[asset][t];
            }
        }
        return filled;
    }

    /** Makes a panel without gaps of one that may have them, and refuses one that is too short. */
    static double[][] withoutGaps(double[][] returns, Observations use) {
        boolean ragged = checkRagged(returns);
        double[][] panel = switch (use) {
            case COMPLETE -> ragged ? completeRows(returns) : returns;
            case PAIRWISE -> ragged ? zeroFilled(returns) : returns;
        };
        if (panel[0].length < 2) {
            throw new IllegalArgumentException(
                    "returns must hold at least 2 rows in which no asset is missing, held " + panel[0].length);
        }
        return panel;
    }

    /** Subtracts from each column its mean over what is present, and puts zero where a value is missing. */
    static double[][] centred(double[][] returns) {
        double[][] centred = new double[returns.length][];
        for (int asset = 0; asset < returns.length; asset++) {
            centred[asset] = centred(returns[asset]);
        }
        return centred;
    }

    /** Puts one where a value is present, and zero where it is missing. */
    static double[][] presence(double[][] returns) {
        double[][] presence = new double[returns.length][returns[0].length];
        for (int asset = 0; asset < returns.length; asset++) {
            for (int t = 0; t < presence[asset].length; t++) {
                presence[asset][t] = Double.isNaN(returns[asset][t]) ? 0 : 1;
            }
        }
        return presence;
    }

    private static double[] centred(double[] column) {
        double[] centred = column.clone();
        int present = 0;
        double largest = 0;
        for (int t = 0; t < centred.length; t++) {
            if (Double.isNaN(centred[t])) {
                centred[t] = 0;
            } else {
                present++;
                largest = Math.max(largest, Math.abs(centred[t]));
            }
        }
        double mean = present == 0 ? 0 : Samples.sum(centred) / present;
        double widest = 0;
        for (int t = 0; t < centred.length; t++) {
            centred[t] = Double.isNaN(column[t]) ? 0 : centred[t] - mean;
            widest = Math.max(widest, Math.abs(centred[t]));
        }
        // What is left of a constant column is rounding noise: it would look like a tiny risk.
        return widest <= Samples.NOISE * largest ? new double[column.length] : centred;
    }
}
