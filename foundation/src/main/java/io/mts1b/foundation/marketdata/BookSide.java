package io.mts1b.foundation.marketdata;

/** A side of an order book. */
public enum BookSide {
    /** Those who want to buy; best is highest. */
    BID,
    /** Those who want to sell; best is lowest. */
    ASK
}
