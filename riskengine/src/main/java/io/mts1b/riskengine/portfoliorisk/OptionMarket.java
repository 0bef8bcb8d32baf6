package io.mts1b.riskengine.portfoliorisk;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Price;

/**
 * What the value of an option follows from, besides its terms.
 *
 * @param spot the price of the underlying, positive
 * @param volatility the volatility per year, not negative
 * @param rate the riskless rate per year
 * @param yield what the underlying pays per year
 */
public record OptionMarket(Price spot, double volatility, double rate, double yield) {

    /** Validates. */
    public OptionMarket {
        Require.that(spot.isPositive(), "spot must be positive, was " + spot);
        Require.that(
                Double.isFinite(volatility) && volatility >= 0, "volatility must not be negative, was " + volatility);
        Require.that(Double.isFinite(rate), "rate must be finite, was " + rate);
        Require.that(Double.isFinite(yield), "yield must be finite, was " + yield);
    }
}
