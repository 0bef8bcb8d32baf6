package io.mts1b.riskengine.gates;

import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.risk.Denial;
import io.mts1b.foundation.risk.Gate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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
        Optional<OrderId> first = view.firstOrder(order.idempotencyKey());
        return first.isEmpty() || first.get().equals(order.orderId())
                ? List.of()
                : List.of(new Denial.DuplicateKey(order.idempotencyKey(), first.get()));
    }
}
