package io.mts1b.portfolio.discrete;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Decimal;
import java.util.List;
import java.util.Objects;

/** What became of weights that were to be held in whole lots. */
public sealed interface DiscreteAllocation {

    /**
     * The quantities to hold.
     *
     * @param quantities one per asset, in the order given, whole lots, negative for short
     * @param leftover the cash that no long position took, zero or more
     * @param shortProceeds what selling short brings in, zero or more
     * @param deviation how far this is from the wish: the distances of the positions' values from the values wanted,
     *     and the money that no position took, added up over the long and the short side
     * @param optimal whether no other whole lots are nearer by more than a cent in a million of the cash; a greedy
     *     allocation claims nothing
     */
    record Allocated(
            List<Decimal> quantities, Decimal leftover, Decimal shortProceeds, double deviation, boolean optimal)
            implements DiscreteAllocation {

        /** Validates, and copies. */
        public Allocated {
            quantities = List.copyOf(quantities);
            Require.that(leftover.signum() >= 0, "leftover must not be negative, was " + leftover);
            Require.that(shortProceeds.signum() >= 0, "shortProceeds must not be negative, was " + shortProceeds);
        }
    }

    /**
     * The weights cannot be held.
     *
     * @param reason why, for programs
     * @param detail why, for people: what must be, and what was
     */
    record Refused(Reason reason, String detail) implements DiscreteAllocation {

        /** Validates. */
        public Refused {
            Objects.requireNonNull(reason, "reason");
            Require.that(!detail.isEmpty(), "detail must not be empty");
        }
    }

    /** Why weights cannot be held. */
    enum Reason {
        /** There is nothing to buy with. */
        CASH_NOT_POSITIVE,
        /** A price is zero or below, so that no quantity has the value wanted. */
        PRICE_NOT_POSITIVE,
        /** A lot costs so little beside the cash that they cannot be counted in one unit to six digits. */
        PRICE_TOO_SMALL,
        /** The long positions wanted cost more than there is to pay with. */
        LONGS_ABOVE_CASH
    }
}
