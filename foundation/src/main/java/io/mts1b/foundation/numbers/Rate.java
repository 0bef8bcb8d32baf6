package io.mts1b.foundation.numbers;

import io.mts1b.foundation.TextValue;
import java.math.RoundingMode;

/**
 * An exact ratio: a fee, a limit, a fraction of net asset value. {@code 0.05} is five percent.
 *
 * @param value the ratio as a fraction
 */
public record Rate(Decimal value) implements Comparable<Rate>, TextValue {

    /** Nothing. */
    public static final Rate ZERO = new Rate(Decimal.ZERO);

    /** The whole. */
    public static final Rate ONE = new Rate(Decimal.ONE);

    private static final Decimal BPS = new Decimal(1, 4);
    private static final Decimal BPS_PER_UNIT = Decimal.of(10_000);

    /**
     * Reads a fraction.
     *
     * @param text the digits, such as {@code "0.05"}
     * @return the rate
     * @throws NumberFormatException if {@code text} is not a decimal number
     * @throws ArithmeticException if the number does not fit
     */
    public static Rate parse(String text) {
        return new Rate(Decimal.parse(text));
    }

    /**
     * Returns a rate given in basis points, hundredths of a percent.
     *
     * @param bps the basis points
     * @return the rate
     */
    public static Rate ofBps(Decimal bps) {
        return new Rate(bps.times(BPS));
    }

    /**
     * Returns a rate given in whole basis points.
     *
     * @param bps the basis points
     * @return the rate
     */
    public static Rate ofBps(long bps) {
        return ofBps(Decimal.of(bps));
    }

    /**
     * Returns this rate in basis points.
     *
     * @return the basis points
     */
    public Decimal toBps() {
        return value.times(BPS_PER_UNIT);
    }

    /**
     * Returns this share of an amount, in decimals a ledger keeps.
     *
     * @param amount the whole
     * @param rounding how to drop the decimals beyond {@link Currency#ledgerScale()}
     * @return the share, in the same currency
     */
    public Money of(Money amount, RoundingMode rounding) {
        return amount.times(value, rounding);
    }

    @Override
    public int compareTo(Rate other) {
        return value.compareTo(other.value);
    }

    /** Returns the fraction as plain decimal text. */
    @Override
    public String toString() {
        return value.toString();
    }
}
