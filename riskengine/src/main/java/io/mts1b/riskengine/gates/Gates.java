package io.mts1b.riskengine.gates;

import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderState;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.symbology.InstrumentId;
import java.util.List;
import java.util.function.Predicate;

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

    /** Returns what the fund's other open orders of an instrument may still trade on some sides. */
    static Decimal openQuantity(Order order, RiskView view, InstrumentId instrument, Predicate<Side> sides) {
        Decimal sum = Decimal.ZERO;
        for (OrderState open : view.openOrders(order.fund())) {
            boolean other = !open.order().orderId().equals(order.orderId());
            if (other
                    && open.order().instrument().equals(instrument)
                    && sides.test(open.order().side())) {
                sum = sum.plus(open.remaining().value());
            }
        }
        return sum;
    }
}
