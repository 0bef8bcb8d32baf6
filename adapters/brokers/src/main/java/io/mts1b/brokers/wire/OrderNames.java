package io.mts1b.brokers.wire;

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
 * What is known of names at a venue where an order keeps the name it was submitted under, though we call it by its
 * replacement's, and whose messages do not all say both names. What is forgotten here is told as the venue tells it, which
 * is enough. Confined to one thread.
 */
public final class OrderNames {

    private static final int KEPT = 100_000;

    /** A stream may tell microseconds and a history round: one fill must not be told as two. */
    private static final Duration ROUNDING = Duration.ofMillis(1);

    /** The name it was submitted under, by the venue's. */
    private final Map<String, String> first = new Kept<>();

    /** The venue's name, by the name it was submitted under. */
    private final Map<String, String> venues = new Kept<>();

    /** The name of the last replacement, by the name it was submitted under. */
    private final Map<String, String> latest = new Kept<>();

    private final Map<String, Integer> amendments = new Kept<>();
    private final Map<String, Boolean> accepted = new Kept<>();
    private final Map<String, Boolean> ended = new Kept<>();
    private final Map<String, Quantity> filled = new Kept<>();
    private final Map<FillId, Instant> times = new Kept<>();

    private static final class Kept<K, V> extends LinkedHashMap<K, V> {

        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > KEPT;
        }
    }

    /** Knows no name. */
    public OrderNames() {}

    /**
     * Learns a name as the venue tells it.
     *
     * @param name perhaps both names
     */
    public void learn(OrderName name) {
        if (name.ours() != null && name.venues() != null) {
            first.put(name.venues(), name.ours());
            venues.put(name.ours(), name.venues());
        }
    }

    /**
     * Returns what the venue calls an order.
     *
     * @param submitted the name it was submitted under
     * @return the venue's name; null if it is not known
     */
    public @Nullable String venues(String submitted) {
        return venues.get(submitted);
    }

    /**
     * An order that was submitted under a name is known to us by another from now on.
     *
     * @param submitted the name it was submitted under
     * @param now the name of its replacement
     */
    public void rename(String submitted, String now) {
        latest.put(submitted, now);
    }

    /**
     * Hears that an order is accepted: the answer says it, and the stream again.
     *
     * @param name of the order
     * @return whether it is heard for the first time
     */
    public boolean accepts(OrderName name) {
        return accepted.putIfAbsent(key(name), true) == null;
    }

    /**
     * Hears that an order is gone, which a stream may tell more than once.
     *
     * @param name of the order
     * @return whether it is heard for the first time
     */
    public boolean ends(OrderName name) {
        return ended.putIfAbsent(key(name), true) == null;
    }

    /**
     * Returns how much of an order is known to have traded.
     *
     * @param submitted the name it was submitted under
     * @return the sum of the fills that were named
     */
    public Quantity filled(String submitted) {
        return filled.getOrDefault(submitted, Quantity.ZERO);
    }

    /**
     * Returns the name we use now.
     *
     * @param name as the venue tells it
     * @return with our last name, where it is known
     */
    public OrderName named(OrderName name) {
        String submitted = submitted(name);
        return submitted == null ? name : new OrderName(latest.getOrDefault(submitted, submitted), name.venues());
    }

    /**
     * Returns the name an order was submitted under.
     *
     * @param name as the venue tells it
     * @return the name; null if it is not known
     */
    public @Nullable String submitted(OrderName name) {
        return name.ours() != null || name.venues() == null ? name.ours() : first.get(name.venues());
    }

    /**
     * Names an order by the name we use now, and learns the one it is told by.
     *
     * @param order as the venue tells it
     * @return the same by our name
     */
    public VenueOrder named(VenueOrder order) {
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

    /**
     * Names a fill, and gives it the time it was told with first, if that is the same but for rounding.
     *
     * @param fill as the venue tells it
     * @return the same by our name
     */
    public VenueFill named(VenueFill fill) {
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

    /**
     * Names a report of a stream: accepted, traded, canceled or expired. Others are returned as they are.
     *
     * @param report as the venue tells it
     * @return the same by our name
     */
    public OrderReport named(OrderReport report) {
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

    /**
     * We asked for an order to be changed, so that it will be told as changed.
     *
     * @param submitted the name it was submitted under
     */
    public void expectAmendment(String submitted) {
        amendments.merge(submitted, 1, Integer::sum);
    }

    /**
     * Tells whether a change is one that was asked for, and counts it off.
     *
     * @param name of the order, as the venue tells it
     * @return whether we asked
     */
    public boolean expectsAmendment(OrderName name) {
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
