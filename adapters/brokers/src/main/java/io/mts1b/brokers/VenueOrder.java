package io.mts1b.brokers;

import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.symbology.InstrumentId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An order as a venue tells it.
 *
 * @param name what the venue calls it
 * @param instrument what it trades
 * @param buys whether it buys
 * @param ordered how much is wanted now
 * @param type at which prices now; null if the venue tells a type that is none of ours
 * @param standing where it stands
 * @param filled how much has traded
 * @param averagePrice the average price of that; null if nothing has traded, or the venue does not tell
 */
public record VenueOrder(
        OrderName name,
        InstrumentId instrument,
        boolean buys,
        Quantity ordered,
        @Nullable OrderType type,
        Standing standing,
        Quantity filled,
        @Nullable Price averagePrice) {

    /** Where an order stands at a venue. */
    public enum Standing {
        /** It may still trade. */
        WORKING,
        /** It traded in full. */
        FILLED,
        /** It was taken off the book. */
        CANCELED,
        /** Its time was up. */
        EXPIRED,
        /** The venue refused it. */
        REJECTED
    }

    /** Validates. */
    public VenueOrder {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(instrument, "instrument");
        Objects.requireNonNull(ordered, "ordered");
        Objects.requireNonNull(standing, "standing");
        Objects.requireNonNull(filled, "filled");
    }
}
