package io.mts1b.foundation.orders;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.IdempotencyKey;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.ids.StrategyId;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.symbology.InstrumentId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What somebody wants to trade. It never changes; what happens to it is an {@link OrderState}.
 *
 * @param orderId our identity of it
 * @param idempotencyKey what makes two submissions the same wish
 * @param fund whose money
 * @param strategy what decided
 * @param instrument what to trade
 * @param side what it does to the position
 * @param quantity how much, positive
 * @param type at which prices
 * @param timeInForce how long it waits
 * @param broker through whom
 * @param actor who asked
 * @param thesis why, in words; may be empty
 * @param links how it depends on other orders; mostly empty
 * @param createdAt when it was wished for
 */
@Value.Builder
public record Order(
        OrderId orderId,
        IdempotencyKey idempotencyKey,
        FundId fund,
        StrategyId strategy,
        InstrumentId instrument,
        Side side,
        Quantity quantity,
        OrderType type,
        TimeInForce timeInForce,
        BrokerId broker,
        ActorId actor,
        String thesis,
        List<OrderLink> links,
        Instant createdAt) {

    /** Validates, and copies. */
    public Order {
        Objects.requireNonNull(orderId, "orderId");
        Objects.requireNonNull(idempotencyKey, "idempotencyKey");
        Objects.requireNonNull(fund, "fund");
        Objects.requireNonNull(strategy, "strategy");
        Objects.requireNonNull(instrument, "instrument");
        Objects.requireNonNull(side, "side");
        Require.that(!quantity.isZero(), "quantity must be positive, was 0");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(timeInForce, "timeInForce");
        Objects.requireNonNull(broker, "broker");
        Objects.requireNonNull(actor, "actor");
        Require.note("thesis", thesis, 4_000);
        links = List.copyOf(links);
        if (!links.isEmpty()) {
            requireLinks(orderId, links);
        }
        Objects.requireNonNull(createdAt, "createdAt");
    }

    /**
     * Starts an order.
     *
     * @return a builder without defaults but an empty thesis and no links
     */
    public static OrderBuilder builder() {
        return new OrderBuilder().thesis("");
    }

    /**
     * Returns the same wish for another quantity at other prices.
     *
     * @param newQuantity how much, positive
     * @param newType at which prices
     * @return the order, this one if nothing is other
     */
    public Order amended(Quantity newQuantity, OrderType newType) {
        return newQuantity.equals(quantity) && newType.equals(type)
                ? this
                : new Order(
                        orderId,
                        idempotencyKey,
                        fund,
                        strategy,
                        instrument,
                        side,
                        newQuantity,
                        newType,
                        timeInForce,
                        broker,
                        actor,
                        thesis,
                        links,
                        createdAt);
    }

    private static void requireLinks(OrderId orderId, List<OrderLink> links) {
        for (OrderLink link : links) {
            Require.that(!link.other().equals(orderId), "links must not point to the order itself, was " + link);
        }
        Require.that(
                links.stream().filter(OrderLink.ChildOf.class::isInstance).count() <= 1,
                "links must name at most one parent, was " + links);
    }

    /**
     * Returns the order this one is a slice of.
     *
     * @return the parent; empty if it is not a slice
     */
    public Optional<OrderId> parent() {
        return links.stream()
                .filter(OrderLink.ChildOf.class::isInstance)
                .map(OrderLink::other)
                .findFirst();
    }

    /**
     * Tells whether a fill of one of two orders takes the other back, so that only one of them is meant to trade.
     *
     * @param other another order
     * @return true if either says that it cancels with the other, or both are exits of one bracket
     */
    public boolean excludes(Order other) {
        return links.contains(new OrderLink.CancelsWith(other.orderId))
                || other.links.contains(new OrderLink.CancelsWith(orderId))
                || entry().filter(entry -> other.entry().filter(entry::equals).isPresent())
                        .isPresent();
    }

    private Optional<OrderId> entry() {
        return links.stream()
                .filter(OrderLink.BracketExit.class::isInstance)
                .map(OrderLink::other)
                .findFirst();
    }
}
