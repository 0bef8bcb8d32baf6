package io.mts1b.riskengine.gates;

import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderState;
import io.mts1b.foundation.symbology.Classification;
import java.math.RoundingMode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The worst case of one instrument without an order and with it, in units of {@code 10^-places}.
 *
 * <p>A fund has one and uses it again for each order, so that trying an order leaves no garbage. What an order that is open
 * already, and is to be replaced, may trade counts for the sums and not for the worst case without it.
 */
final class Trial {

    private final int places;
    private long counted;
    private long countedLeast;
    private long countedMost;
    private long leastBefore;
    private long mostBefore;
    private long leastAfter;
    private long mostAfter;
    private @Nullable Classification groups;
    private Sum sector;
    private Sum country;
    private Sum assetClass;

    Trial(int places) {
        this.places = places;
        sector = new Sum();
        country = sector;
        assetClass = sector;
    }

    /** Takes what the next order that is tried counts towards. */
    void counting(Classification names, Sum ofSector, Sum ofCountry, Sum ofAssetClass) {
        groups = names;
        sector = ofSector;
        country = ofCountry;
        assetClass = ofAssetClass;
    }

    /** Tries an order of what the fund has nothing to do with yet. */
    void begin(Order order, Decimal unit) {
        counted = 0;
        countedLeast = 0;
        countedMost = 0;
        leastBefore = 0;
        mostBefore = 0;
        leastAfter = 0;
        mostAfter = 0;
        move(order, Decimal.ZERO, order.quantity().value(), unit);
    }

    /** Tries an order of what the fund holds or is trading. */
    void begin(Order order, Decimal unit, Line line) {
        counted = line.gross();
        countedLeast = line.least();
        countedMost = line.most();
        leastBefore = countedLeast;
        mostBefore = countedMost;
        leastAfter = countedLeast;
        mostAfter = countedMost;
        OrderState open = line.before(order);
        Decimal end = order.side().sign() > 0 ? line.high() : line.low();
        Decimal own = Line.own(open);
        if (!own.isZero()) {
            end = order.side().sign() > 0 ? end.minus(own) : end.plus(own);
            before(order, end, unit);
        }
        move(order, end, Line.wanted(order, open), unit);
    }

    /** A purchase moves the end of the range that is worth the most, or where a unit is worth less than nothing, the least. */
    private static boolean movesMost(Order order, Decimal unit) {
        return order.side().sign() > 0 == unit.signum() >= 0;
    }

    private void before(Order order, Decimal end, Decimal unit) {
        if (movesMost(order, unit)) {
            mostBefore = most(end, unit);
        } else {
            leastBefore = least(end, unit);
        }
    }

    private void move(Order order, Decimal end, Decimal wanted, Decimal unit) {
        Decimal moved = order.side().sign() > 0 ? end.plus(wanted) : end.minus(wanted);
        if (movesMost(order, unit)) {
            mostAfter = most(moved, unit);
        } else {
            leastAfter = least(moved, unit);
        }
    }

    private long least(Decimal quantity, Decimal unit) {
        return quantity.timesUnscaled(unit, places, RoundingMode.FLOOR);
    }

    private long most(Decimal quantity, Decimal unit) {
        return quantity.timesUnscaled(unit, places, RoundingMode.CEILING);
    }

    Classification groups() {
        return Objects.requireNonNull(groups, "groups");
    }

    /** What the sector of its instrument comes to with the order. */
    long sector() {
        return with(sector.value());
    }

    /** What the country of its instrument comes to with the order. */
    long country() {
        return with(country.value());
    }

    /** What the asset class of its instrument comes to with the order. */
    long assetClass() {
        return with(assetClass.value());
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
