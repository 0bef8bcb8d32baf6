package io.mts1b.riskengine.gates;

import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.risk.Denial;
import io.mts1b.foundation.risk.Gate;
import io.mts1b.foundation.risk.RiskEnvelope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The chief risk officer has no objection that is sure enough. Off unless the envelope says so; silence
 * denies unless the envelope says that it lets pass. What closes because an operator or a stop wants it is not asked about.
 */
final class CroVetoGate implements GateCheck {

    @Override
    public Gate gate() {
        return Gate.CRO_VETO;
    }

    @Override
    public List<Denial> check(Order order, RiskView view, Instant at) {
        Optional<RiskEnvelope> envelope = view.envelope(order.fund());
        if (envelope.isEmpty() || !envelope.get().croVetoEnabled() || Gates.isExit(order, view)) {
            return List.of();
        }
        Optional<CroAnswer> answer = view.croAnswer(order.orderId());
        if (answer.isEmpty()) {
            return envelope.get().croVetoFailsOpen()
                    ? List.of()
                    : List.of(new Denial.VetoUnavailable(
                            "no answer within " + envelope.get().croVetoTimeout()));
        }
        boolean counts = answer.get().objects()
                && answer.get().confidence().compareTo(envelope.get().croVetoConfidence()) >= 0;
        return counts
                ? List.of(new Denial.Vetoed(answer.get().reason(), answer.get().confidence()))
                : List.of();
    }
}
