package io.mts1b.oms.parents;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.orders.Fill;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderEvent;
import io.mts1b.oms.parents.ParentState.Wish;
import io.mts1b.omsalgos.AlgoCommand;
import io.mts1b.omsalgos.AlgoExecution;
import io.mts1b.omsalgos.AlgoInput;
import io.mts1b.platform.random.RandomStreams;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** One parent in the fold: its algo, and what that wants and was not done yet. Confined to the thread of the state. */
final class Slicing {

    private final ParentEvent.Taken taken;
    private final AlgoExecution execution;
    private final SequencedMap<OrderId, Integer> children = new LinkedHashMap<>();
    private final SortedMap<Integer, Wish> make = new TreeMap<>();
    private final SequencedMap<OrderId, Integer> decide = new LinkedHashMap<>();
    private final SortedSet<Integer> cancel = new TreeSet<>();
    private Instant now;

    Slicing(ParentEvent.Taken taken) {
        this.taken = taken;
        execution = new AlgoExecution(taken.start(), new RandomStreams(taken.seed()));
        now = taken.start().at();
    }

    /** A child that was made. */
    record ChildForm(OrderId order, int number) {}

    /** All of it. */
    record Form(
            ParentEvent.Taken taken,
            AlgoExecution.Form execution,
            List<ChildForm> children,
            List<Wish> make,
            List<OrderId> decide,
            List<Integer> cancel,
            Instant now) {}

    Slicing(Form form) {
        taken = form.taken();
        execution = AlgoExecution.of(taken.start(), new RandomStreams(taken.seed()), form.execution());
        form.children().forEach(child -> children.put(child.order(), child.number()));
        form.make().forEach(wish -> make.put(wish.place().child(), wish));
        form.decide().forEach(order -> decide.put(order, children.getOrDefault(order, 0)));
        cancel.addAll(form.cancel());
        now = form.now();
    }

    Form form() {
        List<ChildForm> made = new ArrayList<>();
        children.forEach((order, number) -> made.add(new ChildForm(order, number)));
        return new Form(
                taken,
                execution.form(),
                made,
                List.copyOf(make.values()),
                List.copyOf(decide.sequencedKeySet()),
                List.copyOf(cancel),
                now);
    }

    Order order() {
        return taken.start().parent();
    }

    boolean isRunning() {
        return execution.finished().isEmpty();
    }

    ParentStatus status() {
        if (!isRunning()) {
            return ParentStatus.ENDED;
        }
        if (execution.isStopping()) {
            return ParentStatus.ENDING;
        }
        return execution.isPaused() ? ParentStatus.PAUSED : ParentStatus.WORKING;
    }

    ParentState state() {
        return new ParentState(
                taken.start(),
                taken.seed(),
                execution.progress(),
                children.size(),
                new ParentState.Todo(
                        List.copyOf(make.values()), List.copyOf(decide.sequencedKeySet()), List.copyOf(cancel), now),
                execution.wakeAt().orElse(null),
                execution.finished().orElse(null));
    }

    /** Refuses what is of another instrument, before anybody is told. */
    void requireKnown(List<AlgoInput> inputs) {
        for (AlgoInput input : inputs) {
            boolean known = switch (input) {
                case AlgoInput.Quoted(var quote) -> ParentState.looksAt(taken.start(), quote.instrument());
                case AlgoInput.Traded(var trade) -> ParentState.looksAt(taken.start(), trade.instrument());
                default -> true;
            };
            Require.that(known, "input must be of an instrument of parent " + order().orderId() + ", was " + input);
        }
    }

    void tell(AlgoInput input) {
        List<AlgoCommand> commands = execution.accept(input);
        time(input).filter(at -> at.isAfter(now)).ifPresent(at -> now = at);
        for (AlgoCommand command : commands) {
            switch (command) {
                case AlgoCommand.Place place -> make.put(place.child(), new Wish(place, now));
                case AlgoCommand.Cancel(int child) -> cancel.add(child);
                case AlgoCommand.Finish _ -> {
                    // The execution knows it.
                }
            }
        }
    }

    private static Optional<Instant> time(AlgoInput input) {
        return switch (input) {
            case AlgoInput.Ticked(Instant at) -> Optional.of(at);
            case AlgoInput.Amended amended -> Optional.of(amended.at());
            case AlgoInput.Paused(Instant at) -> Optional.of(at);
            case AlgoInput.Resumed(Instant at) -> Optional.of(at);
            case AlgoInput.CancelRequested(Instant at) -> Optional.of(at);
            default -> Optional.empty();
        };
    }

    /** A child is not made after all: what it would have traded is left again. */
    void withdrawn(ParentEvent.Withdrawn event) {
        Require.that(
                make.containsKey(event.child()),
                "child " + event.child() + " of " + event.parent() + " must be wished for and not made");
        make.remove(event.child());
        cancel.remove(event.child());
        tell(new AlgoInput.ChildCanceled(event.child()));
        tell(new AlgoInput.Ticked(event.at()));
    }

    /** Takes an order that is linked with the parent; it is a child if it is the one that was wished for. */
    void received(Order order) {
        for (Wish wish : List.copyOf(make.values())) {
            int child = wish.place().child();
            if (wish.place().order(order(), wish.since()).equals(order)) {
                make.remove(child);
                children.put(order.orderId(), child);
                decide.put(order.orderId(), child);
                return;
            }
        }
    }

    boolean isParentOf(OrderId order) {
        return children.containsKey(order);
    }

    /** Takes what happened to an order that is linked with the parent. */
    void happened(OrderEvent event) {
        Integer child = children.get(event.orderId());
        if (child == null) {
            return;
        }
        decide.remove(event.orderId());
        for (AlgoInput input : inputs(event, child)) {
            boolean over = input instanceof AlgoInput.ChildCanceled
                    || input instanceof AlgoInput.ChildRejected
                    || input instanceof AlgoInput.ChildLost;
            if (over) {
                cancel.remove(child);
            }
            tell(input);
        }
        if (event instanceof OrderEvent.CancelRequested) {
            cancel.remove(child);
        }
    }

    private static List<AlgoInput> inputs(OrderEvent event, int child) {
        List<AlgoInput> inputs = new ArrayList<>();
        switch (event) {
            case OrderEvent.Accepted _ -> inputs.add(new AlgoInput.ChildAccepted(child));
            case OrderEvent.Filled(Fill fill) -> inputs.add(new AlgoInput.ChildFilled(child, fill.quantity()));
            case OrderEvent.FillBusted busted ->
                inputs.add(new AlgoInput.ChildBusted(child, busted.fill().quantity()));
            case OrderEvent.RiskDenied _, OrderEvent.Rejected _ -> inputs.add(new AlgoInput.ChildRejected(child));
            case OrderEvent.Canceled _, OrderEvent.Expired _ -> inputs.add(new AlgoInput.ChildCanceled(child));
            case OrderEvent.CancelRejected _ -> inputs.add(new AlgoInput.ChildCancelRejected(child));
            case OrderEvent.Lost _ -> inputs.add(new AlgoInput.ChildLost(child));
            case OrderEvent.RiskRequested _,
                    OrderEvent.RiskApproved _,
                    OrderEvent.Submitted _,
                    OrderEvent.CancelRequested _,
                    OrderEvent.ReplaceRequested _,
                    OrderEvent.Replaced _,
                    OrderEvent.ReplaceRejected _ -> {
                // What it may trade is as before.
            }
        }
        return inputs;
    }
}
