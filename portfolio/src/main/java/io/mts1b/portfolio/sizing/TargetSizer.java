package io.mts1b.portfolio.sizing;

import io.mts1b.foundation.marketdata.MarketSnapshot;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.signals.TargetWeight;
import io.mts1b.foundation.symbology.ContractTerms;
import io.mts1b.foundation.symbology.Instrument;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.portfolio.sizing.SizedTarget.Reason;
import io.mts1b.portfolio.sizing.SizedTarget.Refused;
import io.mts1b.portfolio.sizing.SizedTarget.Sized;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.function.Function;

/**
 * Turns the weights a strategy wants into quantities a fund can hold: weight times net asset value over
 * price and multiplier, cut to whole lots towards zero.
 *
 * <p>Immutable and thread-safe if its functions are.
 *
 * @param nav the net asset value that weights are shares of, in the fund's currency
 * @param market the prices to size at
 * @param instruments how to find an instrument; empty for one that nobody knows
 */
public record TargetSizer(Money nav, MarketSnapshot market, Function<InstrumentId, Optional<Instrument>> instruments) {

    /** A billionth of the fund is far below a lot, and keeps the product of weight and value within range. */
    private static final int WEIGHT_PLACES = 9;

    private static final int UNIT_PLACES = 8;

    /**
     * Sizes one target.
     *
     * @param target the weight wanted
     * @return the quantity, or why there is none
     */
    public SizedTarget size(TargetWeight target) {
        Optional<Instrument> instrument = instruments.apply(target.instrument());
        if (instrument.isEmpty()) {
            return new Refused(target, Reason.UNKNOWN_INSTRUMENT);
        }
        ContractTerms terms = instrument.get().terms();
        if (!terms.currency().equals(nav.currency())) {
            return new Refused(target, Reason.OTHER_CURRENCY);
        }
        Optional<Price> price = market.price(target.instrument());
        if (price.isEmpty()) {
            return new Refused(target, Reason.NO_PRICE);
        }
        if (!price.get().isPositive()) {
            return new Refused(target, Reason.PRICE_NOT_POSITIVE);
        }
        return new Sized(new TargetPosition(
                target.fund(),
                target.strategy(),
                target.instrument(),
                quantity(target, terms, price.get()),
                target.at()));
    }

    private Decimal quantity(TargetWeight target, ContractTerms terms, Price price) {
        Decimal weight = Decimal.ofReal(target.weight(), WEIGHT_PLACES, RoundingMode.DOWN);
        Money wanted = nav.abs().times(weight.abs(), RoundingMode.DOWN);
        Decimal units = wanted.amount()
                .dividedBy(price.value(), UNIT_PLACES, RoundingMode.DOWN)
                .dividedBy(terms.multiplier(), UNIT_PLACES, RoundingMode.DOWN);
        Quantity lots = terms.wholeLots(units);
        return weight.signum() < 0 ? lots.value().negated() : lots.value();
    }
}
