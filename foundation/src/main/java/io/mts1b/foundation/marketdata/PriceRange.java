package io.mts1b.foundation.marketdata;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Price;
import java.util.Objects;

/**
 * The first, highest, lowest and last price of an interval.
 *
 * @param open the first
 * @param high the highest, not below any other
 * @param low the lowest, not above any other
 * @param close the last
 */
public record PriceRange(Price open, Price high, Price low, Price close) {

    /** Validates. */
    public PriceRange {
        Objects.requireNonNull(open, "open");
        Objects.requireNonNull(close, "close");
        Require.that(
                high.compareTo(open) >= 0 && high.compareTo(close) >= 0,
                "high must not be below open " + open + " or close " + close + ", was " + high);
        Require.that(
                low.compareTo(open) <= 0 && low.compareTo(close) <= 0,
                "low must not be above open " + open + " or close " + close + ", was " + low);
    }

    /**
     * Returns the range of an interval that is known by one price.
     *
     * @param price the price
     * @return four times the same
     */
    public static PriceRange flat(Price price) {
        return new PriceRange(price, price, price, price);
    }
}
