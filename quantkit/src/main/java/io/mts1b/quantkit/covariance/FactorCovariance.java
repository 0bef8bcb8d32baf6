package io.mts1b.quantkit.covariance;

import io.mts1b.quantkit.linearalgebra.LdlFactorization;
import io.mts1b.quantkit.linearalgebra.SymmetricEigen;
import io.mts1b.quantkit.linearalgebra.Vectors;
import io.mts1b.quantkit.statistics.Samples;

/**
 * A covariance kept as what a few factors explain and what is specific to each asset: {@code B F B' + diag(d)}.
 *
 * <p>It takes {@code O(assets factors)} memory and time where a dense matrix takes {@code O(assets^2)}, so ten thousand
 * assets are no burden. Immutable and thread-safe.
 *
 * <p>Reference: B. Rosenberg, "Extra-Market Components of Covariance in Security Returns", Journal of Financial and
 * Quantitative Analysis 9(2), 1974, 263-274.
 */
public final class FactorCovariance {

    private final double[][] loadings;
    private final SymmetricMatrix factors;
    private final double[] specific;

    private FactorCovariance(double[][] loadings, SymmetricMatrix factors, double[] specific) {
        this.loadings = loadings;
        this.factors = factors;
        this.specific = specific;
    }

    /**
     * Returns the covariance with given parts.
     *
     * @param loadings one row per asset: how much it moves with each factor; copied
     * @param factors the covariance of the factors
     * @param specific the variance of each asset that no factor explains, not negative; copied
     * @return the covariance
     * @throws IllegalArgumentException if the shapes differ, a number is not finite, or a variance is negative
     */
    public static FactorCovariance of(double[][] loadings, SymmetricMatrix factors, double[] specific) {
        Samples.requireFinite("specific", specific, 1);
        Samples.requireLength("specific", specific, loadings.length);
        double[][] copy = new double[loadings.length][];
        for (int i = 0; i < loadings.length; i++) {
            Samples.requireLength("loadings of asset " + i, loadings[i], factors.size());
            copy[i] = Samples.requireFinite("loadings of asset " + i, loadings[i], 1)
                    .clone();
            if (specific[i] < 0) {
                throw new IllegalArgumentException(
                        "specific must not be negative, was " + specific[i] + " at asset " + i);
            }
        }
        return new FactorCovariance(copy, factors, specific.clone());
    }

    /**
     * Estimates the factors from the returns themselves: the principal components of the sample covariance. What they
     * leave of each variance is specific, so variances are those of the sample. Takes
     * {@code O(min(assets, rows)^2 max(assets, rows))}.
     *
     * <p>Reference: G. Connor and R. A. Korajczyk, "Performance Measurement with the Arbitrage Pricing Theory", Journal
     * of Financial Economics 15(3), 1986, 373-394.
     *
     * @param returns one column per asset, all of one length, at least 2 rows, nothing missing; not modified
     * @param count how many factors, at least 1 and at most assets and rows less one
     * @return the covariance per period; its factors have variance one and are uncorrelated
     * @throws IllegalArgumentException if the panel is none or has gaps, or the count is out of range
     */
    public static FactorCovariance ofPrincipalComponents(double[][] returns, int count) {
        double[][] x = Panel.centred(requireComplete(returns));
        int n = x.length;
        int rows = x[0].length;
        if (count < 1 || count > Math.min(n, rows - 1)) {
            throw new IllegalArgumentException("count must be in [1, " + Math.min(n, rows - 1) + "], was " + count);
        }
        double[][] loadings = n <= rows ? fromAssets(x, count) : fromRows(x, count);
        double[] specific = new double[n];
        double[][] identity = new double[count][];
        for (int k = 0; k < count; k++) {
            identity[k] = new double[k + 1];
            identity[k][k] = 1;
        }
        for (int i = 0; i < n; i++) {
            double variance = Vectors.dot(x[i], x[i]) / (rows - 1);
            specific[i] = Math.max(variance - Vectors.dot(loadings[i], loadings[i]), 0);
        }
        return new FactorCovariance(loadings, SymmetricMatrix.ofLowerTriangle(identity), specific);
    }

