package io.mts1b.riskengine.portfoliorisk;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.symbology.Instrument;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.quantkit.options.BlackScholes;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One position as risk sees it: what moves it, and how far.
 *
 * @param instrument what is held
 * @param underlying whose returns move it; itself unless it is an option
 * @param units the units of the underlying in it, negative while short
 * @param spot the price of the underlying, positive
 * @param option the model of an option; null for what moves with its underlying one to one
 */
public record RiskPosition(
        InstrumentId instrument,
        InstrumentId underlying,
        double units,
        double spot,
        @Nullable BlackScholes option) {

    private static final double SECONDS_PER_YEAR = (double) Duration.ofDays(365).toSeconds();

    /** Validates. */
    public RiskPosition {
        Objects.requireNonNull(instrument, "instrument");
        Objects.requireNonNull(underlying, "underlying");
        Require.that(Double.isFinite(units), "units must be finite, was " + units);
        Require.that(Double.isFinite(spot) && spot > 0, "spot must be positive, was " + spot);
    }

    /**
     * Describes a position that moves with its own price.
     *
     * @param instrument anything but an option
     * @param quantity how much, negative while short
     * @param price its price, positive
     * @return the position
     * @throws IllegalArgumentException if it is an option
     */
    public static RiskPosition of(Instrument instrument, Decimal quantity, Price price) {
        Require.that(!(instrument instanceof Instrument.Option), "an option needs its market, was " + instrument.id());
        double units = quantity.toReal() * instrument.terms().multiplier().toReal();
        return new RiskPosition(
                instrument.id(), instrument.id(), units, price.value().toReal(), null);
    }

    /**
     * Describes a position in an option. American options are valued as European ones, which is too little for puts deep in
     * the money and for calls before a dividend.
     *
     * @param option the option
     * @param quantity how many contracts, negative while short
     * @param market what its value follows from
     * @param at as of when; the time to expiry counts in years of 365 days, and is zero afterwards
     * @return the position
     */
    public static RiskPosition of(Instrument.Option option, Decimal quantity, OptionMarket market, Instant at) {
        double units = quantity.toReal() * option.terms().multiplier().toReal();
        double years = Math.max(0, Duration.between(at, option.expiry()).toSeconds() / SECONDS_PER_YEAR);
        double spot = market.spot().value().toReal();
        return new RiskPosition(
                option.id(),
                option.underlying(),
                units,
                spot,
                new BlackScholes(
                        option.right(),
                        spot,
                        option.strike().value().toReal(),
                        years,
                        market.rate(),
                        market.yield(),
                        market.volatility()));
    }

    /**
     * Returns the same position counted in another currency. That the rate moves is not among its risks then.
     *
     * @param rate what one unit of its currency is worth, positive
     * @return the position, with prices at the rate
     */
    public RiskPosition at(double rate) {
        return new RiskPosition(
                instrument,
                underlying,
                units,
                spot * rate,
                option == null
                        ? null
                        : new BlackScholes(
                                option.right(),
                                option.spot() * rate,
                                option.strike() * rate,
                                option.years(),
                                option.rate(),
                                option.yield(),
                                option.volatility()));
    }

    /**
     * Returns what it is worth.
     *
     * @return the value, negative while short
     */
    public double value() {
        return units * unitValue(0, 0);
    }

    /**
     * Returns what it gains, valued anew.
     *
     * @param move the return of the underlying, above -1
     * @param volatilityMove what is added to the volatility
     * @return the gain, negative for a loss
     */
    public double gain(double move, double volatilityMove) {
        return units * (unitValue(move, volatilityMove) - unitValue(0, 0));
    }

    /**
     * Returns what it gains for each unit of return while returns are small.
     *
     * @return its delta times the spot
     */
    public double deltaValue() {
        return units * spot * (option == null ? 1 : option.delta());
    }

    private double unitValue(double move, double volatilityMove) {
        if (option == null) {
            return spot * (1 + move);
        }
        return new BlackScholes(
                        option.right(),
                        spot * (1 + move),
                        option.strike(),
                        option.years(),
                        option.rate(),
                        option.yield(),
                        Math.max(0, option.volatility() + volatilityMove))
                .value();
    }
}
