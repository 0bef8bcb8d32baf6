package io.mts1b.oms.parents;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderEvent;
import io.mts1b.foundation.orders.OrderLink;
import io.mts1b.oms.archive.Records;
import io.mts1b.oms.archive.Series;
import io.mts1b.omsalgos.AlgoInput;
import io.mts1b.platform.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * All parent orders and how far they are: a part of the fold. Which children an algo wants follows from what it was told,
 * and what it was told is in the log. Those that have ended are filed among the records.
 *
 * <p>Confined to the thread of the state.
 */
public final class Parents {

    private static final char KIND = 'p';

    private final Series<Slicing> all;

    /**
     * Makes the state before the first parent.
     *
     * @param records where parents are filed once they have ended
     */
    public Parents(Records records) {
        all = new Series<>(
                KIND,
                records,
                slicing -> Json.write(slicing.form()),
                text -> new Slicing(Json.read(text, Slicing.Form.class)));
    }

    /**
     * Takes over what others had; only at first.
     *
     * @param form what {@link #form} returned
     */
    public void restore(Series.Form form) {
        all.restore(form);
    }

    /**
     * Returns all of it but what is filed.
     *
     * @return what the same parents are made from, as text that means nothing to others
     */
    public Series.Form form() {
        return all.form();
    }

    /**
     * Returns the hash of all parents.
     *
     * @return a sum, the same however many of them have been filed
     */
    public String hash() {
        return all.hash();
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
                Require.that(find(id).isEmpty(), "parent " + id + " must be taken once");
                all.put(id.value(), new Slicing(taken));
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
        event.parents().forEach(this::file);
    }

    private Slicing worked(OrderId id) {
        return Require.present(all.inMemory(id.value()), () -> "parent " + id + " must be worked");
    }

    private Optional<Slicing> find(OrderId id) {
        return all.find(id.value());
    }

    /** What has ended is not needed until somebody asks, or its venue takes a fill back. */
    private void file(OrderId id) {
        Slicing slicing = all.inMemory(id.value());
        if (slicing != null && !slicing.isRunning()) {
            all.file(id.value());
        }
    }

    /**
     * Takes an order that was received; it may be a child of a parent that goes on.
     *
     * @param order the order
     */
    public void received(Order order) {
        for (OrderLink link : order.links()) {
            Slicing slicing = link instanceof OrderLink.ChildOf
                    ? all.inMemory(link.other().value())
                    : null;
            if (slicing != null) {
                slicing.received(order);
            }
        }
    }

    /**
     * Takes what happened to an order; it may be a child, also of a parent that has ended.
     *
     * @param order the order
     * @param event what happened to it
     */
    public void happened(Order order, OrderEvent event) {
        for (OrderLink link : order.links()) {
            if (link instanceof OrderLink.ChildOf(OrderId parent)) {
                find(parent)
                        .filter(slicing -> slicing.isParentOf(order.orderId()))
                        .ifPresent(slicing -> {
                            slicing.happened(event);
                            all.put(parent.value(), slicing);
                            file(parent);
                        });
            }
        }
    }

    /**
     * Takes that everything shall be taken back: nothing more is made of these parents.
     *
     * @param which which parents
     * @param at when
     */
    public void cancel(Predicate<Order> which, Instant at) {
        for (Slicing slicing : all.inMemory()) {
            if (which.test(slicing.order())) {
                slicing.tell(new AlgoInput.CancelRequested(at));
                file(slicing.order().orderId());
            }
        }
    }

    /**
     * Returns a parent.
     *
     * @param id its identity
     * @return how far it is; empty if it was never taken
     */
    public Optional<ParentState> parent(OrderId id) {
        return find(id).map(Slicing::state);
    }

    /**
     * Returns how it goes with a parent.
     *
     * @param id its identity
     * @return how; empty if it was never taken
     */
    public Optional<ParentStatus> status(OrderId id) {
        return find(id).map(Slicing::status);
    }

    /**
     * Returns how many parents there were.
     *
     * @return the number of the last one
     */
    public long taken() {
        return all.count();
    }

    /**
     * Returns a parent by its number.
     *
     * @param number 1 for the first that was taken, up to {@link #taken}
     * @return how far it is
     * @throws IllegalArgumentException if there is none
     */
    public ParentState taken(long number) {
        return all.at(number).state();
    }

    /**
     * Returns the parents that go on.
     *
     * @return how far they are, the first first
     */
    public List<ParentState> running() {
        return all.inMemory().stream().map(Slicing::state).toList();
    }

    /**
     * Tells whether a name is that of a parent, or one that a child of a parent has or may come to have.
     *
     * @param id the name of an order
     * @return true if no other order may have it
     */
    public boolean names(OrderId id) {
        if (all.count() == 0) {
            return false;
        }
        String name = id.value();
        int dash = name.lastIndexOf('-');
        boolean numbered = dash > 0
                && dash < name.length() - 1
                && name.substring(dash + 1).chars().allMatch(digit -> digit >= '0' && digit <= '9');
        return all.find(name).isPresent()
                || (numbered && all.find(name.substring(0, dash)).isPresent());
    }
}
