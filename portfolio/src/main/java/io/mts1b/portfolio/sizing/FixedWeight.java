package io.mts1b.portfolio.sizing;

import io.mts1b.foundation.Require;
import io.mts1b.quantkit.allocation.Weights;
import java.util.Objects;

/**
 * Holds the same weights whatever the scores are, such as sixty percent in shares and forty in bonds.
 *
 * @param weights one per asset
 */
public record FixedWeight(Weights weights) implements Sizer {

    /** Validates. */
    public FixedWeight {
        Objects.requireNonNull(weights, "weights");
    }

    /**
     * Returns the weights.
     *
     * @param scores one per asset; only their number matters
     * @return {@link #weights()}, never refused
     * @throws IllegalArgumentException if the scores are not of as many assets as the weights
     */
    @Override
    public SizedWeights size(double... scores) {
        Require.that(
                scores.length == weights.size(),
                "scores must be of " + weights.size() + " assets, were of " + scores.length);
        return new SizedWeights.Sized(weights);
    }
}
