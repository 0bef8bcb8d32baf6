package io.mts1b.oms;

import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderEvent;
import io.mts1b.foundation.orders.OrderState;
import io.mts1b.foundation.orders.OrderStatus;
import io.mts1b.foundation.risk.RiskDecision;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Sends orders and takes them back because of what happened to others that they are linked with. What is to be done follows from
 * where they stand, so a process that begins looks at all of them. Confined to the writer's thread.
 */
final class LinksDesk {

    private final Recorder recorder;
    private final OperationsDesk.Hands hands;
    private final TakingBack takingBack;
    private final Deque<OrderId> changed = new ArrayDeque<>();
    /** Orders that must go and may trade yet, and because of which. */
    private final SequencedMap<OrderId, OrderId> unsettled = new LinkedHashMap<>();

    LinksDesk(Recorder recorder, OperationsDesk.Hands hands, Duration askEvery) {
        this.recorder = recorder;
        this.hands = hands;
        this.takingBack = new TakingBack(recorder, hands, askEvery);
    }

    /** Returns the order because of which one that is not sent yet must not go: it came too late. */
    Optional<OrderId> excluding(Order order) {
        if (order.links().isEmpty()) {
            return Optional.empty();
        }
        OrderState state = order(order.orderId());
        return state.status() != OrderStatus.CREATED
                ? Optional.empty()
                : links().of(order.orderId()).stream()
                        .filter(other -> !Links.trigger(order).equals(Optional.of(other)))
                        .filter(other -> Links.action(state, order(other)) == Links.Action.CANCEL)
                        .findFirst();
    }

    /** Looks soon at what follows from where an order stands. */
    void look(OrderId order) {
        changed.add(order);
    }

    /** Looks soon at all orders that are linked. */
    void lookAtAll() {
        changed.addAll(links().all());
    }

    /** Takes what was recorded. */
    void happened(OmsEvent event) {
        switch (event) {
            case OmsEvent.OrderChanged(OrderEvent happened) ->
                happened(happened.orderId(), happened instanceof OrderEvent.Filled);
            case OmsEvent.OrderDecided(RiskDecision.Denied denied) -> happened(denied.orderId(), false);
            case OmsEvent.OperatorRuled(OperatorWord.DeclaredDead dead) -> happened(dead.order(), false);
            default -> {
                // Of an order that is approved nothing follows, and an operator's other words are of none that is
                // linked.
            }
        }
    }

    private void happened(OrderId id, boolean traded) {
        if (unsettled.containsKey(id) && order(id).status().isFinal()) {
            unsettled.remove(id);
        }
        if (!links().of(id).isEmpty() && (traded || order(id).status().isFinal())) {
            look(id);
        }
    }

    /** Does what follows for other orders, and tells whether there was anything to look at. */
    boolean follow() {
        boolean any = !changed.isEmpty();
        while (!changed.isEmpty()) {
            follow(changed.remove());
        }
        return any;
    }

    /** Asks again for what must go and may trade yet. */
    void onTime() {
        unsettled.values().stream().distinct().toList().forEach(this::follow);
    }

    private void follow(OrderId id) {
        for (OrderId other : List.copyOf(links().of(id))) {
            OrderState linked = order(other);
            OrderState moved = order(id);
            switch (Links.action(linked, moved)) {
                case NOTHING -> unsettled.remove(other, id);
                case RELEASE -> release(linked, moved.filled());
                case CANCEL -> {
                    if (linked.status().mayTrade()) {
                        unsettled.put(other, id);
                    }
                    takingBack.take(linked, "order " + id + " is " + moved.status());
                }
            }
        }
    }

    /** What its broker is not connected for is looked at again when it is. */
    private void release(OrderState order, Quantity filled) {
        if (hands.connected().apply(order.order().broker()).isEmpty()) {
            return;
        }
        OrderId id = order.order().orderId();
        if (filled.compareTo(order.ordered()) < 0) {
            recorder.record(new OrderEvent.Replaced(id, recorder.now(), filled, order.type()));
        }
        hands.go().accept(order(id).current());
    }

    private Links links() {
        return recorder.state().links();
    }

    private OrderState order(OrderId id) {
        return recorder.state().order(id).orElseThrow();
    }
}
