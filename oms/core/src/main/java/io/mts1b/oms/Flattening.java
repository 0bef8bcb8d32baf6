package io.mts1b.oms;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.IdempotencyKey;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.ids.StrategyId;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderState;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.orders.TimeInForce;
import io.mts1b.foundation.symbology.AssetClass;
import io.mts1b.foundation.symbology.Instrument;
import io.mts1b.foundation.symbology.InstrumentId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The next step towards holding nothing, for each position of a flatten. A pure function of the state and the time.
 *
 * <p>One order at a time of a fund and instrument, of no more than is held, of whole lots, and of no more than one order
 * may be. A long position is sold and a short one covered, whatever kind of account holds it: a share, an option, a coin or a
 * claim is sold from what is held and no open order is selling already; a future or a perpetual is closed by its opposite.
 */
final class Flattening {

    /** The begin of the names of its orders, but for those of a stop, which begin as the stop is named. */
    static final String PREFIX = "flatten-";

    /** So often an order that trades nothing is made again. */
    static final int ATTEMPTS = 3;

    private final OmsState state;
    private final Predicate<BrokerId> isConnected;
    private final Duration between;

    Flattening(OmsState state, Predicate<BrokerId> isConnected, Duration between) {
        this.state = state;
        this.isConnected = isConnected;
        this.between = between;
    }

    /** What is to be done about one position. */
    sealed interface Step {

        /** An order is made. */
        record Send(Order order) implements Step {}

        /** Something has to happen before; it is told if the time is up meanwhile. */
        record Wait(Leftover left) implements Step {}

        /** Nothing can be done. */
        record Leave(Leftover left) implements Step {}
    }

    /** What a fund has in an instrument at a broker. */
    private record Line(FundId fund, InstrumentId instrument, BrokerId broker) {}

    /** Returns the steps for all positions within reach that are held, or may be; none if nothing is. */
    List<Step> steps(OperationState operation, Instant now) {
        if (operation.operation().kind() == Operation.Kind.STOP
                && !state.operations().stops().isClosing(operation)) {
            // It is gone, or what is held now is another position.
            return List.of();
        }
        Map<Line, SortedMap<Stake, Decimal>> lines = new LinkedHashMap<>();
        state.operations()
                .stakes()
                .forEach((stake, quantity) -> lines.computeIfAbsent(
                                new Line(stake.fund(), stake.instrument(), stake.broker()), _ -> new TreeMap<>())
                        .put(stake, quantity));
        List<Step> steps = new ArrayList<>();
        for (Leftover doubt : doubts(operation)) {
            steps.add(new Step.Wait(doubt));
        }
        lines.forEach((line, all) -> {
            Decimal reached = Decimal.ZERO;
            for (Map.Entry<Stake, Decimal> one : all.entrySet()) {
                if (reaches(operation, one.getKey())) {
                    reached = reached.plus(one.getValue());
                }
            }
            if (!reached.isZero()) {
                steps.add(step(operation, line, all, reached, now));
            }
        });
        return steps;
    }

    /**
     * Returns what keeps from being sure that nothing is held where the log says so: the venue says otherwise, or has not
     * been asked since its line was lost.
     */
    private Set<Leftover> doubts(OperationState operation) {
        Set<Leftover> doubts = new LinkedHashSet<>();
        for (Operations.Place place : state.operations().places()) {
            FundId fund = place.fund();
            BrokerId broker = place.broker();
            if (operation.operation().scope().covers(fund, place.strategy(), broker)) {
                LineState line = state.venues().line(broker).orElse(LineState.UP);
                if (line != LineState.UP) {
                    doubts.add(new Leftover(
                            fund, broker, null, null, Decimal.ZERO, "the line to " + broker + " is " + line));
                }
                for (Difference difference : state.venues().differences(broker).values()) {
                    InstrumentId instrument = difference.instrument();
                    boolean reached = operation.operation().scope().covers(instrument);
                    if (reached
                            && difference.raisesDoubt()
                            && held(fund, instrument).isZero()) {
                        doubts.add(new Leftover(
                                fund, broker, instrument, null, Decimal.ZERO, "in doubt: " + difference.key()));
                    }
                }
            }
        }
        return doubts;
    }

