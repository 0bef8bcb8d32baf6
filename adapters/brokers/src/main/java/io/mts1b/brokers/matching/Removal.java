package io.mts1b.brokers.matching;

/** Why an order, or what was left of it, is gone without having traded. */
public enum Removal {
    /** Somebody asked for it. */
    REQUESTED,
    /** It may not rest, and there was nothing more to take. */
    UNFILLED,
    /** It met an order of its owner. */
    SELF_TRADE,
    /** Its time was up. */
    EXPIRED
}
