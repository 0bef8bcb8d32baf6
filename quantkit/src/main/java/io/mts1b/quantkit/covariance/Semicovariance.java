package io.mts1b.quantkit.covariance;

/**
 * How assets fall together: {@code c[i][j] = sum over t of min(r[i][t] - b, 0) min(r[j][t] - b, 0) / n}.
 *
 * <p>Endogeneity is left out on purpose: a pair counts where both fall short, whatever the portfolio did. Hence the
 * matrix is symmetric and positive semidefinite. Reference: J. Estrada, "Mean-Semivariance Optimization: A Heuristic
 * Approach", Journal of Applied Finance 18(1), 2008, 57-72.
 */
public final class Semicovariance {

    private Semicovariance() {}

    /**
     * Estimates the semicovariance.
     *
     * @param returns one column per asset, all of one length, NaN where missing, which counts as no shortfall; not
     *     modified
     * @param benchmark the return per period below which a return falls short
     * @return the semicovariance per period
     * @throws IllegalArgumentException if the panel is none or has no row, or the benchmark is not finite
     */
    public static SymmetricMatrix of(double[][] returns, double benchmark) {
        if (!Double.isFinite(benchmark)) {
            throw new IllegalArgumentException("benchmark must be finite, was " + benchmark);
        }
        Panel.checkRagged(returns);
        int rows = returns[0].length;
        if (rows == 0) {
            throw new IllegalArgumentException("returns must hold at least 1 row, held 0");
        }
        double[][] shortfalls = new double[returns.length][rows];
        for (int asset = 0; asset < returns.length; asset++) {
            for (int t = 0; t < rows; t++) {
                double excess = returns[asset][t] - benchmark;
                shortfalls[asset][t] = excess < 0 ? excess : 0;
            }
        }
        double[][] sums = CrossProducts.lowerTriangle(shortfalls);
        for (double[] row : sums) {
            for (int j = 0; j < row.length; j++) {
                row[j] /= rows;
            }
        }
        return SymmetricMatrix.ofLowerTriangle(sums);
    }
}
