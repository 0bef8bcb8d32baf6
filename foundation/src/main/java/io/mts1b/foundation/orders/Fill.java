package io.mts1b.foundation.orders;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.FillId;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.symbology.InstrumentId;
import java.time.Instant;
import java.util.Objects;
import org.immutables.value.Value;

/**
 * One execution of an order.
 *
 * @param fillId its identity
 * @param orderId the order
 * @param instrument what was traded
 * @param side the side of the order
 * @param quantity how much, positive
 * @param price at what price
 * @param fee what it cost us in fees, negative for a rebate
 * @param liquidity what it did to the book
 * @param at when it happened, by the venue's clock
 */
@Value.Builder
public record Fill(
        FillId fillId,
        OrderId orderId,
        InstrumentId instrument,
        Side side,
        Quantity quantity,
        Price price,
        Money fee,
        Liquidity liquidity,
        Instant at) {

    /** Validates. */
    public Fill {
        Objects.requireNonNull(fillId, "fillId");
        Objects.requireNonNull(orderId, "orderId");
        Objects.requireNonNull(instrument, "instrument");
        Objects.requireNonNull(side, "side");
        Require.that(!quantity.isZero(), "quantity must be positive, was 0");
        Objects.requireNonNull(price, "price");
        Objects.requireNonNull(fee, "fee");
        Objects.requireNonNull(liquidity, "liquidity");
        Objects.requireNonNull(at, "at");
    }

    /**
     * Starts a fill.
     *
     * @return a builder without defaults
     */
    public static FillBuilder builder() {
        return new FillBuilder();
    }

    /**
     * Returns what the fill adds to the signed quantity held.
     *
     * @return positive for BUY and COVER, negative for SELL and SHORT
     */
    public Decimal signedQuantity() {
        return side.signed(quantity);
    }
}
