package io.mts1b.quantkit.costmodels;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.foundation.orders.Side;
import java.math.RoundingMode;

/** How much worse than a reference price an order trades. */
public sealed interface Slippage {

    /** Not at all. */
    record None() implements Slippage {

        @Override
        public Price worsen(Price reference, Side side, Price tick) {
            return reference;
        }
    }

    /**
     * By a fixed share of the price: half a spread and a little impact, for liquid instruments.
     *
     * @param rate the share of the price, zero or more
     */
    record OfPrice(Rate rate) implements Slippage {

        /** Validates. */
        public OfPrice {
            Require.that(rate.value().signum() >= 0, "rate must not be negative, was " + rate);
        }

        @Override
        public Price worsen(Price reference, Side side, Price tick) {
            Decimal distance = reference.value().abs().times(rate.value(), Decimal.MAX_SCALE, RoundingMode.UP);
            // Away from us to the next tick: a price between ticks does not exist, and rounding is no gift.
            Decimal ticks = distance.wholeMultiples(tick.value(), RoundingMode.CEILING);
            Decimal offset = ticks.times(tick.value());
            return new Price(
                    side.sign() > 0
                            ? reference.value().plus(offset)
                            : reference.value().minus(offset));
        }
    }

    /**
     * Returns the price an order gets.
     *
     * @param reference the price without slippage
     * @param side the side of the order
     * @param tick the price step, positive
     * @return a price that is not better than {@code reference}, a whole number of ticks away from it
     */
    Price worsen(Price reference, Side side, Price tick);
}
