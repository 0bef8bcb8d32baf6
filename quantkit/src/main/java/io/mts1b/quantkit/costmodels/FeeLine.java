package io.mts1b.quantkit.costmodels;

import io.mts1b.foundation.numbers.Money;
import java.util.Objects;

/**
 * One line of a bill.
 *
 * @param label what for, as the schedule calls it
 * @param amount how much, negative for a rebate
 */
public record FeeLine(String label, Money amount) {

    /** Validates. */
    public FeeLine {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(amount, "amount");
    }
}
