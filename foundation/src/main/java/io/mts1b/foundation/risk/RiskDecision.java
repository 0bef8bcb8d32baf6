package io.mts1b.foundation.risk;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.OrderId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** What the gates said about one order. */
public sealed interface RiskDecision {

    /**
     * Returns the order decided about.
     *
     * @return the order
     */
    OrderId orderId();

    /**
     * Returns when it was decided.
     *
     * @return the time the decision was made for
     */
    Instant at();

    /**
     * Returns the limits it was measured by.
     *
     * @return the version of the fund's envelope
     */
    int envelopeVersion();

    /** Every gate was content. */
    record Approved(OrderId orderId, Instant at, int envelopeVersion) implements RiskDecision {

        /** Validates. */
        public Approved {
            Objects.requireNonNull(orderId, "orderId");
            Objects.requireNonNull(at, "at");
        }
    }

    /** At least one gate was not; {@code denials} holds what they said, in the order of the gates. */
    record Denied(OrderId orderId, Instant at, int envelopeVersion, List<Denial> denials) implements RiskDecision {

        /** Validates, and copies. */
        public Denied {
            Objects.requireNonNull(orderId, "orderId");
            Objects.requireNonNull(at, "at");
            denials = List.copyOf(denials);
            Require.that(!denials.isEmpty(), "denials must not be empty");
        }

        /**
         * Returns the gate that stopped the order.
         *
         * @return the gate of the first denial
         */
        public Gate rejectingGate() {
            return denials.getFirst().gate();
        }
    }
}
