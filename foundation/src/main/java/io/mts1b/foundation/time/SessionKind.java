package io.mts1b.foundation.time;

/** The part of the day an order or a limit is about. */
public enum SessionKind {
    /** The main session of the exchange. */
    REGULAR,
    /** Before the main session. */
    PRE_MARKET,
    /** After the main session. */
    POST_MARKET,
    /** Between post-market and pre-market, where a broker makes its own market. */
    OVERNIGHT,
    /** Around the clock, for markets that do not close. */
    CONTINUOUS
}
