package io.mts1b.oms;

import io.mts1b.brokers.Broker;
import io.mts1b.brokers.CancelsOrders;
import io.mts1b.brokers.SubmitsOrders;
import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.marketdata.Quote;
import io.mts1b.foundation.marketdata.Trade;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderState;
import io.mts1b.foundation.symbology.Instrument;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.oms.parents.ParentEvent;
import io.mts1b.oms.parents.ParentState;
import io.mts1b.oms.parents.Parents;
import io.mts1b.omsalgos.Algo;
import io.mts1b.omsalgos.AlgoInput;
import io.mts1b.omsalgos.ExecutionLimits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What works parent orders slice by slice. An algo is told of market, clock and its children by the log alone, so what it
 * wants follows from the log; here it is done. Its children are orders as any others, named {@code <parent>-<number>}.
 *
 * <p>Under a halt, while something is in doubt, the broker is not there or the process stops, a parent waits: nothing is
 * made, and its algo hears of neither market nor clock, but for the end of its horizon. Whoever takes everything of a
 * scope back ends its parents.
 *
 * <p>Confined to the writer's thread.
 */
public final class ParentsDesk {

    private final Recorder recorder;
    private final OperationsDesk.Hands hands;
    private final OmsPolicy policy;
    private final StopsDesk synthetic;
    private final BooleanSupplier stops;

    ParentsDesk(
            Recorder recorder,
            OperationsDesk.Hands hands,
            OmsPolicy policy,
            StopsDesk synthetic,
            BooleanSupplier stops) {
        this.recorder = recorder;
        this.hands = hands;
        this.policy = policy;
        this.synthetic = synthetic;
        this.stops = stops;
    }

    /**
     * Takes a parent; taking it again changes nothing. It begins with the next word of market or clock.
     *
     * @param order what is wanted; of its own it is never sent
     * @param algo how
     * @param limits what the algo must keep
     * @param seed the seed of the algo's random numbers
     * @return how far it is
     * @throws IllegalArgumentException if its fund is not open, its instrument is not listed, its broker is not connected
     *     or takes no orders back, its name is taken, or the algo cannot work it; nothing is in the log then
     */
    public ParentState take(Order order, Algo algo, ExecutionLimits limits, long seed) {
        OrderId id = order.orderId();
        Optional<ParentState> before = parents().parent(id);
        if (before.isPresent()) {
            AlgoInput.Started first = before.get().start();
            Require.that(
                    first.parent().equals(order)
                            && first.algo().equals(algo)
                            && first.limits().equals(limits),
                    "parent " + id + " must be what it was when it was taken");
        } else {
            OmsState state = recorder.state();
            Require.that(!stops.getAsBoolean(), "parents must come before the process stops, which it does");
            Require.that(state.fund(order.fund()).isPresent(), "fund " + order.fund() + " must be open");
            Require.that(
                    state.order(id).isEmpty() && !parents().names(id), "parent " + id + " must have a name of its own");
            Require.that(
                    order.links().isEmpty(), "parent " + id + " must not be linked, was linked by " + order.links());
            Require.that(
                    isServed(order), "broker " + order.broker() + " must be connected, take orders and take them back");
            Instrument instrument = Require.present(
                    state.instrument(order.instrument()).orElse(null),
                    () -> "instrument " + order.instrument() + " must be listed");
            record(new ParentEvent.Taken(
                    new AlgoInput.Started(order, instrument.terms(), algo, limits, recorder.now()), seed));
        }
        hands.acknowledge().run();
        return state(id);
    }

    /**
     * Changes what is wanted; more may have traded than is wanted then.
     *
     * @param parent which parent
     * @param quantity how much in all, what has traded included
     * @param limit the limit, null for none
     * @param actor who wants it
     * @param reason why, in words
     * @return how far it is
     * @throws IllegalArgumentException if it is not worked, or off the lot or the tick, or without the limit its algo needs
     */
    public ParentState amend(OrderId parent, Quantity quantity, @Nullable Price limit, ActorId actor, String reason) {
        return ask(parent, at -> new AlgoInput.Amended(quantity, limit, at), actor, reason);
    }

    /**
     * Takes the children back and makes none until it is resumed; the horizon goes on.
     *
     * @param parent which parent
     * @param actor who wants it
     * @param reason why, in words
     * @return how far it is
     * @throws IllegalArgumentException if it is not worked
     */
    public ParentState pause(OrderId parent, ActorId actor, String reason) {
        return ask(parent, AlgoInput.Paused::new, actor, reason);
    }

    /**
     * Ends a pause.
     *
     * @param parent which parent
     * @param actor who wants it
     * @param reason why, in words
     * @return how far it is
     * @throws IllegalArgumentException if it is not worked
     */
    public ParentState resume(OrderId parent, ActorId actor, String reason) {
        return ask(parent, AlgoInput.Resumed::new, actor, reason);
    }

    /**
     * Takes the children back and makes none any more; it ends when their venue has said what became of them.
     *
     * @param parent which parent
     * @param actor who wants it
     * @param reason why, in words
     * @return how far it is
     * @throws IllegalArgumentException if it is not worked
     */
    public ParentState cancel(OrderId parent, ActorId actor, String reason) {
        return ask(parent, AlgoInput.CancelRequested::new, actor, reason);
    }

    private ParentState ask(OrderId parent, Function<Instant, AlgoInput> input, ActorId actor, String reason) {
        record(new ParentEvent.Asked(parent, input.apply(recorder.now()), actor, reason));
        hands.acknowledge().run();
        return state(parent);
    }

