package io.mts1b.riskengine.gates;

import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.risk.Denial;
import io.mts1b.foundation.risk.Gate;
import io.mts1b.foundation.risk.RiskEnvelope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Selling short is allowed, and the loan is cheap enough and, where that is required, located. */
final class ShortSideGate implements GateCheck {

    @Override
    public Gate gate() {
        return Gate.SHORT_SIDE;
    }

    @Override
    public List<Denial> check(Order order, RiskView view, Instant at) {
        if (order.side() != Side.SHORT) {
            return List.of();
        }
        Optional<RiskEnvelope> envelope = view.envelope(order.fund());
        if (envelope.isEmpty() || !envelope.get().enableShorting()) {
            return List.of(new Denial.ShortingDisabled());
        }
        List<Denial> denials = List.of();
        Optional<Borrow> borrow = view.borrow(order.instrument());
        if (borrow.isPresent() && borrow.get().fee().compareTo(envelope.get().maxShortFee()) > 0) {
            denials = Gates.and(
                    denials,
                    new Denial.BorrowFeeAboveLimit(
                            envelope.get().maxShortFee(), borrow.get().fee()));
        }
        boolean located = borrow.isPresent() && borrow.get().isLocated(at);
        if (envelope.get().requireBorrowLocate() && !located) {
            denials = Gates.and(denials, new Denial.NotLocated(order.instrument()));
        }
        return denials;
    }
}
