package io.mts1b.omsalgos;

import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.TimeInForce;
import io.mts1b.foundation.symbology.InstrumentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What makes an algo different from another: how much it wants to have out now, and where. A wish is cut to what is
 * allowed by {@link AlgoExecution}, so a tactic can break no limit. Confined to one thread.
 */
interface Tactic {

    /** A child that would be good to place now, of a quantity that is positive or else no wish. */
    record Wish(InstrumentId instrument, Decimal quantity, OrderType orderType, TimeInForce timeInForce) {}

    /** Returns what to place now, given all that is out. Asked again after each input, so it must not ask twice. */
    List<Wish> wishes(Situation situation);

    /** Tells whether a child that is open should be canceled, as what follows would be placed otherwise. */
    default boolean isOutdated(Child child, Situation situation) {
        return false;
    }

    /** Told before the parent has another quantity. */
    default void beforeAmendment(Situation situation) {}

    /** Told at the end of a pause. */
    default void afterPause(Situation situation) {}

    /** Returns when time alone changes its wishes. */
    default Optional<Instant> wakeAt(Situation situation) {
        return Optional.empty();
    }
}
