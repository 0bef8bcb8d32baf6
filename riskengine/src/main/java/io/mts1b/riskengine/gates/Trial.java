package io.mts1b.riskengine.gates;

import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.symbology.Classification;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * The worst case of one instrument without an order and with it, in units of {@code 10^-places}.
 *
 * @param counted how far from zero the sums of the fund hold it to reach; more than {@code before} if the order is open
 *     already and is to be replaced
 * @param countedLeast the least the sums hold it to be worth
 * @param countedMost the most the sums hold it to be worth
 * @param leastBefore the least without the order
 * @param mostBefore the most without the order
 * @param leastAfter the least with it
 * @param mostAfter the most with it
 * @param groups where it counts
 */
record Trial(
        long counted,
        long countedLeast,
        long countedMost,
        long leastBefore,
        long mostBefore,
        long leastAfter,
        long mostAfter,
        Classification groups) {

    static Trial of(Order order, @Nullable Line line, Decimal unit, int places, Classification groups) {
        boolean buys = order.side().sign() > 0;
        Decimal quantity = order.quantity().value();
        if (line == null) {
            return new Trial(
                    0,
                    0,
                    0,
                    0,
                    0,
                    buys ? 0 : quantity.negated().timesUnscaled(unit, places, RoundingMode.FLOOR),
                    buys ? quantity.timesUnscaled(unit, places, RoundingMode.CEILING) : 0,
                    groups);
        }
        Decimal own = line.own(order);
        long leastBefore = line.least();
        long mostBefore = line.most();
        long leastAfter = leastBefore;
        long mostAfter = mostBefore;
        if (buys) {
            Decimal high = own.isZero() ? line.high() : line.high().minus(own);
            mostBefore = own.isZero() ? mostBefore : high.timesUnscaled(unit, places, RoundingMode.CEILING);
            mostAfter = high.plus(quantity).timesUnscaled(unit, places, RoundingMode.CEILING);
        } else {
            Decimal low = own.isZero() ? line.low() : line.low().plus(own);
            leastBefore = own.isZero() ? leastBefore : low.timesUnscaled(unit, places, RoundingMode.FLOOR);
            leastAfter = low.minus(quantity).timesUnscaled(unit, places, RoundingMode.FLOOR);
        }
        return new Trial(
                line.gross(), line.least(), line.most(), leastBefore, mostBefore, leastAfter, mostAfter, groups);
    }

    /** How far from zero the position may come without the order. */
    long before() {
        return Line.gross(leastBefore, mostBefore);
    }

    /** How far from zero the position may come with it. */
    long after() {
        return Line.gross(leastAfter, mostAfter);
    }

    /** A sum of positions' distances from zero, this one's included, as it is with the order. */
    long with(long sum) {
        return Math.addExact(sum, Math.subtractExact(after(), counted));
    }

    /** How far from zero the sum of all signed positions may come without the order. */
    long netBefore(long least, long most) {
        return Line.gross(
                Math.addExact(least, leastBefore - countedLeast), Math.addExact(most, mostBefore - countedMost));
    }

    /** How far from zero the sum of all signed positions may come with it. */
    long netAfter(long least, long most) {
        return Line.gross(
                Math.addExact(least, leastAfter - countedLeast), Math.addExact(most, mostAfter - countedMost));
    }
}
