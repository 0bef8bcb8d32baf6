package io.mts1b.reportslibrary.run;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Decimal;
import java.time.LocalDate;
import java.util.Objects;

/**
 * What the fund was worth after one session, in its currency.
 *
 * @param session the date of the session
 * @param nav the net asset value
 * @param cash the part of it in cash, negative if borrowed
 * @param positionsValue the part of it in positions at the prices of the session, shorts counted negative
 */
public record EquityRow(LocalDate session, Decimal nav, Decimal cash, Decimal positionsValue) {

    /** Validates. */
    public EquityRow {
        Objects.requireNonNull(session, "session");
        Decimal sum = cash.plus(positionsValue);
        Require.that(nav.equals(sum), "nav must be cash plus positions " + sum + ", was " + nav);
    }
}
