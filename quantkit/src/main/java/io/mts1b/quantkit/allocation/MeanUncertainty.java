package io.mts1b.quantkit.allocation;

import io.mts1b.quantkit.covariance.SymmetricMatrix;
import io.mts1b.quantkit.linearalgebra.LdlFactorization;
import io.mts1b.quantkit.linearalgebra.Vectors;
import io.mts1b.quantkit.statistics.Samples;
import java.util.Arrays;
import java.util.Optional;

/**
 * How far true means may be from expected returns. An optimizer that is told so counts what a portfolio earns at the worst
 * of them.
 *
 * <p>Expected returns and their uncertainty count per the same period. Immutable and thread-safe.
 */
public final class MeanUncertainty {

    /** What is added to the diagonal, as a part of its largest entry, before a matrix must be positive definite. */
    private static final double NOISE = 1e-10;

    private final Weights widths;
    private final Optional<SymmetricMatrix> errors;
    private final double radius;

    private MeanUncertainty(Weights widths, Optional<SymmetricMatrix> errors, double radius) {
        this.widths = widths;
        this.errors = errors;
        this.radius = radius;
    }

    /**
     * Returns the uncertainty of means that each lie within a range of their own, {@code |m[i] - expected[i]| <= widths[i]}.
     * At worst a portfolio earns {@code expected'w - widths'|w|}.
     *
     * <p>Where variances and covariances lie in ranges too, and no position is short, the worst variance is that of the
     * upper ends: give the optimizer that one. Reference: R. H. Tütüncü and M. Koenig, "Robust Asset Allocation", Annals of
     * Operations Research 132, 2004, 157-187.
     *
     * @param widths one half of a range per asset, not negative; copied
     * @return the uncertainty
     * @throws IllegalArgumentException if a width is negative or not finite, or there is none
     */
    public static MeanUncertainty box(double... widths) {
        Samples.requireFinite("widths", widths, 1);
        if (Arrays.stream(widths).anyMatch(width -> width < 0)) {
            throw new IllegalArgumentException("widths must not be negative, were " + Arrays.toString(widths));
        }
        return new MeanUncertainty(Weights.of(widths), Optional.empty(), 0);
    }

    /**
     * Returns the uncertainty of means that err together, {@code (m - expected)' errors^-1 (m - expected) <= radius^2}. At
     * worst a portfolio earns {@code expected'w - radius sqrt(w' errors w)}: not all means are at their worst at once.
     *
     * <p>Reference: D. Goldfarb and G. Iyengar, "Robust Portfolio Selection Problems", Mathematics of Operations Research
     * 28(1), 2003, 1-38; S. Ceria and R. A. Stubbs, "Incorporating Estimation Errors into Portfolio Selection: Robust
     * Portfolio Construction", Journal of Asset Management 7(2), 2006, 109-127.
     *
     * @param errors the covariance of the estimated means, positive semidefinite; for means of {@code n} independent
     *     returns that of the returns over {@code n}
     * @param radius how many standard errors a mean may be off, not negative
     * @return the uncertainty
     * @throws IllegalArgumentException if the matrix is not positive semidefinite, or the radius negative or not finite
     */
    public static MeanUncertainty ellipsoid(SymmetricMatrix errors, double radius) {
        if (!(radius >= 0 && radius < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("radius must not be negative, was " + radius);
        }
        double[][] rows = errors.toArray();
        double largest = 0;
        for (int i = 0; i < rows.length; i++) {
            largest = Math.max(largest, rows[i][i]);
        }
        for (int i = 0; i < rows.length; i++) {
            rows[i][i] += NOISE * largest;
        }
        boolean zero = Arrays.stream(rows).allMatch(row -> Vectors.largest(row) == 0);
        if (!zero && LdlFactorization.ofPositiveDefinite(rows).isEmpty()) {
            throw new IllegalArgumentException("errors must be positive semidefinite, were not");
        }
        Weights none = Weights.of(new double[rows.length]);
        return zero || radius == 0
                ? new MeanUncertainty(none, Optional.empty(), 0)
                : new MeanUncertainty(none, Optional.of(errors), radius);
    }

    /**
     * Returns how many assets it is about.
     *
     * @return the number of means
     */
    public int assets() {
        return widths.size();
    }

    /**
     * Returns how much less than expected a portfolio earns at worst.
     *
     * @param weights one weight per asset
     * @return the difference, not negative
     * @throws IllegalArgumentException if there are not as many weights as assets
     */
    public double of(Weights weights) {
        Samples.requireLength("weights", weights.toArray(), assets());
        double sum = new Kinks(Weights.of(new double[assets()]), widths).of(weights.toArray());
        return sum
                + errors.map(matrix -> radius
                                * Math.sqrt(
                                        Math.max(PortfolioRisk.variance(matrix).of(weights), 0)))
                        .orElse(0.0);
    }

    MeanUncertainty withWidths(double[] instead) {
        return new MeanUncertainty(Weights.of(instead), errors, radius);
    }

    Weights widths() {
        return widths;
    }

    Optional<SymmetricMatrix> errors() {
        return errors;
    }

    double radius() {
        return radius;
    }
}
