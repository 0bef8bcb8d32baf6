package io.mts1b.brokers.paper.book;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.TradingCosts;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * How a venue on paper treats orders.
 *
 * @param latency the way of a message, each way
 * @param cancelsAhead how a queue moves up without trades
 * @param minimumNotional the least value of an order, in the instrument's currency; zero for none
 * @param costs what an execution is charged; prices are the book's own, and not worsened
 * @param borrow what can be sold short
 * @param hours when orders are taken
 * @param postOnly which limit orders never take
 */
public record PaperRules(
        Duration latency,
        CancelsAhead cancelsAhead,
        Decimal minimumNotional,
        TradingCosts costs,
        Borrow borrow,
        Hours hours,
        Predicate<Order> postOnly) {

    /** Validates. */
    public PaperRules {
        Require.that(!latency.isNegative(), "latency must not be negative, was " + latency);
        Objects.requireNonNull(cancelsAhead, "cancelsAhead");
        Require.that(minimumNotional.signum() >= 0, "minimumNotional must not be negative, was " + minimumNotional);
        Objects.requireNonNull(costs, "costs");
        Objects.requireNonNull(borrow, "borrow");
        Objects.requireNonNull(hours, "hours");
        Objects.requireNonNull(postOnly, "postOnly");
    }
}
