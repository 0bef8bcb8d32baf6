package io.mts1b.oms;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.ids.StrategyId;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderEvent;
import io.mts1b.foundation.orders.OrderState;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.oms.archive.Records;
import io.mts1b.oms.archive.Series;
import io.mts1b.oms.parents.Parents;
import io.mts1b.platform.json.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * What operators began and how far it is, and which strategy has what where: a part of the fold.
 *
 * <p>Confined to the thread of the state.
 */
public final class Operations {

    private static final char KIND = 'x';

    /** In memory while it goes on, and while it closes a position that has passed its stop. */
    private final Series<OperationState> all;

    private final Map<String, OperationState> running = new LinkedHashMap<>();
    // Looked up in, and summed up; of operations that go on.
    private final Map<OrderId, String> owners = new LinkedHashMap<>();
    private final Map<OrderId, String> refusals = new LinkedHashMap<>();
    private final Map<Stake, Decimal> stakes = new LinkedHashMap<>();
    private final SortedSet<Place> places = new TreeSet<>();
    private @Nullable Place lastPlace;

    /** Where a strategy of a fund has sent orders. */
    record Place(FundId fund, BrokerId broker, StrategyId strategy) implements Comparable<Place> {

        private static final Comparator<Place> ORDER =
                Comparator.comparing(Place::fund).thenComparing(Place::broker).thenComparing(Place::strategy);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    private final Parents parents;
    private final Stops stops;
    private final Vetoes vetoes;

    /** Why an operation's order ended. */
    record RefusalForm(OrderId order, String reason) {}

    /** What a strategy has. */
    record StakeForm(Stake stake, Decimal quantity) {}

    /** All of it. */
    record Form(
            Series.Form all,
            List<RefusalForm> refusals,
            List<StakeForm> stakes,
            List<Place> places,
            Stops.Form stops,
            List<Vetoes.Question> vetoes,
            Series.Form parents) {}

    Operations(Records records) {
        this(records, new Stops.Form(List.of(), 0), List.of());
    }

    private Operations(Records records, Stops.Form passed, List<Vetoes.Question> questions) {
        all = new Series<>(KIND, records, Json::write, text -> Json.read(text, OperationState.class));
        parents = new Parents(records);
        stops = new Stops(passed);
        vetoes = new Vetoes(questions);
    }

    Operations(Form form, Records records) {
        this(records, form.stops(), form.vetoes());
        parents.restore(form.parents());
        all.restore(form.all());
        for (OperationState operation : all.inMemory()) {
            String id = operation.operation().id();
            if (operation.isRunning()) {
                running.put(id, operation);
                operation.ordered().forEach(order -> owners.put(order, id));
            }
        }
        form.refusals().forEach(refusal -> refusals.put(refusal.order(), refusal.reason()));
        form.stakes().forEach(held -> stakes.put(held.stake(), held.quantity()));
        places.addAll(form.places());
    }

    Form form() {
        List<RefusalForm> refused = new ArrayList<>();
        refusals.forEach((order, reason) -> refused.add(new RefusalForm(order, reason)));
        List<StakeForm> held = new ArrayList<>();
        stakes().forEach((stake, quantity) -> held.add(new StakeForm(stake, quantity)));
        return new Form(all.form(), refused, held, List.copyOf(places), stops.form(), vetoes.all(), parents.form());
    }

    /** Returns which orders wait for the chief risk officer. */
    Vetoes vetoes() {
        return vetoes;
    }

    /** Returns which positions have passed their stop. */
    Stops stops() {
        return stops;
    }

    /** Returns the parents, which end when what they are worked for is taken back. */
    Parents parents() {
        return parents;
    }

    /** Takes what happened to an operation; the orders are all that have not ended, and perhaps others. */
    void apply(OperationEvent event, Collection<OrderRecord> orders) {
        OperationState before = running.get(event.id());
        if (event instanceof OperationEvent.Begun(Operation operation)) {
            Require.that(operation(event.id()).isEmpty(), "operation " + event.id() + " must be begun once");
            put(new OperationState(operation, reached(operation, orders), List.of(), null, null));
            parents.cancel(operation.scope()::covers, operation.at());
            if (operation.kind() == Operation.Kind.STOP && operation.scope() instanceof Scope.OfPosition position) {
                stops.begun(operation, held(position.fund(), position.instrument()))
                        .ifPresent(this::file);
            }
            return;
        }
        OperationState now = Require.present(before, () -> "operation " + event.id() + " must be running");
        switch (event) {
            case OperationEvent.Begun _ -> throw new IllegalStateException("begun above");
            case OperationEvent.Ordered ordered -> {
                Require.that(
                        owners.putIfAbsent(ordered.order(), event.id()) == null,
                        "order " + ordered.order() + " must be made once");
                put(now.ordering(ordered.order()));
            }
            case OperationEvent.CalledOff off -> put(now.calledOff(off));
            case OperationEvent.Ended ended -> {
                put(now.ended(ended));
                now.ordered().forEach(order -> {
                    owners.remove(order);
                    refusals.remove(order);
                });
                file(event.id());
            }
        }
    }

    private void put(OperationState state) {
        String id = state.operation().id();
        all.put(id, state);
        if (state.isRunning()) {
            running.put(id, state);
        } else {
            running.remove(id);
        }
    }

    /** What has ended is filed, unless it closed a position that is still there: the gates ask about that. */
    private void file(String id) {
        OperationState operation = all.inMemory(id);
        if (operation != null && !operation.isRunning() && !stops.isClosing(operation)) {
            all.file(id);
        }
    }

