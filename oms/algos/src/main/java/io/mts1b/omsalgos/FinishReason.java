package io.mts1b.omsalgos;

/** Why an execution ended. */
public enum FinishReason {
    /** All of the parent traded. */
    FILLED,
    /** Somebody canceled the parent. */
    CANCELED,
    /** The horizon is over: the market, the price limit or the participation did not let all of it trade. */
    HORIZON_OVER,
    /** The venue refused too many children in a row. */
    REJECTED,
    /** What is left is less than a lot, after a fill of less than one. */
    LESS_THAN_A_LOT
}
