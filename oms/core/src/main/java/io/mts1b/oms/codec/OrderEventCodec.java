package io.mts1b.oms.codec;

import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.orders.Fill;
import io.mts1b.foundation.orders.OrderEvent;
import io.mts1b.foundation.orders.OrderType;
import java.time.Instant;

/** What happens to orders. Confined to one thread. */
public final class OrderEventCodec {

    private static final int RISK_REQUESTED = 0;
    private static final int RISK_APPROVED = 1;
    private static final int RISK_DENIED = 2;
    private static final int SUBMITTED = 3;
    private static final int ACCEPTED = 4;
    private static final int REJECTED = 5;
    private static final int FILLED = 6;
    private static final int FILL_BUSTED = 7;
    private static final int CANCEL_REQUESTED = 8;
    private static final int CANCEL_REJECTED = 9;
    private static final int CANCELED = 10;
    private static final int REPLACE_REQUESTED = 11;
    private static final int REPLACED = 12;
    private static final int REPLACE_REJECTED = 13;
    private static final int EXPIRED = 14;
    private static final int LOST = 15;

    private final OrderCodec orders;

    /**
     * Makes a codec.
     *
     * @param orders writes what the events are about
     */
    public OrderEventCodec(OrderCodec orders) {
        this.orders = orders;
    }

    /**
     * Returns the code of a kind of event.
     *
     * @param event an event
     * @return its code, below 64
     */
    public static int code(OrderEvent event) {
        return switch (event) {
            case OrderEvent.RiskRequested _ -> RISK_REQUESTED;
            case OrderEvent.RiskApproved _ -> RISK_APPROVED;
            case OrderEvent.RiskDenied _ -> RISK_DENIED;
            case OrderEvent.Submitted _ -> SUBMITTED;
            case OrderEvent.Accepted _ -> ACCEPTED;
            case OrderEvent.Rejected _ -> REJECTED;
            case OrderEvent.Filled _ -> FILLED;
            case OrderEvent.FillBusted _ -> FILL_BUSTED;
            case OrderEvent.CancelRequested _ -> CANCEL_REQUESTED;
            case OrderEvent.CancelRejected _ -> CANCEL_REJECTED;
            case OrderEvent.Canceled _ -> CANCELED;
            case OrderEvent.ReplaceRequested _ -> REPLACE_REQUESTED;
            case OrderEvent.Replaced _ -> REPLACED;
            case OrderEvent.ReplaceRejected _ -> REPLACE_REJECTED;
            case OrderEvent.Expired _ -> EXPIRED;
            case OrderEvent.Lost _ -> LOST;
        };
    }

    /**
     * Writes what follows the code of an event.
     *
     * @param event the event
     * @param out gets the bytes
     */
    public void write(OrderEvent event, ByteSink out) {
        if (event instanceof OrderEvent.Filled(Fill fill)) {
            // A fill says which order it is of, and when it was.
            orders.write(fill, out);
            return;
        }
        if (event instanceof OrderEvent.FillBusted busted) {
            orders.write(busted.fill(), out);
            out.instant(busted.at());
            return;
        }
        orders.write(event.orderId(), out);
        out.instant(event.at());
        switch (event) {
            case OrderEvent.RiskDenied denied -> out.text(denied.reason());
            case OrderEvent.Accepted accepted -> out.text(accepted.venueOrderId());
            case OrderEvent.Rejected rejected -> out.text(rejected.reason());
            case OrderEvent.CancelRejected rejected -> out.text(rejected.reason());
            case OrderEvent.Canceled canceled -> out.text(canceled.reason());
            case OrderEvent.ReplaceRequested asked -> write(asked.quantity().value(), asked.orderType(), out);
            case OrderEvent.Replaced replaced -> write(replaced.quantity().value(), replaced.orderType(), out);
            case OrderEvent.ReplaceRejected rejected -> out.text(rejected.reason());
            case OrderEvent.Lost lost -> out.text(lost.reason());
            case OrderEvent.RiskRequested _,
                    OrderEvent.RiskApproved _,
                    OrderEvent.Submitted _,
                    OrderEvent.CancelRequested _,
                    OrderEvent.Expired _,
                    OrderEvent.Filled _,
                    OrderEvent.FillBusted _ -> {
                // All is said.
            }
        }
    }

    private void write(Decimal quantity, OrderType type, ByteSink out) {
        out.decimal(quantity);
        orders.write(type, out);
    }

    /**
     * Reads what follows the code of an event.
     *
     * @param code the code
     * @param start where it stood, for the error
     * @param in stands after it, and after the event then
     * @return the event
     * @throws CodecException if the bytes are none; what the constructors throw, if they are none that can be
     */
    public OrderEvent read(int code, int start, ByteSource in) {
        if (code == FILLED) {
            return new OrderEvent.Filled(orders.readFill(in));
        }
        if (code == FILL_BUSTED) {
            return new OrderEvent.FillBusted(orders.readFill(in), in.instant());
        }
        OrderId id = orders.readOrderId(in);
        Instant at = in.instant();
        return switch (code) {
            case RISK_REQUESTED -> new OrderEvent.RiskRequested(id, at);
            case RISK_APPROVED -> new OrderEvent.RiskApproved(id, at);
            case RISK_DENIED -> new OrderEvent.RiskDenied(id, at, in.text());
            case SUBMITTED -> new OrderEvent.Submitted(id, at);
            case ACCEPTED -> new OrderEvent.Accepted(id, at, in.text());
            case REJECTED -> new OrderEvent.Rejected(id, at, in.text());
            case CANCEL_REQUESTED -> new OrderEvent.CancelRequested(id, at);
            case CANCEL_REJECTED -> new OrderEvent.CancelRejected(id, at, in.text());
            case CANCELED -> new OrderEvent.Canceled(id, at, in.text());
            case EXPIRED -> new OrderEvent.Expired(id, at);
            case LOST -> new OrderEvent.Lost(id, at, in.text());
            case REPLACE_REQUESTED, REPLACED, REPLACE_REJECTED -> readReplacement(code, id, at, in);
            default -> throw new CodecException(start, "an event", "code " + code);
        };
    }

    private OrderEvent readReplacement(int code, OrderId id, Instant at, ByteSource in) {
        return switch (code) {
            case REPLACE_REQUESTED ->
                new OrderEvent.ReplaceRequested(id, at, orders.readQuantity(in), orders.readType(in));
            case REPLACED -> new OrderEvent.Replaced(id, at, orders.readQuantity(in), orders.readType(in));
            default -> new OrderEvent.ReplaceRejected(id, at, in.text());
        };
    }
}
