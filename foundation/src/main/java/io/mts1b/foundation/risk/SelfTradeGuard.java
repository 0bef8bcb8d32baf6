package io.mts1b.foundation.risk;

/** Whose resting orders an order must not trade with. */
public enum SelfTradeGuard {
    /** Nobody's: the venue is relied on. */
    OFF,
    /** The fund's own. */
    FUND,
    /** Those of every fund of the house. */
    HOUSE
}
