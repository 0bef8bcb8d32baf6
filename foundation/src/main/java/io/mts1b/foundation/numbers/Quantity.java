package io.mts1b.foundation.numbers;

import io.mts1b.foundation.TextValue;

/**
 * How much is ordered, traded or shown: an exact number, zero or more.
 *
 * <p>Direction lives in {@link io.mts1b.foundation.orders.Side}; a position, which has a sign, is a
 * {@link Decimal}.
 *
 * @param value the number, not negative
 */
public record Quantity(Decimal value) implements Comparable<Quantity>, TextValue {

    /** Nothing. */
    public static final Quantity ZERO = new Quantity(Decimal.ZERO);

    /** The decimals of the market-making wire, whose quantities are integers of 10^-8. */
    private static final int WIRE_PLACES = 8;

    /** Validates. */
    public Quantity {
        if (value.signum() < 0) {
            throw new IllegalArgumentException("quantity must not be negative, was " + value);
        }
    }

    /**
     * Returns a whole quantity.
     *
     * @param value the number, not negative
     * @return the quantity
     */
    public static Quantity of(long value) {
        return new Quantity(Decimal.of(value));
    }

    /**
     * Reads decimal text.
     *
     * @param text the digits, such as {@code "0.015"}
     * @return the quantity
     * @throws NumberFormatException if {@code text} is not a decimal number
     * @throws ArithmeticException if the number does not fit
     * @throws IllegalArgumentException if it is negative
     */
    public static Quantity parse(String text) {
        return new Quantity(Decimal.parse(text));
    }

    /**
     * Reads the quantity of a market-making message.
     *
     * @param wire the quantity times 10^8, not negative
     * @return the same quantity
     * @throws IllegalArgumentException if {@code wire} is negative
     */
    public static Quantity ofWire1e8(long wire) {
        return new Quantity(new Decimal(wire, WIRE_PLACES));
    }

    /**
     * Returns this quantity as the market-making wire carries it.
     *
     * @return the quantity times 10^8
     * @throws ArithmeticException if it has more than eight decimals, or does not fit
     */
    public long toWire1e8() {
        return value.toUnscaled(WIRE_PLACES);
    }

    /**
     * Returns the sum of two quantities.
     *
     * @param addend the quantity to add
     * @return the sum
     */
    public Quantity plus(Quantity addend) {
        return new Quantity(value.plus(addend.value));
    }

    /**
     * Returns the difference of two quantities.
     *
     * @param subtrahend the quantity to take away
     * @return the difference
     * @throws IllegalArgumentException if {@code subtrahend} is larger than this quantity
     */
    public Quantity minus(Quantity subtrahend) {
        return new Quantity(value.minus(subtrahend.value));
    }

    /**
     * Returns the smaller of two quantities.
     *
     * @param other the other quantity
     * @return this quantity if it is not larger, else the other
     */
    public Quantity min(Quantity other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /**
     * Tells whether there is nothing.
     *
     * @return true if zero
     */
    public boolean isZero() {
        return value.isZero();
    }

    @Override
    public int compareTo(Quantity other) {
        return value.compareTo(other.value);
    }

    /** Returns plain decimal text. */
    @Override
    public String toString() {
        return value.toString();
    }
}
