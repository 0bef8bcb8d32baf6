package io.mts1b.oms.simulation;

import io.mts1b.brokers.VenueFill;
import io.mts1b.brokers.VenueOrder;
import io.mts1b.brokers.simulated.SimulatedVenue;
import io.mts1b.foundation.ids.FillId;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.orders.Fill;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderEvent;
import io.mts1b.foundation.orders.OrderState;
import io.mts1b.foundation.orders.OrderStatus;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.oms.Difference;
import io.mts1b.oms.Oms;
import io.mts1b.oms.OmsEvent;
import io.mts1b.oms.OmsState;
import io.mts1b.oms.Operation;
import io.mts1b.oms.OperationState;
import java.math.RoundingMode;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What must hold, and is looked at by somebody who knows the truth. It shares no code with what it watches. */
final class Watch {

    private final long seed;
    private final InstantSource clock;
    private final CrashingLog log;
    private final boolean takesOnce;
    private final Set<String> flattened = new LinkedHashSet<>();
    private FillFold fold = new FillFold();
    private final SortedSet<OrderId> arrived = new TreeSet<>();
    private final SortedMap<String, OrderId> arrivals = new TreeMap<>();

    Watch(long seed, InstantSource clock, CrashingLog log, boolean takesOnce) {
        this.seed = seed;
        this.takesOnce = takesOnce;
        this.clock = clock;
        this.log = log;
    }

    /**
     * Nothing reaches the venue that was not approved and intended durably, and nothing twice, unless the venue is known
     * to take it once.
     */
    void onArrival(Order order) {
        require(log.wasIntended(order.orderId()), "order " + order.orderId() + " was sent and is not in the log");
        if (arrived.add(order.orderId())) {
            arrivals.put("V" + arrived.size(), order.orderId());
        } else {
            require(takesOnce, "order " + order.orderId() + " was sent twice");
        }
    }

    /** A process began, and the end of the log may be lost. */
    void restarted() {
        fold = new FillFold();
    }

    /** What holds at every moment, whatever is lost or late. */
    void check(Oms oms, SimulatedVenue venue) {
        OmsState state = oms.state();
        fold.follow(log.events());
        require(
                state.positions(SimulatedFund.FUND).equals(fold.positions()),
                "positions are " + state.positions(SimulatedFund.FUND) + ", the fills add up to " + fold.positions());
        require(
                state.cash(SimulatedFund.FUND).equals(fold.cash()),
                "cash is " + state.cash(SimulatedFund.FUND) + ", the fills add up to " + fold.cash());
        SortedMap<InstrumentId, Decimal> truth = venue.positions();
        for (InstrumentId share : SimulatedFund.SHARES) {
            exposure(state, share, truth.getOrDefault(share, Decimal.ZERO));
        }
        for (OperationState operation : state.operations().all()) {
            operation(operation, state, truth);
        }
        for (VenueOrder working : venue.working()) {
            String name = String.valueOf(working.name().venues());
            OrderState known = Optional.ofNullable(arrivals.get(name))
                    .flatMap(state::order)
                    .orElse(null);
            require(
                    known != null && known.status().mayTrade(),
                    working + " may trade at the venue, here it is " + known);
        }
    }

    /** When a flatten says that nothing is left, nothing is held in truth. */
    private void operation(OperationState operation, OmsState state, SortedMap<InstrumentId, Decimal> truth) {
        Operation of = operation.operation();
        boolean done = of.kind() == Operation.Kind.FLATTEN
                && !operation.isRunning()
                && operation.calledOff() == null
                && operation.left().isEmpty();
        // Trading may go on once the halt is lifted.
        if (done && !state.halts().isEmpty() && flattened.add(of.id())) {
            require(truth.isEmpty(), "operation " + of.id() + " has left nothing, the venue holds " + truth);
        }
    }

    /** Returns how many flattens ended with nothing left. */
    int flattened() {
        return flattened.size();
    }

