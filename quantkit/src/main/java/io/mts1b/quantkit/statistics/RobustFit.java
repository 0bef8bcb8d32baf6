package io.mts1b.quantkit.statistics;

import io.mts1b.quantkit.linearalgebra.LdlFactorization;
import io.mts1b.quantkit.linearalgebra.SymmetricEigen;
import java.util.Arrays;
import java.util.Optional;

/**
 * A linear regression without an intercept that outliers do not rule: Huber's M-estimate, by reweighting.
 *
 * <p>It minimises the sum of {@code rho(r / s)} over the residuals {@code r}, where {@code rho} is a square up to
 * {@value #TUNING} and a line beyond, and the scale {@code s} is the median of {@code |r|} over 0.6745. A weight is then
 * {@code w = min(1, 1.345 s / |r|)}. The covariance of the coefficients is the sandwich {@code n / (n - p) A^-1 B A^-1} with
 * {@code A = X' diag(|r| <= 1.345 s) X} and {@code B = X' diag(w^2 r^2) X}, which does not ask the errors to be alike.
 *
 * <p>References: P. J. Huber, "Robust Regression: Asymptotics, Conjectures and Monte Carlo", Annals of Statistics 1(5),
 * 1973, 799-821; H. White, "A Heteroskedasticity-Consistent Covariance Matrix Estimator", Econometrica 48(4), 1980, 817-838.
 */
public final class RobustFit {

    /** Where a residual begins to count less; 95 % efficient where errors are normal. */
    public static final double TUNING = 1.345;

    /** How far apart regressors must be, as the least eigenvalue of their matrix of cosines. */
    private static final double APART = 1e-6;

    private static final double NORMAL_MEDIAN = 0.6744897501960817;
    private static final double CONVERGED = 1e-12;
    private static final int MOST_STEPS = 500;

    /** After these the scale stays as it is: a median that jumps between two residuals would keep all from settling. */
    private static final int SCALE_STEPS = 30;

    private final double[] coefficients;
    private final double[] standardErrors;
    private final double scale;

    private RobustFit(double[] coefficients, double[] standardErrors, double scale) {
        this.coefficients = coefficients;
        this.standardErrors = standardErrors;
        this.scale = scale;
    }

