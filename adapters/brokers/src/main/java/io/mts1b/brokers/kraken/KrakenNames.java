package io.mts1b.brokers.kraken;

import io.mts1b.brokers.OrderName;
import io.mts1b.brokers.OrderReport;
import io.mts1b.brokers.VenueFill;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of names: Kraken's stream says both names of an order at first and only its own afterwards, and its history
 * of trades says only its own. What is forgotten here is told by the venue's name alone, which is enough.
 */
final class KrakenNames {

    private static final int KEPT = 100_000;

    private final Map<String, String> ours = new Kept<>();
    private final Map<String, Integer> amendments = new Kept<>();

    private static final class Kept<V> extends LinkedHashMap<String, V> {

        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
            return size() > KEPT;
        }
    }

    void learn(OrderName name) {
        if (name.ours() != null && name.venues() != null) {
            ours.put(name.venues(), name.ours());
        }
    }

    OrderName named(OrderName name) {
        String known = name.venues() == null ? null : ours.get(name.venues());
        return name.ours() != null || known == null ? name : new OrderName(known, name.venues());
    }

    VenueFill named(VenueFill fill) {
        return new VenueFill(
                fill.fillId(),
                named(fill.order()),
                fill.instrument(),
                fill.buys(),
                fill.quantity(),
                fill.price(),
                fill.fee(),
                fill.liquidity(),
                fill.at());
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
    void expectAmendment(OrderName name) {
        amendments.merge(key(name), 1, Integer::sum);
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

    private static String key(OrderName name) {
        return String.valueOf(name.venues() == null ? name.ours() : name.venues());
    }
}
