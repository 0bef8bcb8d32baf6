package io.mts1b.brokers.paper.book;

import io.mts1b.foundation.symbology.InstrumentId;
import java.time.Instant;

/** When a venue takes orders. */
@FunctionalInterface
public interface Hours {

    /**
     * Tells whether orders are taken.
     *
     * @param instrument for what
     * @param at when
     * @return whether the market is open
     */
    boolean isOpen(InstrumentId instrument, Instant at);
}
