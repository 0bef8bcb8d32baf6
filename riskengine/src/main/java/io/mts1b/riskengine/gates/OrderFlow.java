package io.mts1b.riskengine.gates;

import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.ids.StrategyId;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Rate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * How fast a fund sends orders, and how many of them it takes back.
 *
 * <p>Whoever owns the state of the world tells this each order that was approved, each replacement and each cancellation
 * that was asked for. Mutable, and confined to one thread.
 */
public final class OrderFlow {

    /** Over how many orders the share of those taken back is measured. */
    public static final int REMEMBERED = 100;

    /** Over how long, so that whoever may open nothing more for having taken back too much may do so again one day. */
    public static final Duration REMEMBERED_FOR = Duration.ofHours(1);

    private static final int PERCENT_PLACES = 2;

    private final LastSecond all = new LastSecond();
    private final Map<StrategyId, LastSecond> byStrategy = new LinkedHashMap<>();
    private final SequencedMap<OrderId, Approval> last = new LinkedHashMap<>();
    private int cancellations;

    /** When an order was approved, and whether it was to be taken back since. */
    private static final class Approval {

        private final Instant at;
        private boolean canceled;

        Approval(Instant at) {
            this.at = at;
        }
    }

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
     * An order that was approved.
     *
     * @param order which
     * @param at when
     * @param canceled whether it was to be taken back since
     */
    public record OrderForm(OrderId order, Instant at, boolean canceled) {

        /** Validates. */
        public OrderForm {
            Objects.requireNonNull(order, "order");
            Objects.requireNonNull(at, "at");
        }
    }

    /**
     * All of a flow, as it is kept.
     *
     * @param sent the instants of the last second, in nanoseconds since 1970
     * @param strategies those of each strategy
     * @param orders the last orders, the oldest first
     */
    public record Form(List<Long> sent, List<StrategyForm> strategies, List<OrderForm> orders) {

        /** Copies. */
        public Form {
            sent = List.copyOf(sent);
            strategies = List.copyOf(strategies);
            orders = List.copyOf(orders);
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
        for (OrderForm one : form.orders()) {
            flow.last.put(one.order(), new Approval(one.at()));
            if (one.canceled()) {
                flow.canceling(one.order());
            }
        }
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
        List<OrderForm> orders = new ArrayList<>();
        last.forEach((order, approval) -> orders.add(new OrderForm(order, approval.at, approval.canceled)));
        return new Form(all.form(), strategies, orders);
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
        last.put(order, new Approval(at));
        if (last.size() > REMEMBERED) {
            cancellations -= last.pollFirstEntry().getValue().canceled ? 1 : 0;
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
        Approval approval = last.get(order);
        if (approval != null && !approval.canceled) {
            approval.canceled = true;
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

    /**
     * Returns the share of the last hundred orders that was to be taken back; empty before there are as many, and when the
     * first of them went too long ago.
     */
    Optional<Rate> cancelRatio(Instant at) {
        boolean measured = last.size() == REMEMBERED
                && last.firstEntry().getValue().at.plus(REMEMBERED_FOR).isAfter(at);
        return measured ? Optional.of(new Rate(new Decimal(cancellations, PERCENT_PLACES))) : Optional.empty();
    }
}
