package io.mts1b.riskengine.gates;

import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.risk.Denial;
import io.mts1b.foundation.risk.Gate;
import io.mts1b.foundation.risk.RiskEnvelope;
import java.time.Instant;
import java.util.ArrayList;
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
        List<Denial> denials = new ArrayList<>();
        Optional<Borrow> borrow = view.borrow(order.instrument());
        borrow.filter(terms -> terms.fee().compareTo(envelope.get().maxShortFee()) > 0)
                .ifPresent(terms -> denials.add(
                        new Denial.BorrowFeeAboveLimit(envelope.get().maxShortFee(), terms.fee())));
        boolean located = borrow.map(Borrow::located).orElse(false);
        if (envelope.get().requireBorrowLocate() && !located) {
            denials.add(new Denial.NotLocated(order.instrument()));
        }
        return denials;
    }
}
