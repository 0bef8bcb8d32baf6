package io.mts1b.quantkit.covariance;

/**
 * Covariance in which the past counts less the longer ago it is.
 *
 * <p>Two conventions are in use. They differ in what is subtracted first and in how missing values count; on complete
 * histories of returns with small means they nearly agree.
 */
public final class ExponentialCovariance {

    private ExponentialCovariance() {}

    /**
     * Weighs each row by {@code (1 - a)^age} with {@code a = 2 / (span + 1)}, over the rows a pair shares:
     * {@code c[i][j] = sum w (r[i] - m[i]) (r[j] - m[j]) / sum w}, where {@code m} is the plain mean of a column.
     * This is the convention of PyPortfolioOpt.
     *
     * @param returns one column per asset, all of one length, NaN where missing; not modified
     * @param span how many rows back the weighted mean age lies, above 1; about 2.9 spans hold 99.7 % of the weight
     * @return the covariance per period; need not be positive semidefinite where values are missing
     * @throws IllegalArgumentException if the panel is none, the span is out of range, an asset has fewer than 2
     *     returns, or two assets share no row
     */
    public static SymmetricMatrix pairwise(double[][] returns, double span) {
        if (!(span > 1 && span < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("span must be finite and above 1, was " + span);
        }
        Panel.checkRagged(returns);
        for (int asset = 0; asset < returns.length; asset++) {
            int present = present(returns[asset]);
            if (present < 2) {
                // One return lies at its own mean, and would seem to be without risk.
                throw new IllegalArgumentException("asset " + asset + " must have at least 2 returns, had " + present);
            }
        }
        double decay = 1 - 2 / (span + 1);
        double[][] sums = CrossProducts.lowerTriangle(weighted(Panel.centred(returns), decay));
        double[][] weights = CrossProducts.lowerTriangle(weighted(Panel.presence(returns), decay));
        for (int i = 0; i < sums.length; i++) {
            for (int j = 0; j <= i; j++) {
                if (weights[i][j] == 0) {
                    throw new IllegalArgumentException("assets " + j + " and " + i
                            + " must share a row in which neither is missing and that is not too old to count");
                }
                sums[i][j] /= weights[i][j];
            }
        }
        return SymmetricMatrix.ofLowerTriangle(sums);
    }

    /**
     * Updates {@code S = d S + (1 - d) r r'} row by row, with {@code d = 2^(-1 / halfLife)}, from zero, and takes the
     * bias of that start out again: {@code c[i][j] = S[i][j] / sqrt((1 - d^n[i]) (1 - d^n[j]))} after {@code n[i]}
     * returns of asset {@code i}. Means are taken as zero; a missing return leaves its row and column as they were.
     * Positive semidefinite always. This is the convention of RiskMetrics and skfolio.
     *
     * <p>Reference: J.P. Morgan, "RiskMetrics Technical Document", 4th edition, 1996, chapter 5.
     *
     * @param returns one column per asset, all of one length, NaN where missing; not modified
     * @param halfLife after how many rows a weight has halved, positive
     * @return the covariance per period
     * @throws IllegalArgumentException if the panel is none, the half-life is out of range, or an asset has no return
     */
    public static SymmetricMatrix recursive(double[][] returns, double halfLife) {
        if (!(halfLife > 0 && halfLife < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("halfLife must be positive and finite, was " + halfLife);
        }
        double decay = StrictMath.pow(2, -1 / halfLife);
        double[][] state;
        if (Panel.checkRagged(returns)) {
            state = update(returns, decay);
        } else {
            state = CrossProducts.lowerTriangle(weighted(returns, decay));
            for (double[] row : state) {
                for (int j = 0; j < row.length; j++) {
                    row[j] *= 1 - decay;
                }
            }
        }
        double[] correction = correction(returns, decay);
        for (int i = 0; i < state.length; i++) {
            for (int j = 0; j <= i; j++) {
                state[i][j] *= correction[i] * correction[j];
            }
        }
        return SymmetricMatrix.ofLowerTriangle(state);
    }

    /** Multiplies each row by the square root of its weight, which is one for the last row. */
    private static double[][] weighted(double[][] panel, double decay) {
        int length = panel[0].length;
        double[][] weighted = new double[panel.length][length];
        for (int t = 0; t < length; t++) {
            double root = StrictMath.pow(decay, (length - 1 - t) / 2.0);
            for (int asset = 0; asset < panel.length; asset++) {
                weighted[asset][t] = root * panel[asset][t];
            }
        }
        return weighted;
    }

    private static double[][] update(double[][] returns, double decay) {
        double[][] state = new double[returns.length][];
        for (int i = 0; i < returns.length; i++) {
            state[i] = new double[i + 1];
            for (int j = 0; j <= i; j++) {
                double s = 0;
                for (int t = 0; t < returns[i].length; t++) {
                    double product = returns[i][t] * returns[j][t];
                    s = Double.isNaN(product) ? s : decay * s + (1 - decay) * product;
                }
                state[i][j] = s;
            }
        }
        return state;
    }

    private static double[] correction(double[][] returns, double decay) {
        double[] correction = new double[returns.length];
        for (int asset = 0; asset < returns.length; asset++) {
            int present = present(returns[asset]);
            if (present == 0) {
                throw new IllegalArgumentException("asset " + asset + " must have at least 1 return, had 0");
            }
            correction[asset] = 1 / Math.sqrt(1 - StrictMath.pow(decay, present));
        }
        return correction;
    }

    private static int present(double[] returns) {
        int present = 0;
        for (double r : returns) {
            present += Double.isNaN(r) ? 0 : 1;
        }
        return present;
    }
}
