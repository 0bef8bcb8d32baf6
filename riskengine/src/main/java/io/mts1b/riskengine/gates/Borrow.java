package io.mts1b.riskengine.gates;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Rate;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The terms of borrowing a security to sell it short.
 *
 * @param fee what it costs per year, as a share of its value
 * @param located whether a lender has set it aside for us
 * @param until when the lender no longer does; null if it is set aside until we hear otherwise
 */
public record Borrow(Rate fee, boolean located, @Nullable Instant until) {

    /** Validates. */
    public Borrow {
        Objects.requireNonNull(fee, "fee");
        Require.that(located || until == null, () -> "until must only be told of what is located, was " + until);
    }

    /**
     * Tells whether a loan is located for an order.
     *
     * @param at when the order is decided about
     * @return true if a lender has set it aside then
     */
    public boolean isLocated(Instant at) {
        return located && (until == null || at.isBefore(until));
    }
}
