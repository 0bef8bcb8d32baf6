package io.mts1b.foundation.positions;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.TextValue;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Price;
import java.math.RoundingMode;

/**
 * How many units a corporate action gives for how many: a two-for-one split is {@code 2:1}, one new share for ten old ones
 * {@code 1:10}.
 *
 * @param received how many are given, positive
 * @param held for how many, positive
 */
public record UnitRatio(Decimal received, Decimal held) implements TextValue {

    private static final int PLACES = 8;

    /** Validates. */
    public UnitRatio {
        Require.that(received.signum() > 0, "received must be positive, was " + received);
        Require.that(held.signum() > 0, "held must be positive, was " + held);
    }

    /**
     * Reads text such as {@code "2:1"}.
     *
     * @param text two numbers with a colon between them
     * @return the ratio
     * @throws IllegalArgumentException if it is anything else
     */
    public static UnitRatio parse(String text) {
        String[] parts = text.split(":", -1);
        Require.that(
                parts.length == 2, () -> "ratio must be units received, a colon and units held, was '" + text + "'");
        return new UnitRatio(Decimal.parse(parts[0]), Decimal.parse(parts[1]));
    }

    /**
     * Returns what comes of units.
     *
     * @param units how many are held, negative while short
     * @return how many come of them, cut towards zero to eight places
     * @throws ArithmeticException if that does not fit
     */
    public Decimal times(Decimal units) {
        return units.times(received).dividedBy(held, PLACES, RoundingMode.DOWN);
    }

    /**
     * Returns the price of what comes of a unit, so that both are worth the same.
     *
     * @param price what a unit is worth
     * @return the price over the ratio, rounded half to even to eight places
     * @throws ArithmeticException if that does not fit
     */
    public Price over(Price price) {
        return new Price(price.value().times(held).dividedBy(received, PLACES, RoundingMode.HALF_EVEN));
    }

    /** Returns both numbers with a colon between them. */
    @Override
    public String toString() {
        return received + ":" + held;
    }
}
