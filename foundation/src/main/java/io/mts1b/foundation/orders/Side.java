package io.mts1b.foundation.orders;

import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Quantity;

/**
 * What an order does to a position. Four, not two: tax lots and borrowing need to know whether a sale
 * ends a long position or starts a short one.
 */
public enum Side {
    /** Opens a long position or adds to it. */
    BUY(1, true),
    /** Closes a long position or reduces it. */
    SELL(-1, false),
    /** Opens a short position or adds to it. */
    SHORT(-1, true),
    /** Closes a short position or reduces it. */
    COVER(1, false);

    private final int sign;
    private final boolean opening;

    Side(int sign, boolean opening) {
        this.sign = sign;
        this.opening = opening;
    }

    /**
     * Returns the side that buys in a given position.
     *
     * @param position the signed quantity held
     * @return COVER while short, else BUY
     */
    public static Side toBuy(Decimal position) {
        return position.signum() < 0 ? COVER : BUY;
    }

    /**
     * Returns the side that sells in a given position.
     *
     * @param position the signed quantity held
     * @return SELL while long, else SHORT
     */
    public static Side toSell(Decimal position) {
        return position.signum() > 0 ? SELL : SHORT;
    }

    /**
     * Returns the direction of the trade.
     *
     * @return 1 if it adds to the signed quantity, -1 if it takes away
     */
    public int sign() {
        return sign;
    }

    /**
     * Tells whether the trade adds exposure.
     *
     * @return true for BUY and SHORT
     */
    public boolean opens() {
        return opening;
    }

    /**
     * Returns a quantity with the sign of this side.
     *
     * @param quantity the quantity traded
     * @return what the trade adds to the signed quantity held
     */
    public Decimal signed(Quantity quantity) {
        return sign > 0 ? quantity.value() : quantity.value().negated();
    }
}
