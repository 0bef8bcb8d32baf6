package io.mts1b.brokers.coinbase;

import io.mts1b.brokers.OrderReport;
import io.mts1b.brokers.VenueFill;
import io.mts1b.brokers.VenueListener;
import io.mts1b.brokers.VenueMessage;
import io.mts1b.brokers.VenueOrder;
import io.mts1b.brokers.wire.OrderNames;
import io.mts1b.brokers.wire.VenueLink;
import io.mts1b.foundation.ids.FillId;
import io.mts1b.foundation.numbers.Quantity;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The fills behind what the stream tells: it says how much of an order has traded in all, and in which fills only the history
 * says, perhaps a little later. Asked until they add up; if they never do, it is told as something that could not be read.
 */
final class MissingFills {

    private static final int KEPT = 100_000;
    private static final int TRIES = 8;
    private static final Duration FIRST = Duration.ofMillis(250);

    private final CoinbaseInquiries inquiries;
    private final OrderNames names;
    private final VenueLink link;
    private final InstantSource clock;
    private final VenueListener listener;
    private final Map<String, Told> orders = new LinkedHashMap<>();
    private long line;

    /** What was told of one order. */
    private static final class Told {

        private final Set<FillId> fills = new LinkedHashSet<>();
        private Quantity told = Quantity.ZERO;
        private Quantity traded = Quantity.ZERO;
        private boolean asking;

        private boolean isWhole() {
            return told.compareTo(traded) >= 0;
        }
    }

    MissingFills(
            CoinbaseInquiries inquiries,
            OrderNames names,
            VenueLink link,
            InstantSource clock,
            VenueListener listener) {
        this.inquiries = inquiries;
        this.names = names;
        this.link = link;
        this.clock = clock;
        this.listener = listener;
    }

    /** The line is lost: whoever listens asks for everything when it is up again. */
    void forget() {
        line++;
        orders.values().forEach(told -> {
            told.asking = false;
            told.traded = told.told;
        });
    }

    void hear(VenueOrder order) {
        String id = String.valueOf(order.name().venues());
        Told told = orders.computeIfAbsent(id, _ -> new Told());
        if (orders.size() > KEPT) {
            orders.remove(orders.keySet().iterator().next());
        }
        if (order.filled().compareTo(told.traded) > 0) {
            told.traded = order.filled();
        }
        if (!told.isWhole() && !told.asking) {
            told.asking = true;
            ask(id, told, 1);
        }
    }

    private void ask(String id, Told told, int tries) {
        long asked = line;
        inquiries.fillsOf(
                id,
                fills -> {
                    if (asked == line) {
                        tell(told, fills);
                        again(id, told, tries, told.told + " of " + told.traded + " is told as fills");
                    }
                },
                reason -> {
                    if (asked == line) {
                        again(id, told, tries, reason);
                    }
                });
    }

    private void tell(Told told, List<VenueFill> fills) {
        for (VenueFill fill : fills) {
            if (told.fills.add(fill.fillId())) {
                told.told = told.told.plus(fill.quantity());
                listener.onMessage(new OrderReport.Traded(names.named(fill)));
            }
        }
    }

    private void again(String id, Told told, int tries, String reason) {
        if (told.isWhole()) {
            told.asking = false;
            return;
        }
        if (tries == TRIES) {
            told.asking = false;
            told.traded = told.told;
            String missing = "fills of order " + id + " are missing: " + reason;
            listener.onMessage(new VenueMessage.Unreadable(clock.instant(), VenueMessage.reason(missing)));
            return;
        }
        long asked = line;
        link.after(FIRST.multipliedBy(1L << (tries - 1)), () -> {
            if (asked == line) {
                ask(id, told, tries + 1);
            }
        });
    }
}
