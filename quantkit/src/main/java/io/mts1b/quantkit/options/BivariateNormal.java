package io.mts1b.quantkit.options;

import io.mts1b.quantkit.statistics.Normal;

/**
 * Two correlated standard normal variables: {@code N(x) N(y) + 1 / (2 pi)} times the integral of {@code exp(-(x^2 - 2 x y
 * sin(t) + y^2) / (2 cos(t)^2))} over {@code t} from 0 to {@code asin(correlation)}, by the rule of Gauss and Legendre.
 *
 * <p>Reference: Z. Drezner and G. O. Wesolowsky, "On the Computation of the Bivariate Normal Integral", Journal of Statistical
 * Computation and Simulation 35, 1990, 101-107.
 */
final class BivariateNormal {

    private static final int PANELS = 8;

    private BivariateNormal() {}

    /** Returns the probability of values below {@code x} and {@code y}, within 1e-14 for correlations within 0.9. */
    static double cumulative(double x, double y, double correlation) {
        double half = StrictMath.asin(correlation) / (2 * PANELS);
        double sum = 0;
        for (int k = 0; k < PANELS; k++) {
            double middle = (2 * k + 1) * half;
            for (int j = 0; j < VolatilityCoefficients.POINTS.length; j++) {
                double angle = middle + VolatilityCoefficients.POINTS[j] * half;
                sum += VolatilityCoefficients.WEIGHTS[j] * density(x, y, angle);
            }
        }
        // The weights are halved, so that they sum to one.
        double correlated = sum * 2 * half / (2 * Math.PI);
        return Math.max(Normal.cumulative(x) * Normal.cumulative(y) + correlated, 0);
    }

    private static double density(double x, double y, double angle) {
        double sine = StrictMath.sin(angle);
        return StrictMath.exp(-(x * x - 2 * x * y * sine + y * y) / (2 * (1 - sine * sine)));
    }
}
