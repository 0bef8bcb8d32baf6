package io.mts1b.brokers;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.FillId;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.OrderType;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a venue tells of one order. It may be told late, twice, and out of order. */
public sealed interface OrderReport extends VenueMessage {

    /**
     * Returns which order.
     *
     * @return what the venue calls it
     */
    OrderName order();

    /** It is on the book. */
    record Accepted(OrderName order, Instant at) implements OrderReport {

        /** Validates. */
        public Accepted {
            require(order, at);
        }
    }

    /** It was refused; {@code reason} is the venue's text. */
    record Rejected(OrderName order, Instant at, String reason) implements OrderReport {

        /** Validates. */
        public Rejected {
            require(order, at, reason);
        }
    }

    /** It traded. */
    record Traded(VenueFill fill) implements OrderReport {

        /** Validates. */
        public Traded {
            Objects.requireNonNull(fill, "fill");
        }

        @Override
        public OrderName order() {
            return fill.order();
        }

        @Override
        public Instant at() {
            return fill.at();
        }
    }

    /** A fill was taken back. A correction is this and another fill. */
    record Busted(OrderName order, FillId fill, Instant at) implements OrderReport {

        /** Validates. */
        public Busted {
            require(order, at);
            Objects.requireNonNull(fill, "fill");
        }
    }

    /** It is off the book, with so much traded before; null if the venue does not say how much, and must be asked. */
    record Canceled(OrderName order, Instant at, @Nullable Quantity filled, String reason) implements OrderReport {

        /** Validates. */
        public Canceled {
            require(order, at, reason);
        }
    }

    /** It cannot be taken off the book. */
    record CancelRejected(OrderName order, Instant at, String reason) implements OrderReport {

        /** Validates. */
        public CancelRejected {
            require(order, at, reason);
        }
    }

    /** It was changed, and is named as the replacement was; what stands here is what holds now. */
    record Replaced(OrderName order, Instant at, Quantity quantity, OrderType orderType) implements OrderReport {

        /** Validates. */
        public Replaced {
            require(order, at);
            Require.that(!quantity.isZero(), "quantity must be positive, was " + quantity);
            Objects.requireNonNull(orderType, "orderType");
        }
    }

    /** It cannot be changed; {@code order} is named as the replacement that is refused. */
    record ReplaceRejected(OrderName order, Instant at, String reason) implements OrderReport {

        /** Validates. */
        public ReplaceRejected {
            require(order, at, reason);
        }
    }

    /** Its time was up, with so much traded before; null if the venue does not say how much, and must be asked. */
    record Expired(OrderName order, Instant at, @Nullable Quantity filled) implements OrderReport {

        /** Validates. */
        public Expired {
            require(order, at);
        }
    }

    /** What we asked about it was sent, or may have been, and nothing clear came back: a timeout, a 5xx. */
    record Unanswered(OrderName order, Instant at, String reason) implements OrderReport {

        /** Validates. */
        public Unanswered {
            require(order, at, reason);
        }
    }

    private static void require(OrderName order, Instant at) {
        Objects.requireNonNull(order, "order");
        Objects.requireNonNull(at, "at");
    }

    private static void require(OrderName order, Instant at, String reason) {
        require(order, at);
        Require.note("reason", reason, MAX_REASON);
    }
}
