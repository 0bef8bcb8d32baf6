package io.mts1b.brokers;

import io.mts1b.foundation.orders.OrderState;
import java.util.Objects;

/**
 * An order that was sent, as it is known at the venue.
 *
 * @param state where it stands, the venue's own name in it once the venue has told
 * @param name our name for it, that of its last replacement the venue took
 */
public record SentOrder(OrderState state, ClientOrderId name) {

    /** Validates. */
    public SentOrder {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(name, "name");
    }

    /**
     * Returns what the venue may call it.
     *
     * @return our name, and the venue's if it has told
     */
    public OrderName names() {
        return new OrderName(name.value(), state.venueOrderId());
    }
}
