package io.mts1b.portfolio.rebalancing;

import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.symbology.InstrumentId;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** Plans the trades between two sets of positions. */
public final class Rebalance {

    private Rebalance() {}

    /**
     * Plans the trades.
     *
     * <p>A position that changes sign takes two trades, one that closes and one that opens. All closing
     * trades come before all opening ones, so that cash is freed before it is spent; within each, in the
     * order of instruments.
     *
     * @param held the signed quantities now
     * @param wanted the signed quantities wanted; an instrument of {@code held} that is missing here stays
     *     as it is, and is closed by a wish for zero
     * @return the trades, none of them of quantity zero
     */
    public static List<PlannedTrade> plan(
            SortedMap<InstrumentId, Decimal> held, SortedMap<InstrumentId, Decimal> wanted) {
        List<PlannedTrade> closing = new ArrayList<>();
        List<PlannedTrade> opening = new ArrayList<>();
        wanted.forEach((instrument, target) -> {
            Decimal now = held.getOrDefault(instrument, Decimal.ZERO);
            Decimal kept = target.signum() == now.signum() ? smaller(now, target) : Decimal.ZERO;
            add(closing, instrument, now.signum() > 0 ? Side.SELL : Side.COVER, now.minus(kept));
            add(opening, instrument, target.signum() > 0 ? Side.BUY : Side.SHORT, target.minus(kept));
        });
        closing.addAll(opening);
        return List.copyOf(closing);
    }

    private static Decimal smaller(Decimal a, Decimal b) {
        return a.abs().compareTo(b.abs()) <= 0 ? a : b;
    }

    private static void add(List<PlannedTrade> trades, InstrumentId instrument, Side side, Decimal signed) {
        if (!signed.isZero()) {
            trades.add(new PlannedTrade(instrument, side, new Quantity(signed.abs())));
        }
    }
}
