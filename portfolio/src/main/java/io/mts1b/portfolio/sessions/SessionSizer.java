package io.mts1b.portfolio.sessions;

import io.mts1b.foundation.Require;
import io.mts1b.portfolio.sizing.SizedWeights;
import io.mts1b.portfolio.sizing.SizedWeights.Sized;
import io.mts1b.portfolio.sizing.Sizer;
import io.mts1b.quantkit.allocation.Weights;
import java.util.Arrays;
import java.util.Objects;

/**
 * A sizing rule whose weights are scaled down together where they are more than a cap.
 *
 * @param sizer the rule
 * @param grossCap the largest sum of weights without their signs, 0 or more; 0 lets nothing be held
 */
public record SessionSizer(Sizer sizer, double grossCap) implements Sizer {

    /** Validates. */
    public SessionSizer {
        Objects.requireNonNull(sizer, "sizer");
        Require.that(grossCap >= 0 && Double.isFinite(grossCap), "grossCap must be 0 or more, was " + grossCap);
    }

    @Override
    public SizedWeights size(double... scores) {
        return switch (sizer.size(scores)) {
            case SizedWeights.Refused refused -> refused;
            case Sized(Weights weights) -> new Sized(capped(weights));
        };
    }

    private Weights capped(Weights weights) {
        double[] fractions = weights.toArray();
        double gross = Arrays.stream(fractions).map(Math::abs).sum();
        if (gross <= grossCap) {
            return weights;
        }
        return Weights.of(Arrays.stream(fractions)
                .map(fraction -> fraction * (grossCap / gross))
                .toArray());
    }
}
