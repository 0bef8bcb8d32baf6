package io.mts1b.riskengine.gates;

import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderState;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.symbology.Classification;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * What a fund holds of one instrument and may still trade of it, and the worst that is worth either way.
 *
 * <p>Worth is counted in units of {@code 10^-places}, the least rounded down and the most rounded up, so that no limit is
 * met by rounding.
 */
final class Line {

    private final int places;
    private final SequencedMap<OrderId, OrderState> orders = new LinkedHashMap<>();
    private final Map<Side, Decimal> open = new EnumMap<>(Side.class);
    private Decimal held = Decimal.ZERO;
    private Decimal low = Decimal.ZERO;
    private Decimal high = Decimal.ZERO;
    private @Nullable Decimal unit;
    private long least;
    private long most;
    private boolean known = true;

    /** Where it counts; null until it is first valued. */
    private @Nullable Groups groups;

    /** The groups of an instrument, and the sums it counts in. */
    record Groups(Classification names, Sum sector, Sum country, Sum assetClass) {}

    Line(int places) {
        this.places = places;
    }

    void hold(Decimal quantity) {
        held = quantity;
    }

    /** Takes a changed order; tells whether that may change what the line is worth. */
    boolean put(OrderState state, boolean isOpen) {
        OrderId id = state.order().orderId();
        Side side = state.order().side();
        OrderState before = isOpen ? orders.put(id, state) : orders.remove(id);
        Decimal now = isOpen ? state.remaining().value() : Decimal.ZERO;
        Decimal then = before == null ? Decimal.ZERO : before.remaining().value();
        if (!now.equals(then)) {
            open.put(side, open(side).minus(then).plus(now));
        }
        return isOpen != (before != null) || !now.equals(then);
    }

    /** Values the line at what one unit is worth; null if nobody knows, which matters only while there is something. */
    void value(@Nullable Decimal price, Groups counted) {
        groups = counted;
        unit = price;
        weigh();
    }

    /** Values the line again after positions or orders changed. */
    void weigh() {
        Decimal price = unit;
        least = 0;
        most = 0;
        try {
            low = held.minus(open(Side.SELL)).minus(open(Side.SHORT));
            high = held.plus(open(Side.BUY)).plus(open(Side.COVER));
            known = price != null || !involved();
            if (price != null) {
                // Below zero, to hold more is worth less.
                boolean negative = price.signum() < 0;
                long floor = (negative ? high : low).timesUnscaled(price, places, RoundingMode.FLOOR);
                long ceiling = (negative ? low : high).timesUnscaled(price, places, RoundingMode.CEILING);
                gross(floor, ceiling);
                least = floor;
                most = ceiling;
            }
        } catch (ArithmeticException e) {
            // Beyond what can be counted is as good as not known: nothing may be added to it.
            known = false;
        }
    }

    /** Returns what is left of the other orders of its side that end when the order trades. */
    Decimal excluded(Order order) {
        Decimal sum = Decimal.ZERO;
        for (OrderState other : orders.values()) {
            boolean same = other.order().orderId().equals(order.orderId());
            if (!same && other.order().side() == order.side() && order.excludes(other.order())) {
                sum = sum.plus(other.remaining().value());
            }
        }
        return sum;
    }

    boolean involved() {
        return !held.isZero() || !orders.isEmpty();
    }

    /** Tells whether the worth is known. */
    boolean known() {
        return known;
    }

    @Nullable Groups groups() {
        return groups;
    }

    @Nullable Decimal unit() {
        return unit;
    }

    Decimal held() {
        return held;
    }

    Decimal low() {
        return low;
    }

    Decimal high() {
        return high;
    }

    long least() {
        return least;
    }

    long most() {
        return most;
    }

    long gross() {
        return gross(least, most);
    }

    /**
     * Returns how far from zero a range reaches.
     *
     * @throws ArithmeticException if that does not fit in 64 bits
     */
    static long gross(long least, long most) {
        return Math.max(Math.absExact(least), Math.absExact(most));
    }

    Decimal open(Side side) {
        Decimal sum = open.get(side);
        return sum == null ? Decimal.ZERO : sum;
    }

    /** Returns where an order stands that is to be replaced, and is open already; null if it is new. */
    @Nullable OrderState before(Order order) {
        return orders.isEmpty() ? null : orders.get(order.orderId());
    }

    /** Returns what an order itself may still trade already. */
    static Decimal own(@Nullable OrderState before) {
        return before == null ? Decimal.ZERO : before.remaining().value();
    }

    /** Returns what an order wants beyond what it has traded already. */
    static Decimal wanted(Order order, @Nullable OrderState before) {
        Decimal quantity = order.quantity().value();
        return before == null || before.filled().isZero()
                ? quantity
                : order.quantity().compareTo(before.filled()) <= 0
                        ? Decimal.ZERO
                        : quantity.minus(before.filled().value());
    }

    int count() {
        return orders.size();
    }

    /** Returns the open orders, in the order in which they came to be that. */
    Collection<OrderState> orders() {
        return orders.values();
    }
}
