package io.mts1b.foundation.marketdata;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.symbology.InstrumentId;
import java.time.Instant;
import java.util.Objects;

/**
 * A trade that the market reported; ours are {@link io.mts1b.foundation.orders.Fill fills}.
 *
 * @param tradeId the venue's own identifier
 * @param instrument what was traded
 * @param price at what price
 * @param quantity how much, positive
 * @param aggressor who crossed the spread
 * @param at when
 */
public record Trade(
        String tradeId, InstrumentId instrument, Price price, Quantity quantity, Aggressor aggressor, Instant at) {

    /** Validates. */
    public Trade {
        Require.visible("tradeId", tradeId, 128);
        Objects.requireNonNull(instrument, "instrument");
        Objects.requireNonNull(price, "price");
        Require.that(!quantity.isZero(), "quantity must be positive, was " + quantity);
        Objects.requireNonNull(aggressor, "aggressor");
        Objects.requireNonNull(at, "at");
    }
}
