package io.mts1b.oms;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderLink;
import io.mts1b.foundation.orders.OrderState;
import io.mts1b.foundation.orders.OrderStatus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Which orders depend on which, and how: one triggers another, one cancels another, and both for the exits of a bracket.
 * Slices of a parent are not held or canceled by it here.
 *
 * <p>A part of the fold that follows from the orders in memory: an order stays there while another that has not ended is linked
 * with it.
 */
final class Links {

    private final Map<OrderId, List<OrderId>> linked = new LinkedHashMap<>();

    /** What is to be done about an order because another one changed. */
    enum Action {
        /** It waits on, or does not care. */
        NOTHING,
        /** What it waited for has happened. */
        RELEASE,
        /** What it waited for will not happen, or what cancels it has. */
        CANCEL
    }

    /**
     * Refuses orders that are linked to one that does not stand before them, and exits that come when their entry has ended: the
     * other exit may have traded, and nobody remembers. One of another fund is as one that there is not.
     *
     * @param received finds the orders that were received already
     * @throws IllegalArgumentException if there is one
     */
    static void requireReceived(List<Order> orders, Function<OrderId, Optional<OrderState>> received) {
        if (orders.stream().allMatch(order -> order.links().isEmpty())) {
            return;
        }
        Map<OrderId, Order> before = new TreeMap<>();
        for (Order order : orders) {
            for (OrderLink link : order.links()) {
                OrderId other = link.other();
                Require.that(
                        Optional.ofNullable(before.get(other))
                                .or(() -> received.apply(other).map(OrderState::order))
                                .filter(one -> one.fund().equals(order.fund()))
                                .isPresent(),
                        () -> "order " + other + " must have been received before " + order.orderId()
                                + ", which is linked to it");
                if (link instanceof OrderLink.BracketExit && !before.containsKey(other)) {
                    requireEntry(order.orderId(), other, received);
                }
            }
            before.put(order.orderId(), order);
        }
    }

    private static void requireEntry(OrderId exit, OrderId entry, Function<OrderId, Optional<OrderState>> received) {
        boolean comesLate = received.apply(exit).isEmpty()
                && received.apply(entry).orElseThrow().status().isFinal();
        Require.that(
                !comesLate,
                () -> "order " + exit + " must come before its entry " + entry
                        + " has ended; link it with the other exit instead");
    }

    void add(Order order) {
        for (OrderLink link : order.links()) {
            if (!(link instanceof OrderLink.ChildOf)) {
                join(order.orderId(), link.other());
                join(link.other(), order.orderId());
            }
            if (link instanceof OrderLink.BracketExit) {
                for (OrderId sibling : List.copyOf(of(link.other()))) {
                    if (!sibling.equals(order.orderId())) {
                        join(order.orderId(), sibling);
                        join(sibling, order.orderId());
                    }
                }
            }
        }
    }

    private void join(OrderId order, OrderId other) {
        List<OrderId> others = linked.computeIfAbsent(order, _ -> new ArrayList<>());
        if (!others.contains(other)) {
            others.add(other);
        }
    }

    /** Returns the orders that are linked with one, either way. */
    List<OrderId> of(OrderId order) {
        List<OrderId> others = linked.get(order);
        return others == null ? List.of() : Collections.unmodifiableList(others);
    }

    /**
     * Forgets what binds an order that has ended to others that have: nothing follows for either. Should something happen to
     * one of them after all, {@link #add} binds it again.
     *
     * @return those others that nothing binds any more
     */
    List<OrderId> settle(OrderState order, Predicate<OrderId> hasEnded) {
        OrderId id = order.order().orderId();
        List<OrderId> others = of(id);
        if (others.isEmpty() || !order.status().isFinal()) {
            return List.of();
        }
        List<OrderId> free = new ArrayList<>();
        for (OrderId other : List.copyOf(others)) {
            if (hasEnded.test(other)) {
                part(id, other);
                part(other, id);
                if (of(other).isEmpty()) {
                    free.add(other);
                }
            }
        }
        return free;
    }

    private void part(OrderId order, OrderId other) {
        linked.computeIfPresent(order, (_, others) -> others.remove(other) && others.isEmpty() ? null : others);
    }

    /** Returns all orders that are linked with another. */
    Set<OrderId> all() {
        return Collections.unmodifiableSet(linked.keySet());
    }

    /** Returns the order that must trade before one is sent. */
    static Optional<OrderId> trigger(Order order) {
        return order.links().isEmpty()
                ? Optional.empty()
                : order.links().stream()
                        .filter(link -> link instanceof OrderLink.TriggeredBy || link instanceof OrderLink.BracketExit)
                        .map(OrderLink::other)
                        .findFirst();
    }

    /** Tells what follows for one order from where another one stands. */
    static Action action(OrderState order, OrderState changed) {
        OrderId id = changed.order().orderId();
        if (order.status().isFinal()) {
            return Action.NOTHING;
        }
        if (order.status() == OrderStatus.CREATED
                && trigger(order.order()).filter(id::equals).isPresent()) {
            return ofTrigger(order.order(), changed);
        }
        boolean traded = !changed.filled().isZero();
        return traded && order.order().excludes(changed.order()) ? Action.CANCEL : Action.NOTHING;
    }

    /** An exit of a bracket guards whatever its entry came to hold; any other order waits for the whole of its trigger. */
    private static Action ofTrigger(Order order, OrderState trigger) {
        boolean exit = order.links().stream().anyMatch(OrderLink.BracketExit.class::isInstance);
        if (trigger.status() == OrderStatus.FILLED
                || (exit && trigger.status().isFinal() && !trigger.filled().isZero())) {
            return Action.RELEASE;
        }
        return trigger.status().isFinal() ? Action.CANCEL : Action.NOTHING;
    }
}
