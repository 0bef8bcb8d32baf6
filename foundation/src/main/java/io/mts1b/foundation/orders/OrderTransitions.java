package io.mts1b.foundation.orders;

import static io.mts1b.foundation.orders.OrderStatus.ACCEPTED;
import static io.mts1b.foundation.orders.OrderStatus.APPROVED;
import static io.mts1b.foundation.orders.OrderStatus.CANCELED;
import static io.mts1b.foundation.orders.OrderStatus.CREATED;
import static io.mts1b.foundation.orders.OrderStatus.DENIED;
import static io.mts1b.foundation.orders.OrderStatus.EXPIRED;
import static io.mts1b.foundation.orders.OrderStatus.FILLED;
import static io.mts1b.foundation.orders.OrderStatus.PENDING_CANCEL;
import static io.mts1b.foundation.orders.OrderStatus.PENDING_REPLACE;
import static io.mts1b.foundation.orders.OrderStatus.PENDING_RISK;
import static io.mts1b.foundation.orders.OrderStatus.REJECTED;
import static io.mts1b.foundation.orders.OrderStatus.SUBMITTED;
import static io.mts1b.foundation.orders.OrderStatus.UNKNOWN;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The one table of what may happen to an order: status and trigger give the next status, or nothing.
 *
 * <p>The real world's races are in it on purpose. A fill counts before its acknowledgement and after a
 * cancel. An answer that a faster fill overtook changes nothing. An order that the venue refused and
 * then traded is UNKNOWN, because one of the two words was wrong and the rest of it may be alive. Only a
 * DENIED order, which never left the house, can have no fill.
 *
 * <p>What is not in the table is impossible, and {@link OrderState#apply} refuses it.
 */
public final class OrderTransitions {

    /** What moves an order; the events of {@link OrderEvent}, told apart by what they leave. */
    public enum Trigger {
        /** {@link OrderEvent.RiskRequested}. */
        REQUEST_RISK,
        /** {@link OrderEvent.RiskApproved}. */
        APPROVE,
        /** {@link OrderEvent.RiskDenied}. */
        DENY,
        /** {@link OrderEvent.Submitted}. */
        SUBMIT,
        /** {@link OrderEvent.Accepted}. */
        ACCEPT,
        /** {@link OrderEvent.Rejected}. */
        REJECT,
        /** {@link OrderEvent.Filled}, and something is left. */
        FILL_PART,
        /**
         * {@link OrderEvent.Filled}, {@link OrderEvent.Replaced} or the {@link OrderEvent.ReplaceRejected} that was
         * waited for, and nothing is left.
         */
        FILL_ALL,
        /** {@link OrderEvent.FillBusted}. */
        BUST,
        /** {@link OrderEvent.CancelRequested}. */
        REQUEST_CANCEL,
        /** {@link OrderEvent.CancelRejected}. */
        REJECT_CANCEL,
        /** {@link OrderEvent.Canceled}. */
        CANCEL,
        /** {@link OrderEvent.ReplaceRequested}. */
        REQUEST_REPLACE,
        /** {@link OrderEvent.Replaced}, and something is left. */
        REPLACE,
        /** {@link OrderEvent.ReplaceRejected}. */
        REJECT_REPLACE,
        /** {@link OrderEvent.Expired}. */
        EXPIRE,
        /** {@link OrderEvent.Lost}. */
        LOSE
    }

    private static final Map<OrderStatus, Map<Trigger, OrderStatus>> TABLE = table();

    private OrderTransitions() {}

    /**
     * Returns where a trigger leads.
     *
     * @param from the status
     * @param trigger what happens
     * @return the next status, which may be the same; empty if this cannot happen
     */
    public static Optional<OrderStatus> next(OrderStatus from, Trigger trigger) {
        Map<Trigger, OrderStatus> row = TABLE.get(from);
        return row == null ? Optional.empty() : Optional.ofNullable(row.get(trigger));
    }

    private static Map<OrderStatus, Map<Trigger, OrderStatus>> table() {
        Table table = new Table();
        table.from(CREATED)
                .to(PENDING_RISK, Trigger.REQUEST_RISK)
                .to(APPROVED, Trigger.APPROVE)
                .to(DENIED, Trigger.DENY)
                // An order that waits for another one is made as large as that one came to be.
                .to(CREATED, Trigger.REPLACE)
                .to(CANCELED, Trigger.CANCEL);
        table.from(PENDING_RISK)
                .to(APPROVED, Trigger.APPROVE)
                .to(DENIED, Trigger.DENY)
                .to(CANCELED, Trigger.CANCEL);
        table.from(APPROVED).to(SUBMITTED, Trigger.SUBMIT).to(CANCELED, Trigger.CANCEL);
        table.from(SUBMITTED)
                .to(ACCEPTED, Trigger.ACCEPT, Trigger.FILL_PART)
                .to(PENDING_CANCEL, Trigger.REQUEST_CANCEL)
                .venueEnds();
        table.from(ACCEPTED)
                .to(ACCEPTED, Trigger.ACCEPT, Trigger.FILL_PART, Trigger.BUST, Trigger.REPLACE)
                .to(PENDING_CANCEL, Trigger.REQUEST_CANCEL)
                .to(PENDING_REPLACE, Trigger.REQUEST_REPLACE)
                .to(ACCEPTED, Trigger.REJECT_CANCEL, Trigger.REJECT_REPLACE)
                .venueEnds();
        table.from(PENDING_CANCEL)
                .to(PENDING_CANCEL, Trigger.ACCEPT, Trigger.FILL_PART, Trigger.BUST, Trigger.REQUEST_CANCEL)
                .to(PENDING_CANCEL, Trigger.REPLACE, Trigger.REJECT_REPLACE)
                .to(ACCEPTED, Trigger.REJECT_CANCEL)
                .venueEnds();
        table.from(PENDING_REPLACE)
                .to(PENDING_REPLACE, Trigger.ACCEPT, Trigger.FILL_PART, Trigger.BUST, Trigger.REJECT_CANCEL)
                .to(PENDING_CANCEL, Trigger.REQUEST_CANCEL)
                .to(ACCEPTED, Trigger.REPLACE, Trigger.REJECT_REPLACE)
                .venueEnds();
        // A fill proves that it lived, not that the rest lives; only the venue's word on the rest ends the doubt.
        table.from(UNKNOWN)
                .to(UNKNOWN, Trigger.FILL_PART, Trigger.BUST, Trigger.REQUEST_CANCEL, Trigger.REJECT_CANCEL)
                .to(UNKNOWN, Trigger.REJECT_REPLACE)
                .to(ACCEPTED, Trigger.ACCEPT, Trigger.REPLACE)
                .venueEnds();
        table.from(REJECTED)
                .to(REJECTED, Trigger.REJECT, Trigger.CANCEL, Trigger.EXPIRE, Trigger.LOSE)
                .to(REJECTED, Trigger.REJECT_CANCEL, Trigger.REJECT_REPLACE)
                .to(UNKNOWN, Trigger.ACCEPT, Trigger.FILL_PART)
                .to(FILLED, Trigger.FILL_ALL);
        // More than was ordered may trade; the excess is real and counts. A replacement by more than has traded
        // means that the fill was told first and the rest may be alive.
        table.from(FILLED)
                .to(FILLED, Trigger.FILL_PART, Trigger.FILL_ALL)
                .to(CANCELED, Trigger.BUST)
                .to(UNKNOWN, Trigger.REPLACE)
                .lateAnswers(FILLED);
        for (OrderStatus ended : new OrderStatus[] {CANCELED, EXPIRED}) {
            table.from(ended)
                    .to(ended, Trigger.FILL_PART, Trigger.BUST, Trigger.REPLACE)
                    .to(FILLED, Trigger.FILL_ALL)
                    .lateAnswers(ended);
        }
        return table.rows;
    }

    /** Writes rows; a cell is written once. */
    private static final class Table {

        private final Map<OrderStatus, Map<Trigger, OrderStatus>> rows = new EnumMap<>(OrderStatus.class);

        Row from(OrderStatus from) {
            Map<Trigger, OrderStatus> cells = new EnumMap<>(Trigger.class);
            rows.put(from, cells);
            return new Row(cells);
        }
    }

    private record Row(Map<Trigger, OrderStatus> cells) {

        Row to(OrderStatus to, Trigger... triggers) {
            for (Trigger trigger : triggers) {
                if (cells.put(trigger, to) != null) {
                    throw new IllegalStateException("cell written twice: " + trigger);
                }
            }
            return this;
        }

        /** The ends a living order can have at a venue, and the loss of sight. */
        void venueEnds() {
            to(FILLED, Trigger.FILL_ALL);
            to(REJECTED, Trigger.REJECT);
            to(CANCELED, Trigger.CANCEL);
            to(EXPIRED, Trigger.EXPIRE);
            to(UNKNOWN, Trigger.LOSE);
        }

        /** Answers that the end overtook: they tell nothing new. */
        void lateAnswers(OrderStatus stay) {
            to(stay, Trigger.ACCEPT, Trigger.REJECT_CANCEL, Trigger.REJECT_REPLACE);
            to(stay, Trigger.CANCEL, Trigger.EXPIRE, Trigger.LOSE);
        }
    }
}
