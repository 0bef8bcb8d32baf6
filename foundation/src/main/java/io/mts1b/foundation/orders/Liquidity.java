package io.mts1b.foundation.orders;

/** What a fill did to the book. */
public enum Liquidity {
    /** It rested there and was hit. */
    MAKER,
    /** It took what rested there. */
    TAKER,
    /** The venue does not say. */
    UNKNOWN
}
