package io.mts1b.foundation.marketdata;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.foundation.symbology.InstrumentId;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Objects;

/**
 * The best bid and offer of an instrument.
 *
 * @param instrument what is quoted
 * @param bid the best price somebody buys at
 * @param ask the best price somebody sells at, not below {@code bid}
 * @param bidSize how much is wanted at {@code bid}
 * @param askSize how much is offered at {@code ask}
 * @param at when it was so
 */
public record Quote(InstrumentId instrument, Price bid, Price ask, Quantity bidSize, Quantity askSize, Instant at) {

    /** Wider spreads are errors of a feed far more often than markets. */
    private static final Rate WIDEST_SANE_SPREAD = Rate.parse("0.1");

    private static final Decimal HALF = new Decimal(5, 1);

    /** Validates. */
    public Quote {
        Objects.requireNonNull(instrument, "instrument");
        Objects.requireNonNull(bidSize, "bidSize");
        Objects.requireNonNull(askSize, "askSize");
        Objects.requireNonNull(at, "at");
        Require.that(bid.compareTo(ask) <= 0, "ask must not be below bid " + bid + ", was " + ask);
    }

    /**
     * Returns the price halfway between bid and ask.
     *
     * @return the exact middle
     */
    public Price mid() {
        return new Price(bid.value().plus(ask.value()).times(HALF));
    }

    /**
     * Returns how far the ask is above the bid.
     *
     * @return the difference, zero in a locked market
     */
    public Price spread() {
        return ask.minus(bid);
    }

    /**
     * Tells whether the quote is one that outright trading may rely on.
     *
     * @return true if the bid is positive and the spread at most ten percent of it
     */
    public boolean isSane() {
        return bid.isPositive()
                && spread().value().compareTo(bid.value().times(WIDEST_SANE_SPREAD.value(), 18, RoundingMode.DOWN))
                        <= 0;
    }
}
