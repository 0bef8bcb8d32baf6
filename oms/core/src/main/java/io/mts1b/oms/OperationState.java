package io.mts1b.oms;

import io.mts1b.foundation.ids.OrderId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How far an operation is.
 *
 * @param operation what is wanted
 * @param cancels the orders it takes back, those that have ended included
 * @param ordered the orders it made, the first first
 * @param calledOff who stopped it; null if nobody did
 * @param ended how it ended; null while it goes on
 */
public record OperationState(
        Operation operation,
        List<OrderId> cancels,
        List<OrderId> ordered,
        OperationEvent.@Nullable CalledOff calledOff,
        OperationEvent.@Nullable Ended ended) {

    /** Validates, and copies. */
    public OperationState {
        Objects.requireNonNull(operation, "operation");
        cancels = List.copyOf(cancels);
        ordered = List.copyOf(ordered);
    }

    /**
     * Tells whether it goes on.
     *
     * @return false once it has ended
     */
    public boolean isRunning() {
        return ended == null;
    }

    /**
     * Returns what it has left.
     *
     * @return what is told at its end; empty while it goes on
     */
    public List<Leftover> left() {
        return ended == null ? List.of() : ended.left();
    }

    /** Tells whether positions are still to be closed. */
    boolean closes() {
        return isRunning() && calledOff == null && operation.kind() != Operation.Kind.CANCEL_ALL;
    }

    OperationState ordering(OrderId order) {
        List<OrderId> more = new ArrayList<>(ordered);
        more.add(order);
        return new OperationState(operation, cancels, more, calledOff, ended);
    }

    OperationState calledOff(OperationEvent.CalledOff by) {
        List<OrderId> all = new ArrayList<>(cancels);
        all.addAll(ordered);
        return new OperationState(operation, all, ordered, by, ended);
    }

    OperationState ended(OperationEvent.Ended how) {
        return new OperationState(operation, cancels, ordered, calledOff, how);
    }
}
