package io.mts1b.quantkit.covariance;

import io.mts1b.quantkit.statistics.Samples;

/**
 * For each pair of assets, sums over the rows in which both are present.
 *
 * <p>Columns are centred by their own mean first. The mean over the shared rows differs a little from it,
 * and {@link #codeviation} takes that difference out again; centring first keeps the subtraction harmless.
 */
final class PairwiseSums {

    private final double[][] centred;
    private final double[][] presence;
    private final double[][] counts;
    private final double[][] products;
    private final double[][] sumsOfRow;
    private final double[][] sumsOfColumn;

    PairwiseSums(double[][] returns) {
        centred = Panel.centred(returns);
        presence = Panel.presence(returns);
        counts = CrossProducts.lowerTriangle(presence);
        products = CrossProducts.lowerTriangle(centred);
        sumsOfRow = CrossProducts.lowerTriangle(centred, presence);
        sumsOfColumn = CrossProducts.lowerTriangle(presence, centred);
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j <= i; j++) {
                if (counts[i][j] < 2) {
                    throw new IllegalArgumentException("assets " + j + " and " + i
                            + " must share at least 2 rows in which neither is missing, shared " + (int) counts[i][j]);
                }
            }
        }
    }

    /** Returns the covariances, with divisor one less than the rows shared. */
    double[][] covariances() {
        double[][] covariances = new double[counts.length][];
        for (int i = 0; i < counts.length; i++) {
            covariances[i] = new double[i + 1];
            for (int j = 0; j <= i; j++) {
                covariances[i][j] = codeviation(i, j) / (counts[i][j] - 1);
            }
        }
        return covariances;
    }

    /** Returns the correlations; both deviations of a pair are taken over the rows that the pair shares. */
    double[][] correlations() {
        double[][] squares = new double[centred.length][];
        for (int i = 0; i < centred.length; i++) {
            squares[i] = centred[i].clone();
            for (int t = 0; t < squares[i].length; t++) {
                squares[i][t] *= squares[i][t];
            }
        }
        double[][] ofRow = CrossProducts.lowerTriangle(squares, presence);
        double[][] ofColumn = CrossProducts.lowerTriangle(presence, squares);
        double[][] correlations = new double[counts.length][];
        for (int i = 0; i < counts.length; i++) {
            correlations[i] = new double[i + 1];
            for (int j = 0; j <= i; j++) {
                double row = deviation(ofRow[i][j], sumsOfRow[i][j], counts[i][j], i, j);
                double column = deviation(ofColumn[i][j], sumsOfColumn[i][j], counts[i][j], j, i);
                correlations[i][j] = i == j ? 1 : Math.clamp(codeviation(i, j) / (row * column), -1.0, 1.0);
            }
        }
        return correlations;
    }

    private double codeviation(int i, int j) {
        return products[i][j] - sumsOfRow[i][j] * sumsOfColumn[i][j] / counts[i][j];
    }

    private static double deviation(double squares, double sum, double count, int asset, int other) {
        double sumOfSquares = squares - sum * sum / count;
        if (!(sumOfSquares > Samples.NOISE * squares) || sumOfSquares < Double.MIN_NORMAL) {
            throw new IllegalArgumentException("asset " + asset + " must vary over the rows it shares with asset "
                    + other + ": without variance it has no correlation");
        }
        return Math.sqrt(sumOfSquares);
    }
}
