package io.mts1b.riskengine.gates;

import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.risk.Denial;
import io.mts1b.foundation.risk.Gate;
import java.time.Instant;
import java.util.List;

/**
 * The wish was not seen before. There is no window: a key that is replayed a year later is still the same
 * wish.
 */
final class IdempotencyGate implements GateCheck {

    @Override
    public Gate gate() {
        return Gate.IDEMPOTENCY;
    }

    @Override
    public List<Denial> check(Order order, RiskView view, Instant at) {
        return view.firstOrder(order.idempotencyKey())
                .filter(first -> !first.equals(order.orderId()))
                .<List<Denial>>map(first -> List.of(new Denial.DuplicateKey(order.idempotencyKey(), first)))
                .orElse(List.of());
    }
}
