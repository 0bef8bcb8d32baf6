package io.mts1b.oms.simulation;

import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.orders.OrderEvent;
import io.mts1b.foundation.risk.RiskDecision;
import io.mts1b.oms.EventLog;
import io.mts1b.oms.OmsEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A log in memory that outlives the process: what was flushed for sure, and of the rest as much as chance wants. */
final class CrashingLog implements EventLog {

    private final List<OmsEvent> events = new ArrayList<>();
    private final SortedSet<OrderId> approved = new TreeSet<>();
    private final SortedSet<OrderId> intended = new TreeSet<>();
    private int durable;
    private @Nullable Snapshot snapshot;

    @Override
    public void replay(long after, Consumer<OmsEvent> consumer) {
        List.copyOf(events.subList((int) after, events.size())).forEach(consumer);
    }

    @Override
    public Optional<Snapshot> snapshot() {
        return Optional.ofNullable(snapshot);
    }

    @Override
    public void save(List<byte[]> parts) {
        flush();
        snapshot = new Snapshot(events.size(), parts);
    }

    @Override
    public void append(OmsEvent event) {
        events.add(event);
    }

    @Override
    public void flush() {
        for (OmsEvent event : events.subList(durable, events.size())) {
            if (event instanceof OmsEvent.OrderDecided(RiskDecision.Approved decision)) {
                approved.add(decision.orderId());
            } else if (event instanceof OmsEvent.OrderChanged(OrderEvent.Submitted submitted)) {
                intended.add(submitted.orderId());
            }
        }
        durable = events.size();
    }

    @Override
    public void close() {
        // The process is gone, the log stays.
    }

    /** Takes back some of what was not flushed. */
    void crash(RandomGenerator random) {
        int kept = durable + random.nextInt(events.size() - durable + 1);
        events.subList(kept, events.size()).clear();
        flush();
    }

    /** Whether an order was approved and about to be sent, durably. */
    boolean wasIntended(OrderId order) {
        return approved.contains(order) && intended.contains(order);
    }

    List<OmsEvent> events() {
        return Collections.unmodifiableList(events);
    }
}
