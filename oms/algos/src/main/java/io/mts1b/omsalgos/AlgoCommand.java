package io.mts1b.omsalgos;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.IdempotencyKey;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderLink;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.TimeInForce;
import io.mts1b.foundation.symbology.InstrumentId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** What an execution wants done. Children are numbered from 1, in the order in which they are placed. */
public sealed interface AlgoCommand {

    /** Send a child. */
    record Place(int child, InstrumentId instrument, Quantity quantity, OrderType orderType, TimeInForce timeInForce)
            implements AlgoCommand {

        /** Validates. */
        public Place {
            Require.that(child >= 1, "child must be at least 1, was " + child);
            Objects.requireNonNull(instrument, "instrument");
            Require.that(!quantity.isZero(), "quantity must be positive, was " + quantity);
            Objects.requireNonNull(orderType, "orderType");
            Objects.requireNonNull(timeInForce, "timeInForce");
        }

        /**
         * Returns the child as an order, named {@code <parent>-<child>}, so that a replay names it the same.
         *
         * @param parent the order it is a slice of
         * @param createdAt when it was wished for
         * @return the order, that links to its parent alone
         */
        public Order order(Order parent, Instant createdAt) {
            return Order.builder()
                    .orderId(new OrderId(parent.orderId() + "-" + child))
                    .idempotencyKey(new IdempotencyKey(parent.orderId() + "-" + child))
                    .fund(parent.fund())
                    .strategy(parent.strategy())
                    .instrument(instrument)
                    .side(parent.side())
                    .quantity(quantity)
                    .type(orderType)
                    .timeInForce(timeInForce)
                    .broker(parent.broker())
                    .actor(parent.actor())
                    .thesis(parent.thesis())
                    .links(List.of(new OrderLink.ChildOf(parent.orderId())))
                    .createdAt(createdAt)
                    .build();
        }
    }

    /** Cancel what is open of a child. */
    record Cancel(int child) implements AlgoCommand {

        /** Validates. */
        public Cancel {
            Require.that(child >= 1, "child must be at least 1, was " + child);
        }
    }

    /** Nothing is open and nothing more will be placed. Comes once, last. */
    record Finish(FinishReason reason, Quantity filled, Quantity unfilled) implements AlgoCommand {

        /** Validates. */
        public Finish {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(filled, "filled");
            Objects.requireNonNull(unfilled, "unfilled");
        }
    }
}
