package io.mts1b.oms;

import io.mts1b.brokers.ClientOrderId;
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
    final List<Fill> fills = new ArrayList<>(0);

    /** The fills that were taken back. */
    final List<Fill> busted = new ArrayList<>(0);

    /** What its venue calls it. */
    final List<String> venueNames = new ArrayList<>(0);

    /** How often it was sent or to be replaced, each time under another of {@link #clientNames}. */
    int sendings;

    private final List<String> clientNames = new ArrayList<>(0);

    /** Whether it is among the orders that may trade. */
    boolean isOpen;

    /** Whether it is among the orders in memory that ended. */
    boolean isEnded;

    /** Whether it is in memory no more; nobody changes it then. */
    boolean isArchived;

    OrderState state;

    @Nullable Intent intent;

    OrderRecord(boolean ownsKey, OrderState state) {
        this.ownsKey = ownsKey;
        this.state = state;
    }

    /** Returns what we call it at its venue, in the order in which it was sent: made when they are first asked for. */
    List<String> clientNames() {
        for (int revision = clientNames.size(); revision < sendings; revision++) {
            clientNames.add(ClientOrderId.of(state.order().orderId(), revision).value());
        }
        return clientNames;
    }

    /** Returns those of them that were asked for. */
    List<String> madeClientNames() {
        return clientNames;
    }
}
