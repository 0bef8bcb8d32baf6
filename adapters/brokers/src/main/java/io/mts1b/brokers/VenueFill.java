package io.mts1b.brokers;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.FillId;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Fill;
import io.mts1b.foundation.orders.Liquidity;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.symbology.InstrumentId;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Objects;

/**
 * An execution as a venue tells it: of an order it names, in the venue's terms.
 *
 * @param fillId its identity, the same whenever it is told
 * @param order the order it is of
 * @param instrument what was traded
 * @param buys whether the account bought
 * @param quantity how much, positive
 * @param price at what price
 * @param fee what it cost, negative for a rebate; decimals beyond those a ledger keeps are rounded up, so that it is booked as
 *     it is compared
 * @param liquidity what it did to the book
 * @param at when it happened, by the venue's clock
 */
public record VenueFill(
        FillId fillId,
        OrderName order,
        InstrumentId instrument,
        boolean buys,
        Quantity quantity,
        Price price,
        Money fee,
        Liquidity liquidity,
        Instant at) {

    /** Validates. */
    public VenueFill {
        Objects.requireNonNull(fillId, "fillId");
        Objects.requireNonNull(order, "order");
        Objects.requireNonNull(instrument, "instrument");
        Require.that(!quantity.isZero(), "quantity must be positive, was " + quantity);
        Objects.requireNonNull(price, "price");
        fee = Objects.requireNonNull(fee, "fee").times(Decimal.ONE, RoundingMode.CEILING);
        Objects.requireNonNull(liquidity, "liquidity");
        Objects.requireNonNull(at, "at");
    }

    /**
     * Tells a fill of an order of ours as a venue does.
     *
     * @param fill the fill
     * @param order what the venue calls its order
     * @return the same execution
     */
    public static VenueFill of(Fill fill, OrderName order) {
        return new VenueFill(
                fill.fillId(),
                order,
                fill.instrument(),
                fill.side().sign() > 0,
                fill.quantity(),
                fill.price(),
                fill.fee(),
                fill.liquidity(),
                fill.at());
    }

    /**
     * Returns the same execution under another identity.
     *
     * @param name how it is called
     * @return the execution, otherwise as it was told
     */
    public VenueFill called(FillId name) {
        return new VenueFill(name, order, instrument, buys, quantity, price, fee, liquidity, at);
    }

    /**
     * Returns the fill of an order of ours; a venue knows buying and selling only, the order knows what it does.
     *
     * @param orderId the order the name stands for
     * @param side its side
     * @return the fill
     */
    public Fill of(OrderId orderId, Side side) {
        return new Fill(fillId, orderId, instrument, side, quantity, price, fee, liquidity, at);
    }
}
