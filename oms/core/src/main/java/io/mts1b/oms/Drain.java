package io.mts1b.oms;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.orders.OrderState;
import io.mts1b.foundation.orders.OrderStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** The end of a process: nothing new is taken, and every venue is waited for that owes a word. */
final class Drain {

    private final OmsPolicy.Stop stop;
    private final ActorId actor;
    private final Instant until;
    private final CompletableFuture<List<Leftover>> done = new CompletableFuture<>();

    Drain(OmsPolicy.Stop stop, ActorId actor, Instant now, Instant until) {
        this.stop = Objects.requireNonNull(stop, "stop");
        this.actor = Objects.requireNonNull(actor, "actor");
        Require.that(!until.isBefore(now), "until must not be before " + now + ", was " + until);
        this.until = until;
    }

    CompletableFuture<List<Leftover>> done() {
        return done;
    }

    /** Returns what takes the orders back, so that it goes on if the process dies meanwhile; none if they may rest. */
    List<Operation> operations(Instant now) {
        return stop == OmsPolicy.Stop.KEEP_ORDERS || !until.isAfter(now)
                ? List.of()
                : List.of(new Operation(
                        "drain-" + now.toEpochMilli(),
                        Operation.Kind.CANCEL_ALL,
                        new Scope.Everything(),
                        "the process stops",
                        actor,
                        now,
                        until));
    }

    /** Looks whether it is over. */
    void look(OmsState state, Instant now) {
        List<Leftover> open = new ArrayList<>();
        boolean waits = !state.operations().running().isEmpty();
        for (var fund : state.funds()) {
            for (OrderState order : state.openOrders(fund.fund())) {
                open.add(Leftover.of(order, ""));
                waits |= order.status() != OrderStatus.ACCEPTED;
            }
        }
        if (!waits || !now.isBefore(until)) {
            done.complete(List.copyOf(open));
        }
    }
}
