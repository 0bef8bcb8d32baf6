package io.mts1b.quantkit.costmodels;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.foundation.orders.Side;
import java.math.RoundingMode;
import java.util.List;

/** How much worse than a reference price an order trades. {@link Impact} gives it for orders that move the market. */
public sealed interface Slippage {

    /** Not at all. */
    record None() implements Slippage {

        @Override
        public Decimal distance(Price reference, Price tick) {
            return Decimal.ZERO;
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
        public Decimal distance(Price reference, Price tick) {
            return reference.value().abs().times(rate.value(), Decimal.MAX_SCALE, RoundingMode.UP);
        }
    }

    /**
     * By a fixed number of ticks.
     *
     * @param ticks how many, zero or more
     */
    record OfTicks(int ticks) implements Slippage {

        /** Validates. */
        public OfTicks {
            Require.that(ticks >= 0, "ticks must not be negative, was " + ticks);
        }

        @Override
        public Decimal distance(Price reference, Price tick) {
            return tick.value().times(Decimal.of(ticks));
        }
    }

    /**
     * By half of the spread, where the reference is the middle between bid and ask.
     *
     * @param spread the ask less the bid, zero or more
     */
    record HalfSpread(Decimal spread) implements Slippage {

        private static final Decimal HALF = Decimal.parse("0.5");

        /** Validates. */
        public HalfSpread {
            Require.that(spread.signum() >= 0, "spread must not be negative, was " + spread);
        }

        @Override
        public Decimal distance(Price reference, Price tick) {
            return spread.times(HALF, Decimal.MAX_SCALE, RoundingMode.UP);
        }
    }

    /**
     * By several at once, rounded to the tick together.
     *
     * @param parts what adds up
     */
    record Sum(List<Slippage> parts) implements Slippage {

        /** Copies. */
        public Sum {
            parts = List.copyOf(parts);
        }

        @Override
        public Decimal distance(Price reference, Price tick) {
            return parts.stream().map(part -> part.distance(reference, tick)).reduce(Decimal.ZERO, Decimal::plus);
        }
    }

    /**
     * Returns how far from the reference price an order trades, before it is rounded to the tick.
     *
     * @param reference the price without slippage
     * @param tick the price step, positive
     * @return the distance, zero or more
     */
    Decimal distance(Price reference, Price tick);

    /**
     * Returns the price an order gets.
     *
     * @param reference the price without slippage
     * @param side the side of the order
     * @param tick the price step, positive
     * @return a price that is not better than {@code reference}, a whole number of ticks away from it
     */
    default Price worsen(Price reference, Side side, Price tick) {
        // Away from us to the next tick: a price between ticks does not exist, and rounding is no gift.
        Decimal ticks = distance(reference, tick).wholeMultiples(tick.value(), RoundingMode.CEILING);
        Decimal offset = ticks.times(tick.value());
        return new Price(
                side.sign() > 0
                        ? reference.value().plus(offset)
                        : reference.value().minus(offset));
    }
}
