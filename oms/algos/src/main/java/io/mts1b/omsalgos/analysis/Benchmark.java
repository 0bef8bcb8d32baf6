package io.mts1b.omsalgos.analysis;

/** The prices that an execution is held against. */
public enum Benchmark {
    /** The middle of the market when the order arrived there. */
    ARRIVAL,
    /** The price of the market while the order was worked, by volume. */
    VWAP,
    /** The price of the market while the order was worked, by time. */
    TWAP,
    /** The price at the end of the session. */
    CLOSE
}
