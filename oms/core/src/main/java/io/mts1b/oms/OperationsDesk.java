package io.mts1b.oms;

import io.mts1b.brokers.Broker;
import io.mts1b.brokers.SubmitsOrders;
import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderState;
import io.mts1b.foundation.orders.OrderStatus;
import io.mts1b.foundation.risk.HaltRequest;
import io.mts1b.riskengine.RiskEngine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What operators do to many orders at once. What was begun goes on after a restart, because how far it is follows from the
 * log: an order is taken back until its venue has said what became of it, and a position is closed by one order after the
 * other until it is gone or nothing more can be done.
 *
 * <p>Confined to the writer's thread.
 */
public final class OperationsDesk {

    private final Recorder recorder;
    private final Hands hands;
    private final TakingBack takingBack;
    private final Flattening flattening;
    private final ParentsDesk parents;
    private final StopsDesk stops;
    private final VetoDesk veto;
    private @Nullable Drain drain;

    /**
     * What it does through the writer.
     *
     * @param takeBack asks to take an order back that has not ended, for a reason
     * @param go has an order reviewed, if it was not, and sent if it passed
     * @param connected finds a broker; empty if it is not connected
     * @param goOn does what follows and is not done yet
     * @param acknowledge returns when everything is durable
     */
    record Hands(
            BiConsumer<OrderId, String> takeBack,
            Consumer<Order> go,
            Function<BrokerId, Optional<Broker>> connected,
            Runnable goOn,
            Runnable acknowledge) {}

    OperationsDesk(Recorder recorder, Hands hands, RiskEngine risk, OmsPolicy policy) {
        this.recorder = recorder;
        this.hands = hands;
        this.takingBack = new TakingBack(recorder, hands, policy.askEvery());
        this.veto = new VetoDesk(recorder, risk, hands, policy);
        this.stops = new StopsDesk(recorder, policy);
        this.parents = new ParentsDesk(recorder, hands, policy, stops, () -> drain != null);
        this.flattening = new Flattening(
                recorder.state(),
                broker -> hands.connected
                        .apply(broker)
                        .filter(SubmitsOrders.class::isInstance)
                        .isPresent(),
                policy.askEvery());
    }

    /**
     * Begins an operation; asking again changes nothing. To flatten halts the scope first, unless it is halted.
     *
     * @param operation what is wanted
     * @return how far it is
     * @throws IllegalArgumentException if its scope does not exist, another operation has its identity, or it is a stop
     */
    public OperationState begin(Operation operation) {
        Require.that(
                operation.kind() != Operation.Kind.STOP && !operation.id().startsWith(StopsDesk.PREFIX),
                () -> "operation " + operation.id() + " must not be named or meant as a stop, which prices begin");
        Optional<OperationState> before = operations().operation(operation.id());
        if (before.isPresent()) {
            Operation first = before.get().operation();
            Require.that(
                    first.kind() == operation.kind() && first.scope().equals(operation.scope()),
                    "operation " + operation.id() + " must be " + first.kind() + " of "
                            + first.scope().title() + ", as it was begun");
        } else {
            requireScope(operation.scope());
            if (operation.kind() == Operation.Kind.FLATTEN) {
                halt(operation);
            }
            recorder.record(new OmsEvent.OperationChanged(new OperationEvent.Begun(operation)));
        }
        hands.acknowledge.run();
        return operations().operation(operation.id()).orElseThrow();
    }

    /**
     * Stops an operation: what it ordered is taken back, and nothing more is ordered. The halt stands.
     *
     * @param id the operation
     * @param reason why, in words
     * @param actor who wants it
     * @return how far it is
     * @throws IllegalArgumentException if it is not running
     */
    public OperationState callOff(String id, String reason, ActorId actor) {
        recorder.record(new OmsEvent.OperationChanged(new OperationEvent.CalledOff(id, actor, reason, recorder.now())));
        hands.acknowledge.run();
        return operations().operation(id).orElseThrow();
    }

    /**
     * Ends the work of this process: from now on no order is taken, the orders are taken back if they are not to rest, and
     * venues are waited for that owe a word. Draining again changes nothing.
     *
     * @param stop what becomes of the orders
     * @param actor who stops the process
     * @param until when what is owed is not waited for any longer
     * @return completed on the writer's thread, when nothing is owed or the time is up, with the orders that may still
     *     trade
     */
    public CompletableFuture<List<Leftover>> drain(OmsPolicy.Stop stop, ActorId actor, Instant until) {
        if (drain == null) {
            Instant now = recorder.now();
            Drain begun = new Drain(stop, actor, now, until);
            drain = begun;
            begun.operations(now).forEach(this::begin);
            hands.acknowledge.run();
            return begun.done();
        }
        return drain.done();
    }

    VetoDesk veto() {
        return veto;
    }

    ParentsDesk parents() {
        return parents;
    }

    /** Refuses new orders while the process ends. */
    void requireNoDrain() {
        Require.that(drain == null, "orders must come before the process stops, which it does");
    }

    /** Refuses the name of an order that an operation or a parent makes. */
    void requireFree(OrderId order) {
        Require.that(
                !order.value().startsWith(Flattening.PREFIX) && !order.value().startsWith(StopsDesk.PREFIX),
                () -> "order " + order + " must not be named as one of an operation");
        Require.that(
                !operations().parents().names(order), () -> "order " + order + " must not be named as one of a parent");
    }

