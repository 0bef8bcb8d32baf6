package io.mts1b.quantkit.factors;

import io.mts1b.foundation.marketdata.UniversePanel;

/**
 * Something that ranks assets on every date. Implementations are immutable and thread-safe.
 *
 * <p>{@code FactorContract} in the tests of this package checks what is promised here.
 */
public interface Factor {

    /**
     * Returns the name.
     *
     * @return {@code f_} and lower-case words joined by {@code _}, such as {@code f_momentum_12_1}
     */
    String name();

    /**
     * Returns how much history it needs.
     *
     * @return the number of dates at the start of a panel on which every score is NaN
     */
    int warmup();

    /**
     * Scores assets.
     *
     * @param panel T dates by A assets
     * @return A columns of T scores, oldest first; higher is stronger; each date has mean 0 and deviation 1
     *     (divisor n) over the assets it scores, or only zeros where they do not differ; NaN where nothing is
     *     known
     */
    double[][] scores(UniversePanel panel);
}
