package io.mts1b.foundation.orders;

/** How long an order waits. */
public enum TimeInForce {
    /** Until the end of the session. */
    DAY,
    /** Until it is canceled. */
    GTC,
    /** Not at all: what does not trade at once is canceled. */
    IOC,
    /** Not at all, and it trades whole or not. */
    FOK,
    /** For the opening auction only. */
    OPG
}
