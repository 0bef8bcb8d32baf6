package io.mts1b.oms.parents;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderEvent;
import io.mts1b.foundation.orders.OrderLink;
import io.mts1b.omsalgos.AlgoInput;
import io.mts1b.platform.json.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * All parent orders and how far they are: a part of the fold. Which children an algo wants follows from what it was told,
 * and what it was told is in the log.
 *
 * <p>Confined to the thread of the state.
 */
public final class Parents {

    private final Map<OrderId, Slicing> all = new LinkedHashMap<>();
    private final Map<OrderId, Slicing> running = new LinkedHashMap<>();

    /** Makes the state before the first parent. */
    public Parents() {}

    /**
     * All parents, as they are kept.
     *
     * @param json what is known of each, as text that means nothing to others
     */
    public record Form(List<String> json) {

        /** Copies. */
        public Form {
            json = List.copyOf(json);
        }
    }

    /**
     * Makes the parents as they were.
     *
     * @param form what {@link #form} returned
     */
    public Parents(Form form) {
        for (String json : form.json()) {
            Slicing slicing = new Slicing(Json.read(json, Slicing.Form.class));
            OrderId id = slicing.order().orderId();
            all.put(id, slicing);
            if (slicing.isRunning()) {
                running.put(id, slicing);
            }
        }
    }

    /**
     * Returns all of it.
     *
     * @return what the same parents are made from
     */
    public Form form() {
        return new Form(
                all.values().stream().map(slicing -> Json.write(slicing.form())).toList());
    }

    /**
     * Takes what happened to a parent.
     *
     * @param event the next event
     * @throws IllegalArgumentException if it cannot happen; nothing has changed then
     */
    public void apply(ParentEvent event) {
        switch (event) {
            case ParentEvent.Taken taken -> {
                OrderId id = taken.start().parent().orderId();
                Require.that(!all.containsKey(id), "parent " + id + " must be taken once");
                Slicing slicing = new Slicing(taken);
                all.put(id, slicing);
                running.put(id, slicing);
            }
            case ParentEvent.Moved moved -> {
                List<Slicing> moving =
                        moved.parents().stream().map(this::worked).toList();
                moving.forEach(slicing -> slicing.requireKnown(moved.inputs()));
                moving.forEach(slicing -> moved.inputs().forEach(slicing::tell));
            }
            case ParentEvent.Asked asked -> worked(asked.parent()).tell(asked.input());
            case ParentEvent.Withdrawn withdrawn -> worked(withdrawn.parent()).withdrawn(withdrawn);
        }
        event.parents().forEach(this::keep);
    }

    private Slicing worked(OrderId id) {
        return Require.present(running.get(id), () -> "parent " + id + " must be worked");
    }

    /**
     * Takes an order that was received; it may be a child.
     *
     * @param order the order
     */
    public void received(Order order) {
        parent(order, slicing -> slicing.received(order));
    }

    /**
     * Takes what happened to an order; it may be a child.
     *
     * @param order the order
     * @param event what happened to it
     */
    public void happened(Order order, OrderEvent event) {
        parent(order, slicing -> slicing.happened(event));
    }

    /**
     * Takes that everything shall be taken back: nothing more is made of these parents.
     *
     * @param which which parents
     * @param at when
     */
    public void cancel(Predicate<Order> which, Instant at) {
        for (Slicing slicing : List.copyOf(running.values())) {
            if (which.test(slicing.order())) {
                slicing.tell(new AlgoInput.CancelRequested(at));
                keep(slicing.order().orderId());
            }
        }
    }

    private void parent(Order order, Consumer<Slicing> consumer) {
        for (OrderLink link : order.links()) {
            Slicing slicing = link instanceof OrderLink.ChildOf(OrderId parent) ? all.get(parent) : null;
            if (slicing != null) {
                consumer.accept(slicing);
                keep(link.other());
            }
        }
    }

    private void keep(OrderId id) {
        if (running.containsKey(id) && !running.get(id).isRunning()) {
            running.remove(id);
        }
    }

    /**
     * Returns a parent.
     *
     * @param id its identity
     * @return how far it is; empty if it was never taken
     */
    public Optional<ParentState> parent(OrderId id) {
        return Optional.ofNullable(all.get(id)).map(Slicing::state);
    }

    /**
     * Returns how it goes with a parent.
     *
     * @param id its identity
     * @return how; empty if it was never taken
     */
    public Optional<ParentStatus> status(OrderId id) {
        return Optional.ofNullable(all.get(id)).map(Slicing::status);
    }

    /**
     * Returns all parents since the log began.
     *
     * @return how far they are, the first first
     */
    public List<ParentState> all() {
        return all.values().stream().map(Slicing::state).toList();
    }

    /**
     * Returns the parents that go on.
     *
     * @return how far they are, the first first
     */
    public List<ParentState> running() {
        return running.isEmpty()
                ? List.of()
                : running.values().stream().map(Slicing::state).toList();
    }

    /**
     * Tells whether a name is that of a parent, or one that a child of a parent has or may come to have.
     *
     * @param id the name of an order
     * @return true if no other order may have it
     */
    public boolean names(OrderId id) {
        if (all.isEmpty()) {
            return false;
        }
        String name = id.value();
        int dash = name.lastIndexOf('-');
        boolean numbered = dash > 0
                && dash < name.length() - 1
                && name.substring(dash + 1).chars().allMatch(digit -> digit >= '0' && digit <= '9');
        return all.containsKey(id) || (numbered && all.containsKey(new OrderId(name.substring(0, dash))));
    }
}
