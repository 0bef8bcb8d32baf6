package io.mts1b.riskengine.portfoliorisk;

import io.mts1b.foundation.numbers.Money;
import java.util.Objects;

/**
 * What is lost in bad periods, as positive amounts; negative where even those are gains.
 *
 * @param valueAtRisk what is lost or more in the tail
 * @param expectedShortfall what is lost there on average
 */
public record TailRisk(Money valueAtRisk, Money expectedShortfall) {

    /** Validates. */
    public TailRisk {
        Objects.requireNonNull(valueAtRisk, "valueAtRisk");
        Objects.requireNonNull(expectedShortfall, "expectedShortfall");
    }

    /**
     * Returns what this is more than another.
     *
     * @param before the other
     * @return the differences, negative where this is less
     */
    public TailRisk minus(TailRisk before) {
        return new TailRisk(valueAtRisk.minus(before.valueAtRisk), expectedShortfall.minus(before.expectedShortfall));
    }
}
