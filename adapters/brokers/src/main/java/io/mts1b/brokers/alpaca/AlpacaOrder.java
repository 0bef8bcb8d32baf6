package io.mts1b.brokers.alpaca;

import io.mts1b.brokers.VenueOrder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order as Alpaca tells it. One that is replaced is another order there, with names of its own; each counts what it has
 * traded itself.
 *
 * @param order the order, by itself; one that was replaced stands as canceled
 * @param submittedAt when it came
 * @param replaces what Alpaca calls the order it replaces; null if it replaces none
 * @param replacedBy what it calls the one that has replaced it; null if none has
 */
public record AlpacaOrder(
        VenueOrder order,
        Instant submittedAt,
        @Nullable String replaces,
        @Nullable String replacedBy) {

    /** What Alpaca calls it. */
    String id() {
        return String.valueOf(order.name().venues());
    }
}
