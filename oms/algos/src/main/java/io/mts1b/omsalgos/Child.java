package io.mts1b.omsalgos;

import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.TimeInForce;
import io.mts1b.foundation.symbology.InstrumentId;
import java.time.Instant;

/**
 * A child after some of its events.
 *
 * @param order how it was placed
 * @param placedAt when
 * @param status where it stands
 * @param cancelAsked whether its cancel is under way
 * @param filled how much of it traded
 */
record Child(AlgoCommand.Place order, Instant placedAt, Status status, boolean cancelAsked, Quantity filled) {

    enum Status {
        /** May trade. */
        WORKING,
        /** May trade, or may not exist. */
        IN_DOUBT,
        /** Refused; if it trades after all, one of the two words was wrong. */
        REJECTED,
        /** All of it traded, or the rest was canceled. */
        ENDED
    }

    boolean isOpen() {
        return status == Status.WORKING || status == Status.IN_DOUBT;
    }

    /** Returns how much may still trade. */
    Quantity open() {
        return isOpen() ? order.quantity().minus(order.quantity().min(filled)) : Quantity.ZERO;
    }

    int number() {
        return order.child();
    }

    InstrumentId instrument() {
        return order.instrument();
    }

    OrderType orderType() {
        return order.orderType();
    }

    boolean isImmediate() {
        return order.timeInForce() == TimeInForce.IOC;
    }

    Child with(Status next) {
        return new Child(order, placedAt, next, cancelAsked && next != Status.REJECTED, filled);
    }

    Child asked(boolean cancel) {
        return new Child(order, placedAt, status, cancel, filled);
    }

    Child filled(Quantity total) {
        Status next = status;
        if (total.compareTo(filled) > 0 && status == Status.REJECTED) {
            next = Status.IN_DOUBT;
        }
        boolean isWhole = total.compareTo(order.quantity()) >= 0;
        return new Child(order, placedAt, isWhole ? Status.ENDED : next, cancelAsked, total);
    }
}
