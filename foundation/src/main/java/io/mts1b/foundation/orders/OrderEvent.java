package io.mts1b.foundation.orders;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.numbers.Quantity;
import java.time.Instant;
import java.util.Objects;

/**
 * Something that happened to one order, as told by us or by the venue.
 *
 * <p>The set is closed: a new kind of event does not compile until every consumer has said what it means
 * to them.
 */
public sealed interface OrderEvent {

    /** The longest reason that is kept; a venue's longer text is cut at its edge. */
    int MAX_REASON = 1_000;

    /**
     * Returns the order this happened to.
     *
     * @return the order
     */
    OrderId orderId();

    /**
     * Returns when it happened, by the clock of whoever reported it.
     *
     * @return the event time
     */
    Instant at();

    /** Risk was asked. */
    record RiskRequested(OrderId orderId, Instant at) implements OrderEvent {

        /** Validates. */
        public RiskRequested {
            requireOrder(orderId, at);
        }
    }

    /** Risk let the order go. */
    record RiskApproved(OrderId orderId, Instant at) implements OrderEvent {

        /** Validates. */
        public RiskApproved {
            requireOrder(orderId, at);
        }
    }

    /** Risk refused the order; {@code reason} names the gate and its numbers. */
    record RiskDenied(OrderId orderId, Instant at, String reason) implements OrderEvent {

        /** Validates. */
        public RiskDenied {
            requireOrder(orderId, at);
            Require.note("reason", reason, MAX_REASON);
        }
    }

    /** We are about to send the order to the venue: durable before the first byte leaves. */
    record Submitted(OrderId orderId, Instant at) implements OrderEvent {

        /** Validates. */
        public Submitted {
            requireOrder(orderId, at);
        }
    }

    /** The venue put the order on its book, under its own identifier. */
    record Accepted(OrderId orderId, Instant at, String venueOrderId) implements OrderEvent {

        /** Validates. */
        public Accepted {
            requireOrder(orderId, at);
            Require.visible("venueOrderId", venueOrderId, 128);
        }
    }

    /** The venue refused the order; {@code reason} is the venue's own text. */
    record Rejected(OrderId orderId, Instant at, String reason) implements OrderEvent {

        /** Validates. */
        public Rejected {
            requireOrder(orderId, at);
            Require.note("reason", reason, MAX_REASON);
        }
    }

    /** Part or all of the order traded. */
    record Filled(Fill fill) implements OrderEvent {

        /** Validates. */
        public Filled {
            Objects.requireNonNull(fill, "fill");
        }

        @Override
        public OrderId orderId() {
            return fill.orderId();
        }

        @Override
        public Instant at() {
            return fill.at();
        }
    }

    /** The venue took a fill back. */
    record FillBusted(Fill fill, Instant at) implements OrderEvent {

        /** Validates. */
        public FillBusted {
            Objects.requireNonNull(fill, "fill");
            Objects.requireNonNull(at, "at");
        }

        @Override
        public OrderId orderId() {
            return fill.orderId();
        }
    }

    /** We asked to cancel. */
    record CancelRequested(OrderId orderId, Instant at) implements OrderEvent {

        /** Validates. */
        public CancelRequested {
            requireOrder(orderId, at);
        }
    }

    /** The venue refused to cancel; {@code reason} is the venue's own text. */
    record CancelRejected(OrderId orderId, Instant at, String reason) implements OrderEvent {

        /** Validates. */
        public CancelRejected {
            requireOrder(orderId, at);
            Require.note("reason", reason, MAX_REASON);
        }
    }

    /** The order is off the book, or was withdrawn before it got there. */
    record Canceled(OrderId orderId, Instant at, String reason) implements OrderEvent {

        /** Validates. */
        public Canceled {
            requireOrder(orderId, at);
            Require.note("reason", reason, MAX_REASON);
        }
    }

    /** We asked to change quantity or price. */
    record ReplaceRequested(OrderId orderId, Instant at, Quantity quantity, OrderType orderType) implements OrderEvent {

        /** Validates. */
        public ReplaceRequested {
            requireOrder(orderId, at);
            Require.that(!quantity.isZero(), "quantity must be positive, was 0");
            Objects.requireNonNull(orderType, "orderType");
        }
    }

    /** The venue changed the order; what stands here is what holds now. */
    record Replaced(OrderId orderId, Instant at, Quantity quantity, OrderType orderType) implements OrderEvent {

        /** Validates. */
        public Replaced {
            requireOrder(orderId, at);
            Require.that(!quantity.isZero(), "quantity must be positive, was 0");
            Objects.requireNonNull(orderType, "orderType");
        }
    }

    /** The venue refused to change the order; {@code reason} is the venue's own text. */
    record ReplaceRejected(OrderId orderId, Instant at, String reason) implements OrderEvent {

        /** Validates. */
        public ReplaceRejected {
            requireOrder(orderId, at);
            Require.note("reason", reason, MAX_REASON);
        }
    }

    /** The order's time was up. */
    record Expired(OrderId orderId, Instant at) implements OrderEvent {

        /** Validates. */
        public Expired {
            requireOrder(orderId, at);
        }
    }

    /** We lost sight of the order: no answer, a disconnect, two answers that contradict each other. */
    record Lost(OrderId orderId, Instant at, String reason) implements OrderEvent {

        /** Validates. */
        public Lost {
            requireOrder(orderId, at);
            Require.note("reason", reason, MAX_REASON);
        }
    }

    private static void requireOrder(OrderId orderId, Instant at) {
        Objects.requireNonNull(orderId, "orderId");
        Objects.requireNonNull(at, "at");
    }
}
