package io.mts1b.benchmarks.quant;

import io.mts1b.benchmarks.measurement.Contest.Outcome;
import io.mts1b.benchmarks.measurement.Contest.Round;

/** Some work whose result can be compared. */
@FunctionalInterface
interface Work {

    /**
     * Does it.
     *
     * @return what came out, with {@code equals}
     * @throws Exception if it fails
     */
    Object run() throws Exception;

    /** Makes it a round that takes so many milliseconds. */
    default Round inMillis() {
        return timed(1e6);
    }

    /** Makes it a round that takes so many nanoseconds for each of its operations. */
    default Round inNanosEach(long operations) {
        return timed((double) operations);
    }

    private Round timed(double unit) {
        return () -> {
            long start = System.nanoTime();
            Object result = run();
            return Outcome.of((System.nanoTime() - start) / unit, result);
        };
    }
}
