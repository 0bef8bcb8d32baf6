package io.mts1b.riskengine.gates;

import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.ids.StrategyId;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Rate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How fast a fund sends orders, and how many of them it takes back.
 *
 * <p>Whoever owns the state of the world tells this each order that was approved, each replacement and each cancellation
 * that was asked for. Mutable, and confined to one thread.
 */
public final class OrderFlow {

    /** Over how many orders the share of those taken back is measured. */
    public static final int REMEMBERED = 100;

    private static final int PERCENT_PLACES = 2;

    private final LastSecond all = new LastSecond();
    private final Map<StrategyId, LastSecond> byStrategy = new LinkedHashMap<>();
    private final Map<OrderId, Boolean> canceled = new LinkedHashMap<>();
    private int cancellations;

    /** Makes the flow of a fund that has sent nothing. */
    public OrderFlow() {}

    /**
     * When one strategy sent.
     *
     * @param strategy whose
     * @param sent the instants of its last second, in nanoseconds since 1970
     */
    public record StrategyForm(StrategyId strategy, List<Long> sent) {

        /** Copies. */
        public StrategyForm {
            Objects.requireNonNull(strategy, "strategy");
            sent = List.copyOf(sent);
        }
    }

    /**
     * All of a flow, as it is kept.
     *
     * @param sent the instants of the last second, in nanoseconds since 1970
     * @param strategies those of each strategy
     * @param orders the last orders, the oldest first
     * @param canceled which of them are to be taken back
     */
    public record Form(List<Long> sent, List<StrategyForm> strategies, List<OrderId> orders, List<OrderId> canceled) {

        /** Copies. */
        public Form {
            sent = List.copyOf(sent);
            strategies = List.copyOf(strategies);
            orders = List.copyOf(orders);
            canceled = List.copyOf(canceled);
        }
    }

    /**
     * Makes a flow as it was.
     *
     * @param form what {@link #form} returned
     * @return the flow, which goes on as that one does
     */
    public static OrderFlow of(Form form) {
        OrderFlow flow = new OrderFlow();
        form.sent().forEach(flow.all::add);
        form.strategies().forEach(strategy -> {
            LastSecond times = new LastSecond();
            strategy.sent().forEach(times::add);
            flow.byStrategy.put(strategy.strategy(), times);
        });
        form.orders().forEach(order -> flow.canceled.put(order, false));
        form.canceled().forEach(flow::canceling);
        return flow;
    }

    /**
     * Returns all of it.
     *
     * @return what {@link #of} makes the same flow from
     */
    public Form form() {
        List<StrategyForm> strategies = new ArrayList<>();
        byStrategy.forEach((strategy, times) -> strategies.add(new StrategyForm(strategy, times.form())));
        List<OrderId> back = new ArrayList<>();
        canceled.forEach((order, isCanceled) -> {
            if (isCanceled) {
                back.add(order);
            }
        });
        return new Form(all.form(), strategies, List.copyOf(canceled.keySet()), back);
    }

    /**
     * Takes an order that may go.
     *
     * @param order the order
     * @param strategy whose
     * @param at when that was decided
     */
    public void approved(OrderId order, StrategyId strategy, Instant at) {
        count(strategy, at);
        canceled.put(order, false);
        if (canceled.size() > REMEMBERED) {
            Map.Entry<OrderId, Boolean> oldest = canceled.entrySet().iterator().next();
            cancellations -= oldest.getValue() ? 1 : 0;
            canceled.remove(oldest.getKey());
        }
    }

    /**
     * Takes a replacement that was asked for.
     *
     * @param strategy whose
     * @param at when it was asked for
     */
    public void replacing(StrategyId strategy, Instant at) {
        count(strategy, at);
    }

    /**
     * Takes a cancellation that was asked for.
     *
     * @param order what is to be taken back
     */
    public void canceling(OrderId order) {
        if (Boolean.FALSE.equals(canceled.replace(order, true))) {
            cancellations++;
        }
    }

    private void count(StrategyId strategy, Instant at) {
        all.add(at);
        byStrategy.computeIfAbsent(strategy, _ -> new LastSecond()).add(at);
    }

    /** Returns how many orders and replacements went in the second before an instant. */
    int inLastSecond(Instant at) {
        return all.before(at);
    }

    /** Returns how many of one strategy's went. */
    int inLastSecond(StrategyId strategy, Instant at) {
        LastSecond times = byStrategy.get(strategy);
        return times == null ? 0 : times.before(at);
    }

    /** Returns the share of the last hundred orders that was to be taken back; empty before there are as many. */
    Optional<Rate> cancelRatio() {
        return canceled.size() < REMEMBERED
                ? Optional.empty()
                : Optional.of(new Rate(new Decimal(cancellations, PERCENT_PLACES)));
    }
}
