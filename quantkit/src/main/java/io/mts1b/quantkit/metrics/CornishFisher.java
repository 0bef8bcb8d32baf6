package io.mts1b.quantkit.metrics;

import io.mts1b.quantkit.statistics.Moments;
import io.mts1b.quantkit.statistics.Normal;
import java.util.Optional;

/**
 * The expansion of a quantile around that of the normal law, to the fourth moment:
 * {@code h(z) = z + (z^2 - 1) g / 6 + (z^3 - 3 z) k / 24 - (2 z^3 - 5 z) g^2 / 36} with skewness {@code g} and excess
 * kurtosis {@code k}.
 */
record CornishFisher(double skewness, double kurtosis) {

    /** Returns the expansion for a sample; empty if its skewness or kurtosis is. */
    static Optional<CornishFisher> of(Moments moments) {
        return moments.skewness().isEmpty() || moments.excessKurtosis().isEmpty()
                ? Optional.empty()
                : Optional.of(new CornishFisher(
                        moments.skewness().getAsDouble(),
                        moments.excessKurtosis().getAsDouble()));
    }

    /** Tells whether a larger probability has a larger quantile here, as it must. */
    boolean risesAt(double z) {
        return 1 + z * skewness / 3 + (z * z - 1) * kurtosis / 8 - (6 * z * z - 5) * skewness * skewness / 36 > 0;
    }

    double quantile(double z) {
        return z
                + (z * z - 1) * skewness / 6
                + z * (z * z - 3) * kurtosis / 24
                - z * (2 * z * z - 5) * skewness * skewness / 36;
    }

    /** Returns the mean of the quantiles below {@code z}, term by term from the moments of a normal tail. */
    double tailMean(double z) {
        double inner = 1 + z * skewness / 6 + (z * z - 1) * kurtosis / 24 - (2 * z * z - 1) * skewness * skewness / 36;
        return -Normal.density(z) / Normal.cumulative(z) * inner;
    }
}