    /**
     * Fits.
     *
     * @param y what is explained, finite
     * @param x what explains it: one column per coefficient, each as long as {@code y}, which is longer than there are
     *     columns
     * @return the fit; empty if the columns do not tell their coefficients apart
     * @throws IllegalArgumentException if lengths differ, there are too few values, or one is not finite
     */
    public static Optional<RobustFit> of(double[] y, double[]... x) {
        Samples.requireFinite("y", y, x.length + 1);
        for (double[] column : x) {
            Samples.requireLength("x", column, y.length);
            Samples.requireFinite("x", column, 0);
        }
        if (x.length == 0 || !areApart(x)) {
            return Optional.empty();
        }
        double[] weights = new double[y.length];
        Arrays.fill(weights, 1);
        double[] found = solve(y, x, weights);
        double scale = 0;
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] before = found;
            double[] residuals = residuals(y, x, before);
            scale = step < SCALE_STEPS ? scale(residuals) : scale;
            reweigh(residuals, scale, weights);
            found = solve(y, x, weights);
            if (distance(found, before) <= CONVERGED * distance(found, new double[found.length])) {
                break;
            }
        }
        double[] residuals = residuals(y, x, found);
        reweigh(residuals, scale, weights);
        return Optional.of(new RobustFit(found, errors(x, residuals, weights), scale));
    }

    private static boolean areApart(double[][] x) {
        double[][] cosines = new double[x.length][x.length];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j <= i; j++) {
                double length = Math.sqrt(product(x[i], x[i]) * product(x[j], x[j]));
                if (!(length > 0)) {
                    return false;
                }
                cosines[i][j] = product(x[i], x[j]) / length;
                cosines[j][i] = cosines[i][j];
            }
        }
        return SymmetricEigen.of(cosines).value(x.length - 1) > APART;
    }

    private static double product(double[] a, double[] b) {
        double[] products = new double[a.length];
        for (int t = 0; t < a.length; t++) {
            products[t] = a[t] * b[t];
        }
        return Samples.sum(products);
    }

    /** Returns {@code X' diag(weights) X}. */
    private static double[][] gram(double[][] x, double[] weights) {
        double[][] gram = new double[x.length][x.length];
        for (int i = 0; i < x.length; i++) {
            double[] weighed = new double[weights.length];
            for (int t = 0; t < weights.length; t++) {
                weighed[t] = weights[t] * x[i][t];
            }
            for (int j = 0; j < x.length; j++) {
                gram[i][j] = product(weighed, x[j]);
            }
        }
        return gram;
    }

    private static double[] solve(double[] y, double[][] x, double[] weights) {
        double[] weighed = new double[y.length];
        for (int t = 0; t < y.length; t++) {
            weighed[t] = weights[t] * y[t];
        }
        double[] right =
                Arrays.stream(x).mapToDouble(column -> product(column, weighed)).toArray();
        return factors(gram(x, weights)).solve(right);
    }

    private static LdlFactorization factors(double[][] gram) {
        return LdlFactorization.ofPositiveDefinite(gram)
                .orElseThrow(() -> new IllegalArgumentException(
                        "x must tell its coefficients apart where y is not an" + " outlier, does not"));
    }

    private static double[] residuals(double[] y, double[][] x, double[] coefficients) {
        double[] residuals = y.clone();
        for (int i = 0; i < x.length; i++) {
            for (int t = 0; t < y.length; t++) {
                residuals[t] -= coefficients[i] * x[i][t];
            }
        }
        return residuals;
    }

    private static double scale(double[] residuals) {
        return OrderStatistics.quantile(Arrays.stream(residuals).map(Math::abs).toArray(), 0.5) / NORMAL_MEDIAN;
    }

    /** Without any scatter all count. */
    private static void reweigh(double[] residuals, double scale, double[] weights) {
        for (int t = 0; t < residuals.length; t++) {
            double size = Math.abs(residuals[t]);
            weights[t] = scale == 0 || size <= TUNING * scale ? 1 : TUNING * scale / size;
        }
    }

    private static double[] errors(double[][] x, double[] residuals, double[] weights) {
        int n = residuals.length;
        double[] inside = new double[n];
        double[] influence = new double[n];
        for (int t = 0; t < n; t++) {
            inside[t] = weights[t] == 1 ? 1 : 0;
            influence[t] = weights[t] * residuals[t] * weights[t] * residuals[t];
        }
        LdlFactorization bread = factors(gram(x, inside));
        double[][] meat = gram(x, influence);
        double[] errors = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double[] row = new double[x.length];
            row[i] = 1;
            bread.solve(row);
            double variance = 0;
            for (int j = 0; j < x.length; j++) {
                for (int k = 0; k < x.length; k++) {
                    variance += row[j] * meat[j][k] * row[k];
                }
            }
            errors[i] = Math.sqrt(variance * n / (n - x.length));
        }
        return errors;
    }

    private static double distance(double[] a, double[] b) {
        double squares = 0;
        for (int i = 0; i < a.length; i++) {
            squares += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(squares);
    }

    /**
     * Returns a coefficient.
     *
     * @param index of which column, from 0
     * @return the estimate
     */
    public double coefficient(int index) {
        return coefficients[index];
    }

    /**
     * Returns how uncertain a coefficient is.
     *
     * @param index of which column, from 0
     * @return its standard error
     */
    public double standardError(int index) {
        return standardErrors[index];
    }

    /**
     * Returns the scatter around the fit.
     *
     * @return the robust standard deviation of the residuals
     */
    public double scale() {
        return scale;
    }

    /**
     * Returns what was minimised, for a scale of the caller's: to compare fits to the same values.
     *
     * @param y what is explained
     * @param scale the scale, positive
     * @param x the columns of this fit
     * @return the sum of {@code rho(r / scale)}
     */
    public double loss(double[] y, double scale, double[]... x) {
        return Arrays.stream(residuals(y, x, coefficients))
                .map(residual -> Math.abs(residual) / scale)
                .map(size -> size <= TUNING ? size * size / 2 : TUNING * (size - TUNING / 2))
                .sum();
    }
}
