package io.mts1b.oms;

import io.mts1b.foundation.orders.OrderEvent;
import io.mts1b.foundation.risk.Denial;
import io.mts1b.foundation.risk.RiskDecision;
import java.util.stream.Collectors;

/** Why the gates stopped something, as the text of an event. */
final class Reasons {

    private Reasons() {}

    static String of(RiskDecision.Denied denied) {
        String codes = denied.denials().stream().map(Denial::code).collect(Collectors.joining(" "));
        return codes.substring(0, Math.min(codes.length(), OrderEvent.MAX_REASON - "denied: ".length()));
    }
}
