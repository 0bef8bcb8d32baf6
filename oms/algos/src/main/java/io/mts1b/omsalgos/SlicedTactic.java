package io.mts1b.omsalgos;

import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.OrderType;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What is common to the algos that cut time into slices: a target of what shall be out, of which a child is the part that
 * is not; and children of earlier slices make way where the price has left them.
 */
abstract class SlicedTactic implements Tactic {

    private final List<Duration> starts;
    private final ChildType childType;

    SlicedTactic(List<Duration> starts, ChildType childType) {
        this.starts = starts;
        this.childType = childType;
    }

    /** Returns how much shall be filled or open now, at most what is ordered. */
    abstract Decimal target(Situation situation);

    /** Returns the slice that it is time for, -1 before the first. */
    final int slice(Situation situation) {
        Duration elapsed = situation.elapsed();
        int found = Collections.binarySearch(starts, elapsed);
        // Of slices that start at once, as in a horizon of less than a nanosecond each, the last counts.
        while (found >= 0 && found + 1 < starts.size() && starts.get(found + 1).equals(elapsed)) {
            found++;
        }
        return found >= 0 ? found : -found - 2;
    }

    static Decimal onLots(Decimal quantity, Situation situation) {
        Quantity lot = situation.terms().lot();
        return lot.value().times(quantity.wholeMultiples(lot.value(), RoundingMode.HALF_UP));
    }

    @Override
    public final List<Wish> wishes(Situation situation) {
        Decimal due = target(situation).minus(situation.children().committed().value());
        OrderType price = due.signum() > 0 ? situation.priced(childType) : null;
        return price == null
                ? List.of()
                : List.of(new Wish(situation.parent().instrument(), due, price, situation.resting()));
    }

    @Override
    public final boolean isOutdated(Child child, Situation situation) {
        int slice = slice(situation);
        OrderType price = situation.priced(childType);
        return slice >= 0
                && price != null
                && !child.orderType().equals(price)
                && child.placedAt().isBefore(situation.startedAt().plus(starts.get(slice)));
    }

    @Override
    public final Optional<Instant> wakeAt(Situation situation) {
        int next = slice(situation) + 1;
        return next < starts.size() ? Optional.of(situation.startedAt().plus(starts.get(next))) : Optional.empty();
    }
}