    /**
     * Refuses a scope that does not exist.
     *
     * @param scope the scope
     * @throws IllegalArgumentException if its fund is not open, or its strategy is none of the fund's
     */
    public void requireScope(Scope scope) {
        OmsState state = recorder.state();
        switch (scope) {
            case Scope.Everything _, Scope.OfBroker _ -> {
                // A broker is known once an order went there; before that there is nothing to do at it.
            }
            case Scope.OfFund(var fund) -> Require.that(state.fund(fund).isPresent(), "fund " + fund + " must be open");
            case Scope.OfPosition(var fund, var instrument) ->
                Require.that(
                        state.fund(fund).isPresent()
                                && state.instrument(instrument).isPresent(),
                        "fund " + fund + " must be open, and instrument " + instrument + " listed");
            case Scope.OfStrategy(var fund, var strategy) -> {
                boolean known = state.fund(fund)
                        .filter(config -> config.strategies().contains(strategy))
                        .isPresent();
                Require.that(known, "strategy " + strategy + " must be one of an open fund " + fund);
            }
        }
    }

    private void halt(Operation operation) {
        Scope scope = operation.scope();
        if (recorder.state().halts().stream().noneMatch(scope::isWithin)) {
            recorder.record(new OmsEvent.HaltSet(new HaltRequest(
                    scope.severity().orElseThrow(),
                    switch (scope) {
                        case Scope.OfFund(var fund) -> fund;
                        case Scope.OfStrategy(var fund, var _) -> fund;
                        case Scope.Everything _, Scope.OfBroker _, Scope.OfPosition _ -> null;
                    },
                    scope instanceof Scope.OfStrategy(var _, var strategy) ? strategy : null,
                    "flatten " + operation.id() + ": " + operation.reason(),
                    operation.actor(),
                    operation.at())));
        }
    }

    /** Refuses to lift a halt under which something is flattened: what is sold would be bought back. */
    void requireNotNeeded(HaltRequest halt) {
        List<HaltRequest> others = new ArrayList<>(recorder.state().halts());
        others.remove(halt);
        for (OperationState running : operations().running()) {
            Scope scope = running.operation().scope();
            Require.that(
                    !running.closes()
                            || running.operation().kind() == Operation.Kind.STOP
                            || others.stream().anyMatch(scope::isWithin),
                    "operation " + running.operation().id() + " must have ended or be called off before the halt of "
                            + scope.title() + " is lifted");
        }
    }

    /** Takes what was recorded. */
    void happened(OmsEvent event) {
        stops.happened(event);
        veto.happened(event);
    }

    /** Does what can be done now, of all operations and parents that go on. */
    void advance() {
        if (drain == null) {
            stops.look();
            veto.look();
        }
        for (OperationState running : operations().running()) {
            advance(running);
        }
        parents.advance();
        if (drain != null) {
            drain.look(recorder.state(), recorder.now());
        }
    }

    private void advance(OperationState operation) {
        String id = operation.operation().id();
        Instant now = recorder.now();
        List<Leftover> waits = new ArrayList<>(takeBack(operation));
        List<Leftover> leaves = new ArrayList<>();
        if (operation.closes()) {
            goOn(operation);
            for (Flattening.Step step : flattening.steps(operation, now)) {
                switch (step) {
                    case Flattening.Step.Send(Order order) -> {
                        send(id, order);
                        // The next one's number follows from this one.
                        advance(operations().operation(id).orElseThrow());
                        return;
                    }
                    case Flattening.Step.Wait(Leftover left) -> waits.add(left);
                    case Flattening.Step.Leave(Leftover left) -> leaves.add(left);
                }
            }
        }
        if (waits.isEmpty() || !now.isBefore(operation.operation().until())) {
            leaves.addAll(waits);
            recorder.record(new OmsEvent.OperationChanged(new OperationEvent.Ended(id, leaves, now)));
        }
    }

    /** Asks to take back what was not, and returns what has not ended. */
    private List<Leftover> takeBack(OperationState operation) {
        List<Leftover> open = new ArrayList<>();
        Operation of = operation.operation();
        for (OrderId id : operation.cancels()) {
            Optional<OrderState> known = recorder.state().order(id);
            if (known.isPresent() && !known.get().status().isFinal()) {
                takingBack.take(known.get(), of.id() + ": " + of.reason());
                OrderState order = recorder.state().order(id).orElseThrow();
                if (!order.status().isFinal()) {
                    open.add(left(order));
                }
            }
        }
        return open;
    }

    private Leftover left(OrderState state) {
        boolean mute =
                state.status().mayTrade() && !takingBack.isServed(state.order().broker());
        return Leftover.of(state, mute ? ", and nobody is connected who takes it back" : "");
    }

    /** Goes on with orders of which the process died between writing them down and deciding about them. */
    private void goOn(OperationState operation) {
        for (OrderId id : operation.ordered()) {
            Optional<OrderState> order = recorder.state().order(id);
            if (order.filter(one -> one.status() == OrderStatus.CREATED).isPresent()) {
                hands.go.accept(order.get().order());
            }
        }
    }

    /** The log says that the order is the operation's before it says that there is such an order. */
    private void send(String operation, Order order) {
        if (!operations().isOperations(order.orderId())) {
            recorder.record(new OmsEvent.OperationChanged(new OperationEvent.Ordered(operation, order.orderId())));
        }
        recorder.record(new OmsEvent.OrderReceived(order));
        hands.go.accept(order);
    }

    private Operations operations() {
        return recorder.state().operations();
    }
}
