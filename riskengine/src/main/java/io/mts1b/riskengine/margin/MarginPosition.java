package io.mts1b.riskengine.margin;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.symbology.Instrument;
import java.util.Objects;

/**
 * What margin is asked for.
 *
 * @param instrument what is held
 * @param quantity how much, negative while short, not zero
 * @param price what it is worth now, not negative
 */
public record MarginPosition(Instrument instrument, Decimal quantity, Price price) {

    /** Validates. */
    public MarginPosition {
        Objects.requireNonNull(instrument, "instrument");
        Require.that(!quantity.isZero(), "quantity must not be zero");
        Require.that(price.value().signum() >= 0, "price must not be negative, was " + price);
    }

    /**
     * Returns what it is worth.
     *
     * @return price times quantity times multiplier, negative while short
     */
    public Money value() {
        return instrument.terms().value(price, quantity);
    }

    boolean isLong() {
        return quantity.signum() > 0;
    }
}
