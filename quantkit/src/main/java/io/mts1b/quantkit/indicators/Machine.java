package io.mts1b.quantkit.indicators;

/** One indicator at work: takes a bar, and writes what it says on it. */
@FunctionalInterface
interface Machine {

    /**
     * Takes the next bar, which has every number that the indicator reads.
     *
     * @param bar the bar
     * @param out where to write one number per output, NaN for none
     */
    void next(CurrentBar bar, double[] out);
}
