package io.mts1b.omsalgos;

/** At which price the children of an algo wait or take. */
public enum ChildType {
    /** At the near side of the quote: the best bid to buy, the best ask to sell. Earns the spread, may wait. */
    LIMIT,
    /** At the far side of the quote: the best ask to buy, the best bid to sell. Pays the spread, trades at once. */
    MARKETABLE_LIMIT
}
