package io.mts1b.oms;

import io.mts1b.foundation.orders.Fill;
import io.mts1b.foundation.orders.OrderState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One order, and all that is known of it. Mutable: a part of the fold. */
final class OrderRecord {

    /** Whether it was the first with its idempotency key. */
    final boolean ownsKey;

    /** The fills that stand, in the order in which they were booked. */
    final List<Fill> fills = new ArrayList<>(1);

    /** The fills that were taken back. */
    final List<Fill> busted = new ArrayList<>(0);

    /** What we call it there, one name for each time it was sent or to be replaced. */
    final List<String> clientNames = new ArrayList<>(1);

    /** What its venue calls it. */
    final List<String> venueNames = new ArrayList<>(1);

    /** Whether it is among the orders that may trade. */
    boolean isOpen;

    /** Whether it is among the orders in memory that ended. */
    boolean isEnded;

    OrderState state;

    @Nullable Intent intent;

    OrderRecord(boolean ownsKey, OrderState state) {
        this.ownsKey = ownsKey;
        this.state = state;
    }
}
