package io.mts1b.brokers.paper.book;

import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.symbology.InstrumentId;

/** What can be borrowed to be sold short. */
@FunctionalInterface
public interface Borrow {

    /**
     * Returns how much the account may be short at most.
     *
     * @param instrument of what
     * @return the largest short position, what is short already included; zero where nothing can be borrowed
     */
    Quantity available(InstrumentId instrument);
}
