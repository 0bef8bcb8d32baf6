package io.mts1b.omsalgos;

import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.TimeInForce;
import io.mts1b.foundation.symbology.InstrumentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What makes an algo different from another: how much it wants to have out now, and where. A wish is cut to what is
 * allowed by {@link AlgoExecution}, so a tactic can break no limit. Confined to one thread.
 */
interface Tactic {

    /** A child that would be good to place now, of a quantity that is positive or else no wish. */
    record Wish(InstrumentId instrument, Decimal quantity, OrderType orderType, TimeInForce timeInForce) {}

    /** What a tactic remembers; what it does not need is zero. */
    record Form(
            Decimal first,
            Decimal second,
            int slice,
            @Nullable Price price) {

        static final Form NOTHING = new Form(Decimal.ZERO, Decimal.ZERO, -1, null);
    }

    /** Returns what it remembers, beside how it was made. */
    default Form form() {
        return Form.NOTHING;
    }

    /** Takes over what one that was made alike remembered. */
    default void restore(Form form) {}

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
