package io.mts1b.oms;

import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.symbology.InstrumentId;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which orders and positions changed since a question was asked. What a venue answers about those may be older than
 * what we know, and is not held against it.
 */
final class Touches {

    private final Map<OrderId, Long> orders = new LinkedHashMap<>();
    private final Map<InstrumentId, Long> positions = new LinkedHashMap<>();
    private long count;

    long now() {
        return count;
    }

    void order(OrderId order) {
        orders.put(order, ++count);
    }

    void position(InstrumentId instrument) {
        positions.put(instrument, ++count);
    }

    /** Nobody has a question open, so nobody will ask about what was. */
    void forget() {
        if (!orders.isEmpty()) {
            orders.clear();
        }
        if (!positions.isEmpty()) {
            positions.clear();
        }
    }

    boolean orderSince(long then, OrderId order) {
        return orders.getOrDefault(order, 0L) > then;
    }

    boolean positionSince(long then, InstrumentId instrument) {
        return positions.getOrDefault(instrument, 0L) > then;
    }
}