    private Decimal held(FundId fund, InstrumentId instrument) {
        return state.positions(fund).getOrDefault(instrument, Decimal.ZERO);
    }

    private static boolean reaches(OperationState operation, Stake stake) {
        Scope scope = operation.operation().scope();
        return scope.covers(stake.fund(), stake.strategy(), stake.broker()) && scope.covers(stake.instrument());
    }

    private Step step(
            OperationState operation, Line line, SortedMap<Stake, Decimal> stakes, Decimal reached, Instant now) {
        Optional<String> waits = waits(operation, line, now);
        if (waits.isPresent()) {
            return new Step.Wait(left(line, reached, waits.get()));
        }
        Instrument instrument = state.instrument(line.instrument).orElseThrow();
        if (instrument.expiresAt().filter(at -> !now.isBefore(at)).isPresent()) {
            return new Step.Leave(left(
                    line, reached, "it expired at " + instrument.expiresAt().get()));
        }
        Optional<String> failed = failed(operation, line, reached);
        if (failed.isPresent()) {
            return new Step.Leave(left(line, reached, failed.get()));
        }
        Decimal held = held(line.fund, line.instrument);
        Decimal here = stakes.values().stream().reduce(Decimal.ZERO, Decimal::plus);
        int sign = reached.signum();
        if (held.signum() != sign || here.signum() != sign) {
            return new Step.Leave(left(line, reached, "others hold the opposite, so closing it would open"));
        }
        Decimal most = held.abs().min(here.abs());
        Decimal free = most.minus(closing(line, sign));
        Part largest = largest(operation, stakes, sign);
        Decimal wanted = free.min(largest.quantity.abs());
        Quantity lots =
                wanted.signum() <= 0 ? Quantity.ZERO : instrument.terms().wholeLots(wanted);
        if (lots.isZero()) {
            return most.compareTo(free) > 0
                    ? new Step.Wait(left(line, reached, "other orders hold it"))
                    : new Step.Leave(left(
                            line,
                            reached,
                            "less than a lot of " + instrument.terms().lot()));
        }
        return order(operation, line, reached, new Wanted(instrument, largest.strategy, lots), now);
    }

    /** How much of what is to be closed. */
    private record Wanted(Instrument instrument, StrategyId strategy, Quantity quantity) {}

    private Step order(OperationState operation, Line line, Decimal reached, Wanted wanted, Instant now) {
        Optional<FlattenTerms> terms = FlattenTerms.of(state, line.fund, wanted.instrument, reached.signum() > 0);
        if (terms.isEmpty()) {
            return new Step.Leave(left(line, reached, "its limits allow no order type that closes it"));
        }
        Quantity quantity = terms.get().atMost(wanted.quantity);
        if (quantity.isZero()) {
            return new Step.Leave(left(line, reached, "its limits allow no order of a lot"));
        }
        String name = name(operation);
        Operation of = operation.operation();
        return new Step.Send(Order.builder()
                .orderId(new OrderId(name))
                .idempotencyKey(new IdempotencyKey(name))
                .fund(line.fund)
                .strategy(wanted.strategy)
                .instrument(line.instrument)
                .side(reached.signum() > 0 ? Side.SELL : Side.COVER)
                .quantity(quantity)
                .type(terms.get().type())
                .timeInForce(timeInForce(wanted.instrument, terms.get().type()))
                .broker(line.broker)
                .actor(of.actor())
                .thesis((of.kind() == Operation.Kind.STOP ? "stop " : "flatten ")
                        + of.scope().title() + ": " + of.reason())
                .createdAt(now)
                .build());
    }

    /** A number whose order was never written down, because the process died before, is used again. */
    private String name(OperationState operation) {
        int made = operation.ordered().size();
        boolean lost = made > 0 && state.order(operation.ordered().getLast()).isEmpty();
        String id = operation.operation().id();
        String first = operation.operation().kind() == Operation.Kind.STOP ? id : PREFIX + id;
        return first + "-" + (lost ? made : made + 1);
    }

