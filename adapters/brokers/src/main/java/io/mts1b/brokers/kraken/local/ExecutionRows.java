package io.mts1b.brokers.kraken.local;

import io.mts1b.brokers.local.LocalFill;
import io.mts1b.brokers.local.LocalOrder;
import io.mts1b.brokers.wire.Fields;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Rows of the channel {@code executions}. Our name for an order stands in its first row and in snapshots only. */
final class ExecutionRows {

    private final KrakenWords words;
    private final InstantSource clock;

    ExecutionRows(KrakenWords words, InstantSource clock) {
        this.words = words;
        this.clock = clock;
    }

    Fields event(LocalOrder order, String event) {
        return event(order, event, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private static Fields event(LocalOrder order, String event, Instant at) {
        Fields row = new Fields()
                .text("exec_type", event)
                .text("order_id", KrakenWords.order(order))
                .text("order_status", status(order, event))
                .plain("cum_qty", order.filled())
                .plain("cum_cost", order.turnover())
                .text("timestamp", at);
        order.averagePrice().ifPresent(price -> row.plain("avg_price", price));
        return row;
    }

    private static String status(LocalOrder order, String event) {
        if (event.equals("pending_new")) {
            return event;
        }
        return switch (order.standing()) {
            case WORKING -> order.filled().isZero() ? "new" : "partially_filled";
            case FILLED -> "filled";
            case CANCELED, REJECTED -> "canceled";
            case EXPIRED -> "expired";
        };
    }

    Fields pending(LocalOrder order) {
        return described(event(order, "pending_new"), order);
    }

    /** An order that has traded stands in a snapshot with its last event, and without the trade itself. */
    Fields snapshot(LocalOrder order) {
        return described(event(order, order.filled().isZero() ? "new" : "trade"), order);
    }

    private Fields described(Fields row, LocalOrder order) {
        if (!order.ticket().name().isEmpty()) {
            row.text("cl_ord_id", order.ticket().name());
        }
        row.text("symbol", words.symbol(order.ticket().instrument()))
                .text("side", KrakenWords.side(order))
                .text("order_type", KrakenWords.type(order.type()))
                .plain("order_qty", order.quantity());
        order.type().limitPrice().ifPresent(limit -> row.plain("limit_price", limit));
        order.type()
                .stopPrice()
                .ifPresent(stop -> row.object(
                        "triggers", new Fields().text("reference", "last").plain("price", stop)));
        return row;
    }

    Fields trade(LocalFill fill) {
        LocalOrder order = fill.order();
        return event(order, "trade", fill.at())
                .text("exec_id", KrakenWords.fill(fill))
                .plain("trade_id", fill.number())
                .text("symbol", words.symbol(order.ticket().instrument()))
                .text("side", KrakenWords.side(order))
                .plain("last_qty", fill.quantity())
                .plain("last_price", fill.price())
                .text("liquidity_ind", KrakenWords.liquidity(fill.liquidity()))
                .array(
                        "fees",
                        List.of(new Fields()
                                .text("asset", fill.fee().currency())
                                .plain("qty", fill.fee().amount())));
    }

    Fields amended(LocalOrder order) {
        return described(event(order, "amended"), order);
    }
}
