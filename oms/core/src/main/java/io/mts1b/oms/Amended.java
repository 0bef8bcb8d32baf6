package io.mts1b.oms;

import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderEvent;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.risk.Denial;
import io.mts1b.foundation.risk.RiskDecision;
import java.util.stream.Collectors;

/** An order as it would be after a replacement, for the gates, and the gates' reasons as text, for the log. */
final class Amended {

    private Amended() {}

    static Order of(Order order, Quantity quantity, OrderType type) {
        return Order.builder()
                .orderId(order.orderId())
                .idempotencyKey(order.idempotencyKey())
                .fund(order.fund())
                .strategy(order.strategy())
                .instrument(order.instrument())
                .side(order.side())
                .quantity(quantity)
                .type(type)
                .timeInForce(order.timeInForce())
                .broker(order.broker())
                .actor(order.actor())
                .thesis(order.thesis())
                .addAllLinks(order.links())
                .createdAt(order.createdAt())
                .build();
    }

    static String reasons(RiskDecision.Denied denied) {
        String codes = denied.denials().stream().map(Denial::code).collect(Collectors.joining(" "));
        return codes.substring(0, Math.min(codes.length(), OrderEvent.MAX_REASON - "denied: ".length()));
    }
}
