package io.mts1b.foundation.funds;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.numbers.Money;
import java.time.LocalDate;
import java.util.Objects;

/**
 * What a fund is worth at the end of a day.
 *
 * @param fund whose
 * @param asOf the day
 * @param nav the net asset value: cash plus positions
 * @param cash the cash, negative if borrowed
 * @param positionsValue the positions at the day's prices, shorts counted negative
 * @param realizedPnl what closed lots gained since inception, fees aside
 * @param fees all fees paid since inception
 */
public record NavSnapshot(
        FundId fund, LocalDate asOf, Money nav, Money cash, Money positionsValue, Money realizedPnl, Money fees) {

    /** Validates. */
    public NavSnapshot {
        Objects.requireNonNull(fund, "fund");
        Objects.requireNonNull(asOf, "asOf");
        Objects.requireNonNull(realizedPnl, "realizedPnl");
        Objects.requireNonNull(fees, "fees");
        Money sum = cash.plus(positionsValue);
        Require.that(nav.equals(sum), "nav must be cash plus positions " + sum + ", was " + nav);
    }
}