    /**
     * Tells the algos and the stops of a quote; it is in the log only where an algo looks at it, and durable with what
     * comes next. What a stop does about it is in the log as ever.
     *
     * @param quote the market now
     */
    public void quoted(Quote quote) {
        synthetic.quoted(quote);
        told(quote.instrument(), new AlgoInput.Quoted(quote));
    }

    /**
     * Tells the algos of a trade in the market; it is in the log only where one looks at it, and durable with what comes
     * next.
     *
     * @param trade what traded, perhaps with us
     */
    public void traded(Trade trade) {
        told(trade.instrument(), new AlgoInput.Traded(trade));
    }

    private void told(InstrumentId instrument, AlgoInput input) {
        Instant now = recorder.now();
        List<OrderId> look = new ArrayList<>();
        for (ParentState parent : parents().running()) {
            if (parent.looksAt(instrument) && !waits(parent.order(), instrument)) {
                look.add(parent.order().orderId());
            }
        }
        if (!look.isEmpty()) {
            record(new ParentEvent.Moved(look, List.of(new AlgoInput.Ticked(now), input)));
        }
        hands.goOn().run();
    }

    /** Does what can be done now. */
    void advance() {
        for (ParentState parent : parents().running()) {
            tick(parent);
            OrderId id = parent.order().orderId();
            while (withdraws(state(id))) {
                // What is left of it may be wished for anew.
            }
            makes(id);
            takesBack(state(id));
        }
    }

    /** The clock moves the algo when it wants to be moved; one that waits hears only that its time is over. */
    private void tick(ParentState parent) {
        Instant now = recorder.now();
        Instant wakeAt = parent.wakeAt();
        boolean due = wakeAt != null
                && !now.isBefore(wakeAt)
                && now.isAfter(parent.todo().now());
        if (due
                && (!now.isBefore(parent.end())
                        || !waits(parent.order(), parent.order().instrument()))) {
            record(new ParentEvent.Moved(List.of(parent.order().orderId()), List.of(new AlgoInput.Ticked(now))));
        }
    }

    /** Gives up the first wish that must not become an order, and tells whether there was one. */
    private boolean withdraws(ParentState parent) {
        for (ParentState.Wish wish : parent.todo().make()) {
            Order child = child(parent, wish);
            String reason = null;
            if (parent.todo().cancel().contains(wish.place().child())) {
                reason = "not wanted any more";
            } else if (recorder.state().order(child.orderId()).isPresent()
                    || parents().parent(child.orderId()).isPresent()) {
                reason = "its name is taken";
            } else if (isLate(child) && !waits(parent.order(), child.instrument())) {
                reason = late();
            }
            if (reason != null) {
                record(new ParentEvent.Withdrawn(
                        parent.order().orderId(), wish.place().child(), reason, recorder.now()));
                return true;
            }
        }
        return false;
    }

    /** Makes orders of wishes, after those of which the process died between writing them down and deciding. */
    private void makes(OrderId parent) {
        for (OrderId id : state(parent).todo().decide()) {
            Order child = recorder.state().order(id).orElseThrow().order();
            if (isLate(child)) {
                hands.takeBack().accept(id, late());
            } else if (!waits(child, child.instrument())) {
                hands.go().accept(child);
            }
        }
        ParentState now = state(parent);
        for (ParentState.Wish wish : now.todo().make()) {
            Order child = child(now, wish);
            if (!waits(child, child.instrument())) {
                recorder.record(new OmsEvent.OrderReceived(child));
                hands.go().accept(child);
            }
        }
    }

    /** Asks to take back what the algo does not want any more; a child in doubt waits until its venue has said. */
    private void takesBack(ParentState parent) {
        for (int number : parent.todo().cancel()) {
            OrderId id = new OrderId(parent.order().orderId() + "-" + number);
            recorder.state()
                    .order(id)
                    .filter(this::canGo)
                    .ifPresent(_ -> hands.takeBack()
                            .accept(id, "parent " + parent.order().orderId()));
        }
    }

    private boolean canGo(OrderState child) {
        return switch (child.status()) {
            case CREATED, PENDING_RISK, APPROVED -> true;
            case SUBMITTED, ACCEPTED, PENDING_REPLACE -> isServed(child.order());
            case PENDING_CANCEL, UNKNOWN, DENIED, REJECTED, FILLED, CANCELED, EXPIRED -> false;
        };
    }

    private static Order child(ParentState parent, ParentState.Wish wish) {
        return wish.place().order(parent.order(), wish.since());
    }

    private boolean isLate(Order child) {
        return recorder.now().isAfter(child.createdAt().plus(policy.approvalHolds()));
    }

    private String late() {
        return "not sent within " + policy.approvalHolds();
    }

    private boolean isServed(Order order) {
        Optional<Broker> broker = hands.connected().apply(order.broker());
        return broker.filter(SubmitsOrders.class::isInstance).isPresent()
                && broker.filter(CancelsOrders.class::isInstance).isPresent();
    }

    private boolean waits(Order order, InstrumentId instrument) {
        OmsState state = recorder.state();
        Scope scope = new Scope.OfStrategy(order.fund(), order.strategy());
        return stops.getAsBoolean()
                || !isServed(order)
                || state.halts().stream().anyMatch(scope::isWithin)
                || state.doubt(order.broker(), instrument).isPresent();
    }

    private void record(ParentEvent event) {
        recorder.record(new OmsEvent.ParentChanged(event));
    }

    private Parents parents() {
        return recorder.state().parents();
    }

    private ParentState state(OrderId parent) {
        return parents().parent(parent).orElseThrow();
    }
}
