package io.mts1b.foundation.risk;

/** How far a halt reaches. */
public enum HaltSeverity {
    /** One strategy of one fund. */
    STRATEGY_HALT,
    /** One fund. */
    FUND_HALT,
    /** Everything. */
    FIRM_HALT
}
