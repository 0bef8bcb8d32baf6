package io.mts1b.foundation.numbers;

import io.mts1b.foundation.TextValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * An exact price per unit, in the quote currency of its instrument.
 *
 * <p>It may be negative: calendar spreads trade below zero, and WTI crude settled at -37.63 on
 * 2020-04-20. Hot paths do not carry this type; they carry {@code long} ticks, converted once at the
 * venue's edge with {@link #toTicks(Price)}.
 *
 * @param value the number
 */
public record Price(Decimal value) implements Comparable<Price>, TextValue {

    /** The decimals of the market-making wire, whose prices are unsigned integers of 10^-9. */
    private static final int WIRE_PLACES = 9;

    /**
     * Reads decimal text.
     *
     * @param text the digits, such as {@code "101.25"}
     * @return the price
     * @throws NumberFormatException if {@code text} is not a decimal number
     * @throws ArithmeticException if the number does not fit
     */
    public static Price parse(String text) {
        return new Price(Decimal.parse(text));
    }

    /**
     * Returns the price a number of ticks stands for.
     *
     * @param ticks the tick count
     * @param tickSize the smallest price step of the instrument, positive
     * @return {@code ticks * tickSize}
     */
    public static Price ofTicks(long ticks, Price tickSize) {
        return new Price(tickSize.value.times(Decimal.of(ticks)));
    }

    /**
     * Reads the price of a market-making message.
     *
     * @param wire the price times 10^9, as an unsigned 64-bit integer
     * @return the same price
     * @throws ArithmeticException if it does not fit, which takes a price above 9.2 billion with decimals
     */
    public static Price ofWire1e9(long wire) {
        if (wire >= 0) {
            return new Price(new Decimal(wire, WIRE_PLACES));
        }
        BigInteger unsigned = new BigInteger(Long.toUnsignedString(wire));
        return new Price(Decimal.of(new BigDecimal(unsigned, WIRE_PLACES)));
    }

    /**
     * Returns this price as the market-making wire carries it.
     *
     * @return the price times 10^9, as an unsigned 64-bit integer
     * @throws ArithmeticException if the price is negative, has more than nine decimals, or does not fit
     */
    public long toWire1e9() {
        if (value.signum() < 0) {
            throw new ArithmeticException("price must not be negative on the wire, was " + value);
        }
        BigInteger wire;
        try {
            wire = value.toBigDecimal().movePointRight(WIRE_PLACES).toBigIntegerExact();
        } catch (ArithmeticException e) {
            throw new ArithmeticException("price must have at most 9 decimals on the wire, was " + value);
        }
        if (wire.bitLength() > Long.SIZE) {
            throw new ArithmeticException("price must be below 2^64 / 10^9 on the wire, was " + value);
        }
        return wire.longValue();
    }

    /**
     * Returns this price as a whole number of ticks.
     *
     * @param tickSize the smallest price step of the instrument, positive
     * @return the tick count, negative for a negative price
     * @throws IllegalArgumentException if {@code tickSize} is not positive
     * @throws ArithmeticException if this price is off the tick grid, or the count does not fit
     */
    public long toTicks(Price tickSize) {
        if (!value.isMultipleOf(tickSize.value)) {
            throw new ArithmeticException("price must be a multiple of the tick " + tickSize + ", was " + this);
        }
        return value.wholeMultiples(tickSize.value, RoundingMode.UNNECESSARY).unscaled();
    }

    /**
     * Returns the sum of two prices.
     *
     * @param addend the price to add
     * @return the sum
     */
    public Price plus(Price addend) {
        return new Price(value.plus(addend.value));
    }

    /**
     * Returns the difference of two prices.
     *
     * @param subtrahend the price to take away
     * @return the difference
     */
    public Price minus(Price subtrahend) {
        return new Price(value.minus(subtrahend.value));
    }

    /**
     * Tells whether the price is above zero.
     *
     * @return true if it is
     */
    public boolean isPositive() {
        return value.signum() > 0;
    }

    @Override
    public int compareTo(Price other) {
        return value.compareTo(other.value);
    }

    /** Returns plain decimal text. */
    @Override
    public String toString() {
        return value.toString();
    }
}