    /**
     * Estimates the loadings on given factors by least squares over time. Variances are those of the sample.
     *
     * @param returns one column per asset, all of one length, nothing missing; not modified
     * @param factorReturns one column per factor, of the same length; not modified
     * @return the covariance per period
     * @throws IllegalArgumentException if a panel is none or has gaps, the lengths differ, or the factors are linearly
     *     dependent
     */
    public static FactorCovariance ofFactorReturns(double[][] returns, double[][] factorReturns) {
        double[][] x = Panel.centred(requireComplete(returns));
        double[][] f = Panel.centred(requireComplete(factorReturns));
        Samples.requireLength("factor 0", f[0], x[0].length);
        SymmetricMatrix factors = SampleCovariance.of(factorReturns, Observations.COMPLETE);
        LdlFactorization solver = LdlFactorization.ofPositiveDefinite(factors.toArray())
                .orElseThrow(() -> new IllegalArgumentException(
                        "factors must be linearly independent, and vary, over at least 2 rows"));
        double[][] loadings = new double[x.length][];
        double[] specific = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double[] products = Vectors.multiply(f, x[i]);
            for (int k = 0; k < products.length; k++) {
                products[k] /= x[i].length - 1;
            }
            loadings[i] = solver.solve(products.clone());
            double variance = Vectors.dot(x[i], x[i]) / (x[i].length - 1);
            specific[i] = Math.max(variance - Vectors.dot(loadings[i], products), 0);
        }
        return new FactorCovariance(loadings, factors, specific);
    }

    private static double[][] requireComplete(double[][] returns) {
        if (Panel.checkRagged(returns)) {
            throw new IllegalArgumentException("returns must have no gaps: keep the rows in which nothing is missing");
        }
        return Panel.withoutGaps(returns, Observations.COMPLETE);
    }

    private static double[][] fromAssets(double[][] x, int count) {
        SymmetricEigen eigen = SymmetricEigen.of(CrossProducts.lowerTriangle(x));
        double[][] loadings = new double[x.length][count];
        for (int k = 0; k < count; k++) {
            double root = Math.sqrt(Math.max(eigen.value(k), 0) / (x[0].length - 1));
            double[] vector = eigen.vector(k);
            for (int i = 0; i < x.length; i++) {
                loadings[i][k] = root * vector[i];
            }
        }
        return loadings;
    }

    /** With more assets than rows, the small matrix of row products has the same eigenvalues. */
    private static double[][] fromRows(double[][] x, int count) {
        int rows = x[0].length;
        double[][] transposed = new double[rows][x.length];
        for (int i = 0; i < x.length; i++) {
            for (int t = 0; t < rows; t++) {
                transposed[t][i] = x[i][t];
            }
        }
        SymmetricEigen eigen = SymmetricEigen.of(CrossProducts.lowerTriangle(transposed));
        double root = Math.sqrt(rows - 1);
        double[][] loadings = new double[x.length][count];
        for (int k = 0; k < count; k++) {
            double[] vector = eigen.vector(k);
            for (int i = 0; i < x.length; i++) {
                loadings[i][k] = Vectors.dot(x[i], vector) / root;
            }
        }
        return loadings;
    }

    /**
     * Returns the number of assets.
     *
     * @return the size, at least 1
     */
    public int size() {
        return specific.length;
    }

    /**
     * Returns the covariance of the factors.
     *
     * @return the matrix {@code F}
     */
    public SymmetricMatrix factors() {
        return factors;
    }

    /**
     * Returns how much an asset moves with each factor.
     *
     * @param asset the asset, from 0
     * @return a new array, one loading per factor
     */
    public double[] loadings(int asset) {
        return loadings[asset].clone();
    }

    /**
     * Returns the variance of an asset that no factor explains.
     *
     * @param asset the asset, from 0
     * @return the specific variance
     */
    public double specific(int asset) {
        return specific[asset];
    }

    /**
     * Returns one entry of the whole matrix.
     *
     * @param row the one asset
     * @param column the other
     * @return their covariance
     */
    public double get(int row, int column) {
        double explained = 0;
        for (int k = 0; k < factors.size(); k++) {
            for (int l = 0; l < factors.size(); l++) {
                explained += loadings[row][k] * factors.get(k, l) * loadings[column][l];
            }
        }
        return row == column ? explained + specific[row] : explained;
    }

    /**
     * Returns the variance of a portfolio, in O(assets factors).
     *
     * @param weights one weight per asset
     * @return {@code w' (B F B' + diag(d)) w}
     * @throws IllegalArgumentException if there are not as many weights as assets
     */
    public double variance(double[] weights) {
        Samples.requireLength("weights", weights, specific.length);
        double[] exposure = new double[factors.size()];
        double variance = 0;
        for (int i = 0; i < weights.length; i++) {
            Vectors.addScaled(exposure, weights[i], loadings[i], exposure.length);
            variance += weights[i] * weights[i] * specific[i];
        }
        for (int k = 0; k < exposure.length; k++) {
            for (int l = 0; l < exposure.length; l++) {
                variance += exposure[k] * factors.get(k, l) * exposure[l];
            }
        }
        return variance;
    }

    /**
     * Multiplies out. Takes {@code O(assets^2 factors)} time and {@code O(assets^2)} memory.
     *
     * @return the dense matrix
     */
    public SymmetricMatrix toMatrix() {
        double[][] f = factors.toArray();
        double[][] lower = new double[size()][];
        for (int i = 0; i < size(); i++) {
            double[] scaled = Vectors.multiply(f, loadings[i]);
            lower[i] = new double[i + 1];
            for (int j = 0; j <= i; j++) {
                lower[i][j] = Vectors.dot(scaled, loadings[j]);
            }
            lower[i][i] += specific[i];
        }
        return SymmetricMatrix.ofLowerTriangle(lower);
    }
}
