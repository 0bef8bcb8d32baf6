package io.mts1b.brokers.fix;

import io.mts1b.brokers.VenueMessage;
import io.mts1b.brokers.VenueOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What was asked and is not answered. Thread-safe. */
final class Unanswered {

    /** One thing that was asked, and what has come of a list so far. */
    record Open(Asked asked, FixMessage message, Instant at, List<VenueOrder> reports) {}

    private final Teller teller;
    private final Map<String, Open> open = new LinkedHashMap<>();

    Unanswered(Teller teller) {
        this.teller = teller;
    }

    /** Notes what is about to be sent; false if the same is on its way. */
    synchronized boolean add(String key, Asked asked, FixMessage message, Instant at) {
        return open.putIfAbsent(key, new Open(asked, message, at, new ArrayList<>())) == null;
    }

    /** Strikes out what is answered; false if it was before. */
    synchronized boolean take(@Nullable String key) {
        return key != null && open.remove(key) != null;
    }

    /** Returns what is asked under a key. */
    synchronized @Nullable Open get(String key) {
        return open.get(key);
    }

    /** Strikes out and returns the first that fits. */
    synchronized @Nullable Open take(Predicate<Open> fits) {
        for (Iterator<Open> each = open.values().iterator(); each.hasNext(); ) {
            Open one = each.next();
            if (fits.test(one)) {
                each.remove();
                return one;
            }
        }
        return null;
    }

    /** The line is lost: nothing of this will be answered for certain. */
    void all(Instant now) {
        doubt(now, _ -> true, "the line was lost");
    }

    /** What was asked before a time has been waited for long enough. */
    void before(Instant limit, Instant now) {
        doubt(now, one -> one.at.isBefore(limit), "no answer in time");
    }

    private void doubt(Instant now, Predicate<Open> fits, String reason) {
        List<VenueMessage> told = new ArrayList<>();
        synchronized (this) {
            open.values().removeIf(one -> {
                boolean gone = fits.test(one);
                if (gone) {
                    told.add(one.asked.unanswered(now, reason));
                }
                return gone;
            });
        }
        teller.tell(told);
    }
}
