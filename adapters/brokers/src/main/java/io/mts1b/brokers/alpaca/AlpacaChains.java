package io.mts1b.brokers.alpaca;

import io.mts1b.brokers.VenueOrder;
import io.mts1b.foundation.numbers.Quantity;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which orders of Alpaca are one order of ours: each replaces the one before. What is forgotten here is asked for again, for
 * Alpaca keeps it. Confined to one thread.
 */
final class AlpacaChains {

    private static final int KEPT = 100_000;

    private final Map<String, AlpacaOrder> orders = new LinkedHashMap<>() {

        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, AlpacaOrder> eldest) {
            return size() > KEPT;
        }
    };

    /** Learns of an order that replaces or is replaced; messages may be late, and what has traded only grows. */
    void hear(AlpacaOrder order) {
        if (order.replaces() != null || order.replacedBy() != null) {
            keep(order);
        }
    }

    /** Keeps an order that another says it replaces. */
    void keep(AlpacaOrder order) {
        AlpacaOrder before = orders.get(order.id());
        boolean older = before != null
                && (before.order().filled().compareTo(order.order().filled()) > 0
                        || (before.replacedBy() != null && order.replacedBy() == null));
        if (!older) {
            orders.put(order.id(), order);
        }
    }

    /** What the last order of a chain is called, as far as it is known. */
    String last(String id) {
        String last = id;
        for (AlpacaOrder at = orders.get(id); at != null && at.replacedBy() != null; at = orders.get(last)) {
            last = at.replacedBy();
        }
        return last;
    }

    /** The order before that is not known and must be asked for; null if all are known. */
    @Nullable String missing(AlpacaOrder order) {
        String before = order.replaces();
        while (before != null) {
            AlpacaOrder known = orders.get(before);
            if (known == null) {
                return before;
            }
            before = known.replaces();
        }
        return null;
    }

    /** How much the orders before have traded; empty if one is not known. */
    Optional<Quantity> carried(AlpacaOrder order) {
        if (missing(order) != null) {
            return Optional.empty();
        }
        Quantity carried = Quantity.ZERO;
        String before = order.replaces();
        while (before != null) {
            AlpacaOrder known = orders.get(before);
            if (known == null) {
                return Optional.empty();
            }
            carried = carried.plus(known.order().filled());
            before = known.replaces();
        }
        return Optional.of(carried);
    }

    /** How much has traded in all; null if that is not known. */
    @Nullable Quantity traded(AlpacaOrder order) {
        return carried(order)
                .map(carried -> carried.plus(order.order().filled()))
                .orElse(null);
    }

    /** Tells a chain whose orders are all known as one order. */
    VenueOrder whole(AlpacaOrder order) {
        Quantity carried = carried(order).orElseThrow();
        VenueOrder last = order.order();
        return carried.isZero()
                ? last
                : new VenueOrder(
                        last.name(),
                        last.instrument(),
                        last.buys(),
                        carried.plus(last.ordered()),
                        last.type(),
                        last.standing(),
                        carried.plus(last.filled()),
                        null);
    }
}
