package io.mts1b.portfolio.sizing;

/** A rule that turns opinions into weights. Implementations are immutable and thread-safe. */
@FunctionalInterface
public interface Sizer {

    /**
     * Sizes.
     *
     * @param scores one per asset, higher is stronger, NaN for no opinion; not modified
     * @return one weight per asset, in the same order, or why there are none
     */
    SizedWeights size(double... scores);
}
