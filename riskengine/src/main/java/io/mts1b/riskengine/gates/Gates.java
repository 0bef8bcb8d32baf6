package io.mts1b.riskengine.gates;

import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.risk.Denial;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The gates of the house, and what they share. */
public final class Gates {

    private Gates() {}

    /**
     * Returns the seven gates.
     *
     * @return one of each, in the order of {@link io.mts1b.foundation.risk.Gate}
     */
    public static List<GateCheck> inOrder() {
        return List.of(
                new IdempotencyGate(),
                new SchemaGate(),
                new StaticGate(),
                new PositionGate(),
                new DrawdownGate(),
                new ShortSideGate(),
                new CroVetoGate());
    }

    /**
     * Tells whether an order closes because an operator or a stop wants that: it may get out whatever is halted, at any pace,
     * and though the rest of the fund leans to one side meanwhile. That it closes no more than is held, the schema gate sees to.
     *
     * @param order the order
     * @param view the state of the world
     * @return true only if its side closes and {@link RiskView#flattens} says so
     */
    public static boolean isExit(Order order, RiskView view) {
        return !order.side().opens() && view.flattens(order.orderId());
    }

    /** Adds an objection to a list that this method made, or to none. A gate that is content makes no list. */
    static List<Denial> and(List<Denial> denials, Denial one) {
        List<Denial> more = denials.isEmpty() ? new ArrayList<>() : denials;
        more.add(one);
        return more;
    }

    /** Returns the worst price an order may trade at; null where there is none. */
    static @Nullable Price limit(OrderType type) {
        return switch (type) {
            case OrderType.Market _, OrderType.Stop _ -> null;
            case OrderType.Limit order -> order.limit();
            case OrderType.StopLimit order -> order.limit();
            case OrderType.MarketableLimit order -> order.limit();
        };
    }

    /** Returns the price that wakes an order; null where there is none. */
    static @Nullable Price stop(OrderType type) {
        return switch (type) {
            case OrderType.Market _, OrderType.Limit _, OrderType.MarketableLimit _ -> null;
            case OrderType.Stop order -> order.stop();
            case OrderType.StopLimit order -> order.stop();
        };
    }
}
