package io.mts1b.riskengine.gates;

import io.mts1b.foundation.numbers.Rate;
import java.util.Objects;

/**
 * The terms of borrowing a security to sell it short.
 *
 * @param fee what it costs per year, as a share of its value
 * @param located whether a lender has set it aside for us
 */
public record Borrow(Rate fee, boolean located) {

    /** Validates. */
    public Borrow {
        Objects.requireNonNull(fee, "fee");
    }
}
