package io.mts1b.foundation.orders;

import io.mts1b.foundation.ids.OrderId;
import java.util.Objects;

/** How an order depends on another one. */
public sealed interface OrderLink {

    /**
     * Returns the order it depends on.
     *
     * @return the other order
     */
    OrderId other();

    /** A slice of a parent order; the fills of all slices add up to the parent's. */
    record ChildOf(OrderId other) implements OrderLink {

        /** Validates. */
        public ChildOf {
            Objects.requireNonNull(other, "other");
        }
    }

    /** One cancels the other: a fill of either ends its partner. */
    record CancelsWith(OrderId other) implements OrderLink {

        /** Validates. */
        public CancelsWith {
            Objects.requireNonNull(other, "other");
        }
    }

    /** One triggers the other: this order is sent when the other has filled. */
    record TriggeredBy(OrderId other) implements OrderLink {

        /** Validates. */
        public TriggeredBy {
            Objects.requireNonNull(other, "other");
        }
    }

    /** The exit of a bracket around an entry order; the two exits of one entry cancel each other. */
    record BracketExit(OrderId other, Exit exit) implements OrderLink {

        /** Validates. */
        public BracketExit {
            Objects.requireNonNull(other, "other");
            Objects.requireNonNull(exit, "exit");
        }
    }

    /** Which exit of a bracket. */
    enum Exit {
        /** The limit order that takes the profit. */
        TAKE_PROFIT,
        /** The stop order that ends the loss. */
        STOP_LOSS
    }
}
