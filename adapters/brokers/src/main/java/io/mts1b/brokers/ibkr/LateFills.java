package io.mts1b.brokers.ibkr;

import io.mts1b.brokers.OrderReport;
import io.mts1b.brokers.VenueFill;
import io.mts1b.brokers.wire.OrderNames;
import io.mts1b.brokers.wire.VenueLine;
import io.mts1b.brokers.wire.VenueLink;
import io.mts1b.foundation.ids.FillId;
import io.mts1b.foundation.numbers.Quantity;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Fills as they are told, each once, and those that should have been: the stream tells by another topic how much of an order has
 * traded, and its messages are not numbered. What is missing is asked for; if it never comes, that is told as something that
 * could not be read.
 */
final class LateFills {

    private static final int KEPT = 100_000;
    private static final int TRIES = 6;
    private static final Duration FIRST = Duration.ofMillis(500);

    private final IbkrInquiries inquiries;
    private final OrderNames names;
    private final VenueLink link;
    private final VenueLine line;
    private final Set<FillId> told = new LinkedHashSet<>();

    /** How much each order has traded that was not told as fills yet. */
    private final Map<String, Quantity> missing = new LinkedHashMap<>();

    private boolean asking;
    private long turn;

    LateFills(IbkrInquiries inquiries, OrderNames names, VenueLink link, VenueLine line) {
        this.inquiries = inquiries;
        this.names = names;
        this.link = link;
        this.line = line;
    }

    /** The line is lost: whoever listens asks for everything when it is up again. */
    void forget() {
        turn++;
        asking = false;
        missing.clear();
    }

    /** A fill is told; one that corrects another takes that back first. */
    void tell(VenueFill fill) {
        if (!told.add(fill.fillId())) {
            return;
        }
        if (told.size() > KEPT) {
            told.remove(told.iterator().next());
        }
        VenueFill named = names.named(fill);
        ExecutionName.of(fill.fillId())
                .corrected()
                .ifPresent(before -> line.tell(new OrderReport.Busted(named.order(), before, named.at())));
        line.tell(new OrderReport.Traded(named));
    }

    /** An order of ours has traded so much in all. */
    void hear(String submitted, Quantity filled) {
        if (filled.compareTo(names.filled(submitted)) > 0) {
            missing.merge(submitted, filled, (one, two) -> one.compareTo(two) > 0 ? one : two);
            if (!asking) {
                asking = true;
                later(1);
            }
        }
    }

    private void later(int tries) {
        long mine = turn;
        link.after(FIRST.multipliedBy(1L << (tries - 1)), () -> {
            if (mine == turn) {
                look(tries);
            }
        });
    }

    private void look(int tries) {
        if (isWhole()) {
            asking = false;
            return;
        }
        if (tries > TRIES) {
            asking = false;
            line.unreadable("fills are missing of " + missing);
            missing.clear();
            return;
        }
        long mine = turn;
        inquiries.fills(
                2,
                fills -> {
                    fills.forEach(this::tell);
                    if (mine == turn) {
                        next(tries);
                    }
                },
                reason -> {
                    if (mine == turn) {
                        next(tries);
                    }
                });
    }

    private void next(int tries) {
        asking = !isWhole();
        if (asking) {
            later(tries + 1);
        }
    }

    private boolean isWhole() {
        missing.entrySet().removeIf(one -> one.getValue().compareTo(names.filled(one.getKey())) <= 0);
        return missing.isEmpty();
    }
}
