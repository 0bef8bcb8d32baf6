package io.mts1b.foundation.orders;

import io.mts1b.foundation.numbers.Price;
import java.util.Objects;
import java.util.Optional;

/**
 * At which prices an order trades. Each type carries the prices it needs and no others, so that a limit
 * order without a limit cannot be written.
 */
public sealed interface OrderType {

    /** The types by name, for lists of what is allowed. */
    enum Kind {
        /** {@link OrderType.Market}. */
        MARKET,
        /** {@link OrderType.Limit}. */
        LIMIT,
        /** {@link OrderType.Stop}. */
        STOP,
        /** {@link OrderType.StopLimit}. */
        STOP_LIMIT,
        /** {@link OrderType.MarketableLimit}. */
        MARKETABLE_LIMIT
    }

    /** At once, at whatever the market offers. */
    record Market() implements OrderType {}

    /** At the limit or better. */
    record Limit(Price limit) implements OrderType {

        /** Validates. */
        public Limit {
            Objects.requireNonNull(limit, "limit");
        }
    }

    /** As a market order once the market trades at the stop or beyond. */
    record Stop(Price stop) implements OrderType {

        /** Validates. */
        public Stop {
            Objects.requireNonNull(stop, "stop");
        }
    }

    /** As a limit order once the market trades at the stop or beyond. */
    record StopLimit(Price stop, Price limit) implements OrderType {

        /** Validates. */
        public StopLimit {
            Objects.requireNonNull(stop, "stop");
            Objects.requireNonNull(limit, "limit");
        }
    }

    /** At once, but not beyond a limit set across the spread: a market order with a seat belt. */
    record MarketableLimit(Price limit) implements OrderType {

        /** Validates. */
        public MarketableLimit {
            Objects.requireNonNull(limit, "limit");
        }
    }

    /**
     * Returns the name of the type.
     *
     * @return its kind
     */
    default Kind kind() {
        return switch (this) {
            case Market _ -> Kind.MARKET;
            case Limit _ -> Kind.LIMIT;
            case Stop _ -> Kind.STOP;
            case StopLimit _ -> Kind.STOP_LIMIT;
            case MarketableLimit _ -> Kind.MARKETABLE_LIMIT;
        };
    }

    /**
     * Returns the worst price it may trade at.
     *
     * @return the limit; empty where there is none
     */
    default Optional<Price> limitPrice() {
        return switch (this) {
            case Market _, Stop _ -> Optional.empty();
            case Limit order -> Optional.of(order.limit);
            case StopLimit order -> Optional.of(order.limit);
            case MarketableLimit order -> Optional.of(order.limit);
        };
    }

    /**
     * Returns the price that wakes it.
     *
     * @return the stop; empty where there is none
     */
    default Optional<Price> stopPrice() {
        return switch (this) {
            case Market _, Limit _, MarketableLimit _ -> Optional.empty();
            case Stop order -> Optional.of(order.stop);
            case StopLimit order -> Optional.of(order.stop);
        };
    }
}
