package io.mts1b.riskengine.stops;

import io.mts1b.foundation.marketdata.Quote;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.positions.LotBook;
import io.mts1b.foundation.risk.RiskEnvelope;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * Where the stop of a position is, and whether a price has passed it.
 *
 * <p>The stop is a share away from the average opening price: below it while long, above it while short. Pure functions;
 * that a stop which was passed stays passed, whatever the price does then, is up to whoever keeps the positions.
 */
public final class SyntheticStops {

    private static final int PRICE_PLACES = 8;

    private SyntheticStops() {}

    /**
     * Returns where the stop of a position is.
     *
     * @param limits the limits of its fund
     * @param held the lots of the position
     * @return its stop; empty if the limits want none, or nothing is held
     */
    public static Optional<Price> stop(RiskEnvelope limits, LotBook held) {
        if (!limits.enableSyntheticStop()) {
            return Optional.empty();
        }
        Decimal away = limits.syntheticStop().value();
        Decimal share = held.quantity().signum() > 0 ? Decimal.ONE.minus(away) : Decimal.ONE.plus(away);
        return held.averagePrice()
                .map(average -> new Price(average.value().times(share, PRICE_PLACES, RoundingMode.HALF_EVEN)));
    }

    /**
     * Returns the stop of a position if a price has reached it or gone beyond.
     *
     * @param limits the limits of its fund
     * @param held the lots of the position
     * @param price what a unit can be closed at
     * @return the stop; empty if it was not reached, or there is none
     */
    public static Optional<Price> passed(RiskEnvelope limits, LotBook held, Price price) {
        boolean isLong = held.quantity().signum() > 0;
        return stop(limits, held).filter(stop -> isLong ? price.compareTo(stop) <= 0 : price.compareTo(stop) >= 0);
    }

    /**
     * Returns what a unit can be closed at in a market: a long position where somebody buys, a short one where somebody
     * sells.
     *
     * @param quote the best bid and offer
     * @param held the lots of the position
     * @return the price
     */
    public static Price closing(Quote quote, LotBook held) {
        return held.quantity().signum() > 0 ? quote.bid() : quote.ask();
    }
}
