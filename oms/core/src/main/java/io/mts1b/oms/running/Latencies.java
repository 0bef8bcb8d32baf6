package io.mts1b.oms.running;

import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.risk.Denial;
import io.mts1b.foundation.risk.Gate;
import io.mts1b.foundation.risk.RiskDecision;
import io.mts1b.riskengine.ReviewListener;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Remembers how long decisions took until they are told. Confined to the writer's thread. */
final class Latencies implements ReviewListener {

    /** What was decided and is in no log, such as about a change of an order, makes room for what comes. */
    private static final int MOST = 65_536;

    private final Deque<Took> taken = new ArrayDeque<>();

    private record Took(RiskDecision decision, long nanos) {}

    @Override
    public void checked(Order order, Gate gate, List<Denial> denials, long nanos) {
        // All of them together are told.
    }

    @Override
    public void decided(Order order, RiskDecision decision, long nanos) {
        if (taken.size() >= MOST) {
            taken.removeFirst();
        }
        taken.addLast(new Took(decision, nanos));
    }

    /** Returns how long a decision took, once; null if it was not made here. */
    @Nullable Duration take(RiskDecision decision) {
        // It is the first almost always: decisions are told in the order in which they were made.
        for (Iterator<Took> each = taken.iterator(); each.hasNext(); ) {
            Took one = each.next();
            if (one.decision.equals(decision)) {
                each.remove();
                return Duration.ofNanos(Math.max(0, one.nanos));
            }
        }
        return null;
    }
}
