package io.mts1b.brokers.paper.book;

import io.mts1b.brokers.ClientOrderId;
import io.mts1b.brokers.OrderName;
import io.mts1b.foundation.Require;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.symbology.ContractTerms;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The orders a venue on paper knows: all that may trade, and the last of those that ended. */
final class PaperOrders {

    /** How many that ended are remembered, so that years of trading fit into memory. */
    static final int KEPT = 100_000;

    private final Map<Long, PaperOrder> byId = new LinkedHashMap<>();
    private final Map<ClientOrderId, PaperOrder> byName = new LinkedHashMap<>();
    private final Map<String, PaperOrder> byVenueName = new LinkedHashMap<>();
    private final List<PaperOrder> live = new ArrayList<>();
    private final Deque<PaperOrder> ended = new ArrayDeque<>();
    private long last;

    /** Takes a new order, under the name it follows from. */
    PaperOrder add(Order order, ContractTerms terms) {
        PaperOrder paper = new PaperOrder(order, terms, ++last);
        byId.put(paper.id, paper);
        byName.put(paper.called.getLast(), paper);
        byVenueName.put(paper.venueName(), paper);
        live.add(paper);
        return paper;
    }

    /** Calls an order something else; it is found by what it was called before, too. */
    void rename(PaperOrder order, ClientOrderId name) {
        order.called.add(name);
        byName.put(name, order);
    }

    /** Returns an order by what the book calls it. */
    PaperOrder get(long id) {
        return Require.present(byId.get(id), () -> "order " + id + " must be known");
    }

    @Nullable PaperOrder find(ClientOrderId name) {
        return byName.get(name);
    }

    @Nullable PaperOrder find(OrderName name) {
        String ours = name.ours();
        String venues = name.venues();
        PaperOrder found = venues == null ? null : byVenueName.get(venues);
        return found != null || ours == null ? found : byName.get(ClientOrderId.parse(ours));
    }

    /** Returns the orders that may still trade, in the order they came; a venue of years has few of these among all. */
    List<PaperOrder> live() {
        live.removeIf(order -> {
            if (!order.works()) {
                ended.add(order);
            }
            return !order.works();
        });
        while (ended.size() > KEPT) {
            forget(ended.remove());
        }
        return List.copyOf(live);
    }

    private void forget(PaperOrder order) {
        byId.remove(order.id);
        byVenueName.remove(order.venueName());
        order.called.forEach(byName::remove);
    }
}
