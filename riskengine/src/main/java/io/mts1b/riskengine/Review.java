package io.mts1b.riskengine;

import io.mts1b.foundation.risk.ApprovedOrder;
import io.mts1b.foundation.risk.RiskDecision;
import java.util.Objects;

/** What came of reviewing an order: something a broker takes, or the reasons why not. */
public sealed interface Review {

    /**
     * Returns the decision, for the log and for whoever asked.
     *
     * @return what the gates said
     */
    RiskDecision decision();

    /** Every gate was content. */
    record Passed(ApprovedOrder order, RiskDecision.Approved decision) implements Review {

        /** Validates. */
        public Passed {
            Objects.requireNonNull(order, "order");
            Objects.requireNonNull(decision, "decision");
        }
    }

    /** At least one gate was not. */
    record Stopped(RiskDecision.Denied decision) implements Review {

        /** Validates. */
        public Stopped {
            Objects.requireNonNull(decision, "decision");
        }
    }
}