    /** What is limited must not rest: it is made again at a newer price. Crypto venues know no days. */
    private static TimeInForce timeInForce(Instrument instrument, OrderType type) {
        if (!(type instanceof OrderType.Market)) {
            return TimeInForce.IOC;
        }
        return instrument.assetClass() == AssetClass.CRYPTO ? TimeInForce.GTC : TimeInForce.DAY;
    }

    /** Returns what has to happen before anything is ordered. */
    private Optional<String> waits(OperationState operation, Line line, Instant now) {
        List<OrderId> orders = new ArrayList<>(operation.cancels());
        state.operations().running().forEach(other -> orders.addAll(other.ordered()));
        for (OrderId id : orders) {
            Optional<OrderState> order = state.order(id);
            if (order.filter(one -> !one.status().isFinal() && isOf(one, line)).isPresent()) {
                return Optional.of("order " + id + " is " + order.get().status());
            }
        }
        Optional<String> doubt = state.doubt(line.broker, line.instrument);
        if (doubt.isPresent()) {
            return Optional.of("in doubt: " + doubt.get());
        }
        if (!isConnected.test(line.broker)) {
            return Optional.of("broker " + line.broker + " is not connected");
        }
        List<OrderState> before = before(operation, line);
        boolean early = !before.isEmpty()
                && before.getLast().filled().isZero()
                && now.isBefore(before.getLast().order().createdAt().plus(between));
        return early ? Optional.of(refusal(before.getLast())) : Optional.empty();
    }

    /** Tells why it is given up: the last orders have traded nothing. */
    private Optional<String> failed(OperationState operation, Line line, Decimal reached) {
        List<OrderState> before = before(operation, line);
        boolean tried = before.size() >= ATTEMPTS;
        return tried
                        && before.subList(before.size() - ATTEMPTS, before.size()).stream()
                                .allMatch(order -> order.filled().isZero())
                ? Optional.of("tried " + ATTEMPTS + " times: " + refusal(before.getLast()) + ", " + reached + " held")
                : Optional.empty();
    }

    private String refusal(OrderState order) {
        return "order " + order.order().orderId() + " is " + order.status()
                + state.operations()
                        .refusal(order.order().orderId())
                        .map(reason -> " (" + reason + ")")
                        .orElse("");
    }

    /** Returns the orders that were made to close a position, the first first. */
    private List<OrderState> before(OperationState operation, Line line) {
        return operation.ordered().stream()
                .map(state::order)
                .flatMap(Optional::stream)
                .filter(order -> isOf(order, line) && order.order().broker().equals(line.broker))
                .toList();
    }

    private static boolean isOf(OrderState order, Line line) {
        return order.order().fund().equals(line.fund)
                && order.order().instrument().equals(line.instrument);
    }

    /** Returns how much of a position the fund's open orders may close. */
    private Decimal closing(Line line, int sign) {
        Decimal sum = Decimal.ZERO;
        for (OrderState order : state.openOrders(line.fund)) {
            boolean closes =
                    !order.order().side().opens() && order.order().side().sign() == -sign;
            if (closes && order.order().instrument().equals(line.instrument)) {
                sum = sum.plus(order.remaining().value());
            }
        }
        return sum;
    }

    /** What one strategy has of a position. */
    private record Part(StrategyId strategy, Decimal quantity) {}

    /** Returns the largest part of a position that is within reach and of its direction. */
    private static Part largest(OperationState operation, SortedMap<Stake, Decimal> stakes, int sign) {
        Part largest = null;
        for (Map.Entry<Stake, Decimal> one : stakes.entrySet()) {
            Stake stake = one.getKey();
            Decimal quantity = one.getValue();
            boolean counts = quantity.signum() == sign && reaches(operation, stake);
            if (counts && (largest == null || quantity.abs().compareTo(largest.quantity.abs()) > 0)) {
                largest = new Part(stake.strategy(), quantity);
            }
        }
        return Require.present(largest, "a sum must have a part of its sign");
    }

    private static Leftover left(Line line, Decimal quantity, String reason) {
        return new Leftover(line.fund, line.broker, line.instrument, null, quantity, reason);
    }
}
