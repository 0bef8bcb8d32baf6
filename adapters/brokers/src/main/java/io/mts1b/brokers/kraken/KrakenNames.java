package io.mts1b.brokers.kraken;

import io.mts1b.brokers.OrderName;
import io.mts1b.brokers.OrderReport;
import io.mts1b.brokers.VenueFill;
import io.mts1b.brokers.VenueOrder;
import io.mts1b.foundation.ids.FillId;
import io.mts1b.foundation.numbers.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of names: Kraken's stream says both names of an order at first and only its own afterwards, its history of
 * trades says only its own, and an order keeps the name it was submitted under though we call it by its replacement's. What
 * is forgotten here is told as the venue tells it, which is enough.
 */
final class KrakenNames {

    private static final int KEPT = 100_000;

    /** The stream tells microseconds, the history rounds: one fill must not be told as two. */
    private static final Duration ROUNDING = Duration.ofMillis(1);

    /** The name it was submitted under, by the venue's. */
    private final Map<String, String> first = new Kept<>();

    /** The name of the last replacement, by the name it was submitted under. */
    private final Map<String, String> latest = new Kept<>();

    private final Map<String, Integer> amendments = new Kept<>();
    private final Map<String, Boolean> accepted = new Kept<>();
    private final Map<String, Quantity> filled = new Kept<>();
    private final Map<FillId, Instant> times = new Kept<>();

    private static final class Kept<K, V> extends LinkedHashMap<K, V> {

        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > KEPT;
        }
    }

    void learn(OrderName name) {
        if (name.ours() != null && name.venues() != null) {
            first.put(name.venues(), name.ours());
        }
    }

    /** An order that was submitted under a name is known to us by another from now on. */
    void rename(String submitted, String now) {
        latest.put(submitted, now);
    }

    /** Returns whether an order is accepted for the first time: the answer says it, and the stream again. */
    boolean accepts(OrderName name) {
        return accepted.putIfAbsent(key(name), true) == null;
    }

    /** Returns how much of an order is known to have traded. */
    Quantity filled(String submitted) {
        return filled.getOrDefault(submitted, Quantity.ZERO);
    }

    OrderName named(OrderName name) {
        String submitted = submitted(name);
        return submitted == null ? name : new OrderName(latest.getOrDefault(submitted, submitted), name.venues());
    }

    private @Nullable String submitted(OrderName name) {
        return name.ours() != null || name.venues() == null ? name.ours() : first.get(name.venues());
    }

    VenueOrder named(VenueOrder order) {
        learn(order.name());
        return new VenueOrder(
                named(order.name()),
                order.instrument(),
                order.buys(),
                order.ordered(),
                order.type(),
                order.standing(),
                order.filled(),
                order.averagePrice());
    }

    /** Names a fill, and gives it the time it was told with first, if that is the same but for rounding. */
    VenueFill named(VenueFill fill) {
        Instant before = times.putIfAbsent(fill.fillId(), fill.at());
        String submitted = submitted(fill.order());
        if (before == null && submitted != null) {
            filled.merge(submitted, fill.quantity(), Quantity::plus);
        }
        boolean same =
                before != null && Duration.between(before, fill.at()).abs().compareTo(ROUNDING) <= 0;
        return new VenueFill(
                fill.fillId(),
                named(fill.order()),
                fill.instrument(),
                fill.buys(),
                fill.quantity(),
                fill.price(),
                fill.fee(),
                fill.liquidity(),
                same ? before : fill.at());
    }

    /** Names a report of the stream, which tells these four and no others. */
    OrderReport named(OrderReport report) {
        OrderName name = named(report.order());
        return switch (report) {
            case OrderReport.Accepted accepted -> new OrderReport.Accepted(name, accepted.at());
            case OrderReport.Traded(VenueFill fill) -> new OrderReport.Traded(named(fill));
            case OrderReport.Canceled canceled ->
                new OrderReport.Canceled(name, canceled.at(), canceled.filled(), canceled.reason());
            case OrderReport.Expired expired -> new OrderReport.Expired(name, expired.at(), expired.filled());
            default -> report;
        };
    }

    /** We asked for an order to be changed, so that it will be told as changed. */
    void expectAmendment(String submitted) {
        amendments.merge(submitted, 1, Integer::sum);
    }

    /** Tells whether a change is one that was asked for, and counts it off. */
    boolean expectsAmendment(OrderName name) {
        @Nullable Integer left = amendments.get(key(name));
        if (left == null) {
            return false;
        }
        if (left == 1) {
            amendments.remove(key(name));
        } else {
            amendments.put(key(name), left - 1);
        }
        return true;
    }

    private String key(OrderName name) {
        String submitted = submitted(name);
        return String.valueOf(submitted == null ? name.venues() : submitted);
    }
}
