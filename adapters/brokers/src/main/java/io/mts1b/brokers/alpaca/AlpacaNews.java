package io.mts1b.brokers.alpaca;

import io.mts1b.brokers.ClientOrderId;
import io.mts1b.brokers.OrderName;
import io.mts1b.brokers.OrderReport;
import io.mts1b.brokers.VenueFill;
import io.mts1b.brokers.VenueOrder.Standing;
import io.mts1b.brokers.wire.OrderNames;
import io.mts1b.brokers.wire.VenueLine;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.OrderType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells what the stream says of orders, each end once. Confined to one thread. */
final class AlpacaNews {

    private final OrderNames names;
    private final AlpacaChains chains;
    private final VenueLine line;

    /** What was asked to stand in the place of an order, by the venue's name for that. */
    private final Map<String, List<Replacement>> expected = new LinkedHashMap<>();

    /** What an order is to be. */
    record Replacement(ClientOrderId name, Quantity quantity, OrderType type) {}

    AlpacaNews(OrderNames names, AlpacaChains chains, VenueLine line) {
        this.names = names;
        this.chains = chains;
        this.line = line;
    }

    void expect(String id, Replacement replacement) {
        expected.computeIfAbsent(id, _ -> new ArrayList<>()).add(replacement);
    }

    void expectNoMore(String id, Replacement replacement) {
        List<Replacement> of = expected.getOrDefault(id, List.of());
        if (of.contains(replacement)) {
            of.remove(replacement);
        }
        if (of.isEmpty()) {
            expected.remove(id);
        }
    }

    /** The line is lost: what happens to these is not told any more. */
    void forget() {
        expected.clear();
    }

    void learn(AlpacaOrder order) {
        names.learn(order.order().name());
        chains.hear(order);
    }

    /** One that replaces another is told as its replacement and not as another that is accepted. */
    void accepted(AlpacaOrder order, Instant at) {
        learn(order);
        OrderName name = order.order().name();
        if (order.order().standing() == Standing.REJECTED) {
            rejected(order, at);
        } else if (order.replaces() == null && names.accepts(name)) {
            line.tell(new OrderReport.Accepted(name, at));
        }
    }

    void hear(AlpacaMessage.News told) {
        AlpacaOrder order = told.order();
        learn(order);
        OrderName name = order.order().name();
        Instant at = told.at();
        switch (told.event()) {
            case UNDER_WAY -> {}
            case ACCEPTED -> accepted(order, at);
            case TRADED -> {
                VenueFill fill = Objects.requireNonNull(told.fill(), "a trade has a fill");
                line.tell(new OrderReport.Traded(names.named(fill)));
            }
            case CANCELED -> {
                if (names.ends(name)) {
                    line.tell(new OrderReport.Canceled(name, at, chains.traded(order), "canceled at the venue"));
                }
            }
            case EXPIRED -> {
                if (names.ends(name)) {
                    line.tell(new OrderReport.Expired(name, at, chains.traded(order)));
                }
            }
            case REJECTED -> rejected(order, at);
            case REPLACED -> replaced(order, at);
            case REPLACE_REJECTED -> replaceRejected(order, at);
            case CANCEL_REJECTED -> line.tell(new OrderReport.CancelRejected(name, at, "the venue does not cancel it"));
        }
    }

    private void rejected(AlpacaOrder order, Instant at) {
        OrderName name = order.order().name();
        if (!names.ends(name)) {
            return;
        }
        if (order.replaces() == null) {
            line.tell(new OrderReport.Rejected(name, at, "rejected at the venue"));
        } else {
            replaceRejected(order, at);
        }
    }

    /** The order that stays is named, or the one that should have stood in its place. */
    private void replaceRejected(AlpacaOrder order, Instant at) {
        String stays = order.replaces() != null && !expected.containsKey(order.id()) ? order.replaces() : order.id();
        String ours = order.order().name().ours();
        List<Replacement> asked = List.copyOf(expected.getOrDefault(stays, List.of()));
        for (Replacement one : asked) {
            if (asked.size() == 1 || one.name().value().equals(ours)) {
                expectNoMore(stays, one);
                OrderName name = new OrderName(one.name().value(), stays);
                line.tell(new OrderReport.ReplaceRejected(name, at, "the venue does not replace it"));
            }
        }
    }

    private void replaced(AlpacaOrder order, Instant at) {
        OrderName name = order.order().name();
        if (!names.ends(name)) {
            return; // Told twice.
        }
        String by = order.replacedBy();
        Replacement done = by == null ? null : expectedAs(order.id(), by);
        Quantity traded = chains.traded(order);
        if (by == null || done == null || traded == null) {
            line.unreadable("order " + name + " was replaced, and not as we asked");
            return;
        }
        expected.remove(order.id());
        OrderName as = new OrderName(done.name().value(), by);
        names.learn(as);
        // What traded at the last moment counts for the old order, and the new one wants all it was asked for.
        line.tell(new OrderReport.Replaced(as, at, traded.plus(done.quantity()), done.type()));
    }

    private @Nullable Replacement expectedAs(String id, String by) {
        List<Replacement> asked = expected.getOrDefault(id, List.of());
        for (Replacement one : asked) {
            if (asked.size() == 1 || by.equals(names.venues(one.name().value()))) {
                return one;
            }
        }
        return null;
    }
}
