package io.mts1b.riskengine.stops;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.IdempotencyKey;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.orders.TimeInForce;
import io.mts1b.foundation.positions.Position;
import io.mts1b.foundation.risk.RiskEnvelope;
import io.mts1b.foundation.symbology.InstrumentId;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Watches positions, and closes one whose price has passed its stop.
 *
 * <p>The stop is a share away from the average opening price. It is sticky: once it was passed, the position is closed
 * whatever the price does then, and the order to do so is given once. A position that was closed, or that has turned to the
 * other side, is a new one with a new stop. Mutable, and confined to one thread; the same calls give the same orders.
 */
public final class SyntheticStops {

    private static final int PRICE_PLACES = 8;

    /** What is held, and on which side it was when its stop was passed. */
    private record Held(FundId fund, InstrumentId instrument) implements Comparable<Held> {

        @Override
        public int compareTo(Held other) {
            int byFund = fund.compareTo(other.fund);
            return byFund != 0 ? byFund : instrument.compareTo(other.instrument);
        }
    }

    private final StopDesk desk;
    private final SortedMap<Held, Integer> passed = new TreeMap<>();

    /**
     * Makes a watcher that has seen nothing.
     *
     * @param desk in whose name positions are closed
     */
    public SyntheticStops(StopDesk desk) {
        this.desk = Objects.requireNonNull(desk, "desk");
    }

    /**
     * Returns where the stop of a position is.
     *
     * @param limits the limits of its fund
     * @param position the position
     * @return its stop; empty if the limits want none, or nothing is held
     */
    public static Optional<Price> stop(RiskEnvelope limits, Position position) {
        Price average = position.averagePrice();
        if (!limits.enableSyntheticStop() || average == null) {
            return Optional.empty();
        }
        Decimal away = limits.syntheticStop().value();
        Decimal share = position.quantity().signum() > 0 ? Decimal.ONE.minus(away) : Decimal.ONE.plus(away);
        return Optional.of(new Price(average.value().times(share, PRICE_PLACES, RoundingMode.HALF_EVEN)));
    }

    /**
     * Looks at a position at its last price.
     *
     * @param limits the limits of its fund
     * @param position the position, valued at the last price
     * @param closing how much of it open orders are closing already, zero or more
     * @param at the time of the look
     * @return the order that closes the rest; empty if the stop was not passed, or was passed before
     */
    public Optional<Order> watch(RiskEnvelope limits, Position position, Quantity closing, Instant at) {
        Require.that(
                limits.fund().equals(position.fund()),
                "limits must be those of " + position.fund() + ", were those of " + limits.fund());
        Held held = new Held(position.fund(), position.instrument());
        int side = position.quantity().signum();
        Integer before = passed.get(held);
        if (before != null && before != side) {
            passed.remove(held);
            before = null;
        }
        Optional<Price> stop = stop(limits, position);
        if (before != null || stop.isEmpty() || !isPassed(position, stop.get())) {
            return Optional.empty();
        }
        passed.put(held, side);
        Decimal rest = position.quantity().abs().minus(closing.value());
        return rest.signum() <= 0 ? Optional.empty() : Optional.of(exit(position, new Quantity(rest), stop.get(), at));
    }

    private static boolean isPassed(Position position, Price stop) {
        int beyond = position.lastPrice().compareTo(stop);
        return position.quantity().signum() > 0 ? beyond <= 0 : beyond >= 0;
    }

    private Order exit(Position position, Quantity quantity, Price stop, Instant at) {
        String name = "stop-"
                + UUID.nameUUIDFromBytes(
                        (position.fund() + " " + position.instrument() + " " + at).getBytes(StandardCharsets.UTF_8));
        return Order.builder()
                .orderId(new OrderId(name))
                .idempotencyKey(new IdempotencyKey(name))
                .fund(position.fund())
                .strategy(desk.strategy())
                .instrument(position.instrument())
                .side(position.quantity().signum() > 0 ? Side.SELL : Side.COVER)
                .quantity(quantity)
                .type(new OrderType.Market())
                .timeInForce(TimeInForce.DAY)
                .broker(desk.broker())
                .actor(desk.actor())
                .thesis("the price " + position.lastPrice() + " passed the stop at " + stop)
                .createdAt(at)
                .build();
    }
}
