package io.mts1b.foundation.symbology;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import java.util.Objects;

/**
 * How an instrument is priced and counted.
 *
 * @param tick the smallest price step, positive
 * @param lot the smallest quantity step, positive
 * @param multiplier the units of the underlying in one contract, positive; 1 for a share
 * @param currency what prices are quoted and profit is settled in
 */
public record ContractTerms(Price tick, Quantity lot, Decimal multiplier, Currency currency) {

    /** Validates. */
    public ContractTerms {
        Objects.requireNonNull(currency, "currency");
        Require.that(tick.isPositive(), "tick must be positive, was " + tick);
        Require.that(!lot.isZero(), "lot must be positive, was " + lot);
        Require.that(multiplier.signum() > 0, "multiplier must be positive, was " + multiplier);
    }

    /**
     * Returns the value of a holding or a trade.
     *
     * @param price the price per unit of the underlying
     * @param quantity the number of contracts, negative for a short position
     * @return price times quantity times multiplier, in decimals a ledger keeps
     */
    public Money value(Price price, Decimal quantity) {
        Decimal units = multiplier.equals(Decimal.ONE) ? quantity : quantity.times(multiplier);
        return Money.ofTrade(price, units, currency);
    }

    /**
     * Returns the largest order in whole lots that is not larger than a wish.
     *
     * @param wanted the wish, zero or more
     * @return a multiple of {@link #lot()}, perhaps zero
     */
    public Quantity wholeLots(Decimal wanted) {
        return new Quantity(wanted.truncatedTo(lot.value()));
    }
}
