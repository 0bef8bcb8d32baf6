package io.mts1b.benchmarks.measurement;

import org.jspecify.annotations.Nullable;

/**
 * One measurement, and the same work done by a peer.
 *
 * @param name what was done
 * @param unit what the values are in; less is better
 * @param value the median of our runs
 * @param spread the distance between the quartiles of our runs, in the same unit
 * @param peer who else did the work, or null if nobody did
 * @param peerValue the median of the peer's runs, or null without a peer
 * @param ratio how many times longer the peer took; below one where we lose; null without a peer
 * @param resultsEqual whether both came to the same results, or null without a peer
 * @param bytesAllocated the bytes our code allocated for one unit of work, or null if not measured
 */
public record Row(
        String name,
        String unit,
        double value,
        double spread,
        @Nullable String peer,
        @Nullable Double peerValue,
        @Nullable Double ratio,
        @Nullable Boolean resultsEqual,
        @Nullable Double bytesAllocated) {

    /**
     * Makes the row of a measurement nobody else takes part in.
     *
     * @param name what was done
     * @param unit what the values are in
     * @param runs the values of our runs
     * @param bytesAllocated the bytes allocated for one unit of work, or null if not measured
     * @return the row
     */
    public static Row alone(String name, String unit, Samples runs, @Nullable Double bytesAllocated) {
        return new Row(name, unit, runs.median(), runs.spread(), null, null, null, null, bytesAllocated);
    }
}
