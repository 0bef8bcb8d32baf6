package io.mts1b.riskengine.gates;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Rate;

/**
 * What the chief risk officer, a person or a model, said of an order.
 *
 * @param objects whether the order should not go
 * @param confidence how sure that is, 0 to 1
 * @param reason why, in words
 */
public record CroAnswer(boolean objects, Rate confidence, String reason) {

    /** Validates. */
    public CroAnswer {
        Require.that(
                confidence.compareTo(Rate.ZERO) >= 0 && confidence.compareTo(Rate.ONE) <= 0,
                "confidence must be in [0, 1], was " + confidence);
        Require.note("reason", reason, 1_000);
    }
}
