package io.mts1b.foundation.marketdata;

/** Who crossed the spread in a trade. */
public enum Aggressor {
    /** The buyer took an offer. */
    BUYER,
    /** The seller hit a bid. */
    SELLER,
    /** The venue does not say, or it was an auction. */
    UNKNOWN
}