    /** The true position is within the limit, and within what the log thinks possible unless it is in doubt. */
    private void exposure(OmsState state, InstrumentId share, Decimal truth) {
        Decimal limit = SimulationPlan.watched().amount();
        Decimal value = fold.price(share).times(truth, 2, RoundingMode.UP).abs();
        require(value.compareTo(limit) <= 0, "position " + share + " " + truth + " is beyond the limit");
        Decimal least = state.positions(SimulatedFund.FUND).getOrDefault(share, Decimal.ZERO);
        Decimal most = least;
        for (OrderState open : state.openOrders(SimulatedFund.FUND)) {
            if (open.order().instrument().equals(share)) {
                Decimal left = open.remaining().value();
                least = open.order().side().sign() < 0 ? least.minus(left) : least;
                most = open.order().side().sign() > 0 ? most.plus(left) : most;
            }
        }
        boolean tracked = truth.compareTo(least) >= 0 && truth.compareTo(most) <= 0;
        require(
                tracked || state.doubt(SimulatedFund.BROKER, share).isPresent(),
                "position " + share + " is " + truth + " and was thought to be from " + least + " to " + most);
    }

    /** What holds when everything has settled. */
    void settled(Oms oms, SimulatedVenue venue) {
        OmsState state = oms.state();
        orders(state, venue);
        require(
                state.positions(SimulatedFund.FUND).equals(venue.positions()),
                "positions are " + state.positions(SimulatedFund.FUND) + ", at the venue " + venue.positions());
        List<Difference> differences = state.differences().values().stream()
                .flatMap(List::stream)
                .filter(Difference::raisesDoubt)
                .toList();
        require(differences.isEmpty(), "differences are left: " + differences);
        List<OperationState> running = state.operations().running();
        require(running.isEmpty(), "operations go on: " + running);
        fills(state, venue);
        OmsState replayed = new OmsState();
        log.events().forEach(replayed::apply);
        require(replayed.hash().equals(state.hash()), "a replay gives another state");
    }

    private void orders(OmsState state, SimulatedVenue venue) {
        SortedSet<OrderId> open = new TreeSet<>();
        state.forEachOrder(order -> {
            require(
                    order.status() != OrderStatus.UNKNOWN,
                    "order " + order.order().orderId() + " is UNKNOWN");
            if (order.status().mayTrade()) {
                open.add(order.order().orderId());
            }
        });
        SortedSet<String> working = new TreeSet<>();
        venue.working().forEach(order -> working.add(String.valueOf(order.name().venues())));
        SortedSet<String> known = new TreeSet<>();
        for (OrderId id : open) {
            OrderState order = state.order(id).orElseThrow();
            known.add(String.valueOf(order.venueOrderId()));
            VenueOrder told = venue.working().stream()
                    .filter(one -> String.valueOf(one.name().venues()).equals(order.venueOrderId()))
                    .findFirst()
                    .orElse(null);
            require(
                    told != null
                            && told.ordered().equals(order.ordered())
                            && told.filled().equals(order.filled()),
                    "order " + order + " is at the venue " + told);
        }
        require(known.equals(working), "orders " + known + " are open, at the venue " + working);
    }

    /** Every fill is booked once, none is made up, and the cash is what they cost. */
    private void fills(OmsState state, SimulatedVenue venue) {
        SortedMap<FillId, Fill> booked = new TreeMap<>();
        for (OmsEvent event : log.events()) {
            if (event instanceof OmsEvent.OrderChanged(OrderEvent.Filled(Fill fill))) {
                require(booked.put(fill.fillId(), fill) == null, "fill " + fill.fillId() + " is booked twice");
            } else if (event instanceof OmsEvent.OrderChanged(OrderEvent.FillBusted(Fill fill, var _))) {
                require(booked.remove(fill.fillId()) != null, "fill " + fill.fillId() + " was never booked");
            }
        }
        Money cash = SimulatedFund.CASH.plus(fold.paid());
        SortedSet<FillId> told = new TreeSet<>();
        for (VenueFill fill : venue.fills(SimulatedFund.START)) {
            told.add(fill.fillId());
            Money value =
                    SimulatedFund.TERMS.value(fill.price(), fill.quantity().value());
            cash = (fill.buys() ? cash.minus(value) : cash.plus(value)).minus(fill.fee());
        }
        require(booked.keySet().equals(told), "fills " + booked.keySet() + " are booked, the venue has " + told);
        require(
                state.cash(SimulatedFund.FUND).equals(cash),
                "cash is " + state.cash(SimulatedFund.FUND) + ", at the venue " + cash);
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new BrokenInvariantException(seed, clock.instant(), otherwise, log.events());
        }
    }
}
