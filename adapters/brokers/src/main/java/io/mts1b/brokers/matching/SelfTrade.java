package io.mts1b.brokers.matching;

/** What happens instead of a trade when both orders have the same owner, and that owner is not {@link OrderBook#NOBODY}. */
public enum SelfTrade {
    /** They trade. */
    ALLOW,
    /** What is left of the incoming order is canceled. */
    CANCEL_TAKER,
    /** The resting order is canceled, and the incoming one goes on. */
    CANCEL_MAKER,
    /** Both are canceled. */
    CANCEL_BOTH,
    /** Both lose the smaller quantity, without a trade. */
    DECREMENT
}
