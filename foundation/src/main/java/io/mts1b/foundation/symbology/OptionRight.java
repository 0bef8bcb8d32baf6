package io.mts1b.foundation.symbology;

/** What an option lets its holder do. */
public enum OptionRight {
    /** Buy at the strike. */
    CALL,
    /** Sell at the strike. */
    PUT
}
