package io.mts1b.quantkit.costmodels.calibration;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.quantkit.costmodels.Execution;
import java.util.Objects;

/**
 * A fill and what a broker charged for it.
 *
 * @param order the order, whatever it is called; fills of one order stand in the order they happened
 * @param execution the fill
 * @param before the volume before the order, as fee schedules want it; that of the first fill of an order counts
 * @param charged what was charged, negative for a rebate
 */
public record ChargedFill(String order, Execution execution, Decimal before, Money charged) {

    /** Validates. */
    public ChargedFill {
        Objects.requireNonNull(order, "order");
        Objects.requireNonNull(execution, "execution");
        Require.that(before.signum() >= 0, "before must not be negative, was " + before);
        Objects.requireNonNull(charged, "charged");
    }
}
