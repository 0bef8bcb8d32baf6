package io.mts1b.brokers.matching;

/** Why a command did nothing. */
public enum Refusal {
    /** The price is not in 1 to {@link OrderBook#MAX_PRICE}. */
    PRICE,
    /** The quantity is not in 1 to {@link OrderBook#MAX_QUANTITY}, or more than there is to reduce by. */
    QUANTITY,
    /** An order of that id is on the book. */
    DUPLICATE_ID,
    /** No order of that id is on the book. */
    UNKNOWN_ID,
    /** It may only rest, and would have traded. */
    WOULD_CROSS,
    /** It may only trade whole, and there is not enough. */
    NOT_ENOUGH,
    /** Its time was up before it came. */
    TOO_LATE,
    /** {@link OrderBook#MAX_ORDERS} are on the book. */
    FULL
}
