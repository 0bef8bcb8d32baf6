package io.mts1b.riskengine.margin;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Money;

/**
 * How much equity positions ask for.
 *
 * @param initial to open them
 * @param maintenance to keep them
 */
public record MarginRequirement(Money initial, Money maintenance) {

    /** Validates. */
    public MarginRequirement {
        Require.that(initial.signum() >= 0, "initial must not be negative, was " + initial);
        Require.that(maintenance.signum() >= 0, "maintenance must not be negative, was " + maintenance);
    }

    /**
     * Returns what equity leaves to open more with.
     *
     * @param equity cash plus positions, shorts counted negative
     * @return equity less initial margin; negative if nothing may be opened
     */
    public Money excess(Money equity) {
        return equity.minus(initial);
    }

    /**
     * Returns what must be paid in, or closed, at once.
     *
     * @param equity cash plus positions, shorts counted negative
     * @return what equity lacks to the maintenance margin; zero if nothing
     */
    public Money call(Money equity) {
        Money lacking = maintenance.minus(equity);
        return lacking.signum() > 0 ? lacking : Money.zero(lacking.currency());
    }

    MarginRequirement plus(MarginRequirement other) {
        return new MarginRequirement(initial.plus(other.initial), maintenance.plus(other.maintenance));
    }
}