    /** Returns the orders that are to be taken back; what another operation has ordered closes, and is left to it. */
    private List<OrderId> reached(Operation operation, Collection<OrderRecord> orders) {
        List<OrderId> reached = new ArrayList<>();
        for (OrderRecord record : orders) {
            OrderState state = record.state;
            Order order = state.order();
            boolean owned = running.containsKey(owners.getOrDefault(order.orderId(), ""));
            if (!state.status().isFinal() && !owned && operation.scope().covers(order)) {
                reached.add(order.orderId());
            }
        }
        return reached;
    }

    /** Takes what happened to an order. */
    void happened(Order order, OrderEvent event) {
        parents.happened(order, event);
        vetoes.happened(event);
        switch (event) {
            case OrderEvent.RiskDenied denied -> refused(denied, denied.reason());
            case OrderEvent.Rejected rejected -> refused(rejected, rejected.reason());
            case OrderEvent.Canceled canceled -> refused(canceled, canceled.reason());
            case OrderEvent.Expired expired -> refused(expired, "expired");
            case OrderEvent.Submitted _ -> at(order.fund(), order.broker(), order.strategy());
            case OrderEvent.RiskRequested _,
                    OrderEvent.RiskApproved _,
                    OrderEvent.Accepted _,
                    OrderEvent.Filled _,
                    OrderEvent.FillBusted _,
                    OrderEvent.CancelRequested _,
                    OrderEvent.CancelRejected _,
                    OrderEvent.ReplaceRequested _,
                    OrderEvent.Replaced _,
                    OrderEvent.ReplaceRejected _,
                    OrderEvent.Lost _ -> {
                // It goes on, and what has moved is held already.
            }
        }
    }

    /** Most often it is where the last one was. */
    private void at(FundId fund, BrokerId broker, StrategyId strategy) {
        Place last = lastPlace;
        boolean same =
                last != null && last.fund.equals(fund) && last.broker.equals(broker) && last.strategy.equals(strategy);
        if (!same) {
            last = new Place(fund, broker, strategy);
            places.add(last);
            lastPlace = last;
        }
    }

    private void refused(OrderEvent event, String reason) {
        if (owners.containsKey(event.orderId())) {
            refusals.put(event.orderId(), reason);
        }
    }

    /** Takes what a strategy has from now on. */
    void hold(Stake stake, Decimal quantity) {
        at(stake.fund(), stake.broker(), stake.strategy());
        if (quantity.isZero()) {
            stakes.remove(stake);
        } else {
            stakes.put(stake, quantity);
        }
        stops.moved(stake.fund(), stake.instrument(), () -> held(stake.fund(), stake.instrument()))
                .ifPresent(this::file);
    }

    /** Returns the signed quantity a strategy has somewhere. */
    Decimal held(Stake stake) {
        return stakes.getOrDefault(stake, Decimal.ZERO);
    }

    private Decimal held(FundId fund, InstrumentId instrument) {
        Decimal sum = Decimal.ZERO;
        for (Map.Entry<Stake, Decimal> one : stakes.entrySet()) {
            if (one.getKey().fund().equals(fund) && one.getKey().instrument().equals(instrument)) {
                sum = sum.plus(one.getValue());
            }
        }
        return sum;
    }

    /** Returns where a position is held. */
    SortedSet<BrokerId> brokers(Scope.OfPosition position) {
        SortedSet<BrokerId> brokers = new TreeSet<>();
        for (Stake stake : stakes.keySet()) {
            if (stake.fund().equals(position.fund()) && stake.instrument().equals(position.instrument())) {
                brokers.add(stake.broker());
            }
        }
        return brokers;
    }

    /**
     * Returns how often a position has passed its stop, and was begun to be closed.
     *
     * @return the number of operations that prices began
     */
    public int stopped() {
        return stops.begun();
    }

    /**
     * Returns an operation.
     *
     * @param id its identity
     * @return how far it is; empty if it was never begun
     */
    public Optional<OperationState> operation(String id) {
        return all.find(id);
    }

    /**
     * Returns all operations since the log began; each is looked up.
     *
     * @return how far they are, the first first
     */
    public List<OperationState> all() {
        return LongStream.rangeClosed(1, all.count()).mapToObj(all::at).toList();
    }

    /** Returns the hash of all operations, the same however many of them have been filed. */
    String hash() {
        return all.hash();
    }

    /**
     * Returns the operations that go on.
     *
     * @return how far they are, the first first
     */
    public List<OperationState> running() {
        return running.isEmpty() ? List.of() : List.copyOf(running.values());
    }

    /**
     * Returns which strategy has what where.
     *
     * @return the signed quantities, without those that are zero
     */
    public SortedMap<Stake, Decimal> stakes() {
        return new TreeMap<>(stakes);
    }

    /** Returns where something may have traded, whether or not anything is held. */
    SortedSet<Place> places() {
        return Collections.unmodifiableSortedSet(places);
    }

    /** Tells whether an operation that goes on made an order, or is about to. */
    boolean isOperations(OrderId order) {
        return owners.containsKey(order);
    }

    /** Tells whether an order closes for a flatten that goes on. */
    boolean flattens(OrderId order) {
        OperationState operation = running.get(owners.getOrDefault(order, ""));
        return operation != null && operation.closes();
    }

    /** Tells whether a position has passed its stop, and nobody has called that off. */
    boolean isStopped(FundId fund, InstrumentId instrument) {
        return !stops.isEmpty()
                && stops.passed(new Scope.OfPosition(fund, instrument))
                        .flatMap(passed -> operation(passed.operation()))
                        .filter(operation -> operation.calledOff() == null)
                        .isPresent();
    }

    /** Returns why an order of an operation that goes on ended. */
    Optional<String> refusal(OrderId order) {
        return Optional.ofNullable(refusals.get(order));
    }
}
