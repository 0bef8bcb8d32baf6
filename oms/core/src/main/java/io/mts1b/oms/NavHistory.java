package io.mts1b.oms;

import io.mts1b.foundation.funds.NavSnapshot;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.foundation.risk.Denial.LossPeriod;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The values of one fund at the ends of sessions, as far back as losses are measured. */
final class NavHistory {

    private static final int LOSS_PLACES = 9;

    /** A month and the sessions before it; older values are measured by nobody. */
    private static final int KEPT_DAYS = 70;

    private final NavigableMap<LocalDate, NavSnapshot> byDate = new TreeMap<>();

    void add(NavSnapshot nav) {
        byDate.put(nav.asOf(), nav);
        byDate.headMap(nav.asOf().minusDays(KEPT_DAYS)).clear();
    }

    Optional<NavSnapshot> last() {
        return byDate.isEmpty()
                ? Optional.empty()
                : Optional.of(byDate.lastEntry().getValue());
    }

    NavigableMap<LocalDate, NavSnapshot> kept() {
        return byDate;
    }

    /** Returns what was lost since the last value before the period that a session is in. */
    Optional<Rate> loss(LossPeriod period, LocalDate session, Supplier<Money> now) {
        LocalDate start = switch (period) {
            case DAILY -> session;
            case WEEKLY -> session.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTHLY -> session.withDayOfMonth(1);
        };
        return Optional.ofNullable(byDate.lowerEntry(start))
                .map(entry -> entry.getValue().nav())
                .filter(before -> before.signum() > 0)
                .map(before -> new Rate(
                        before.minus(now.get()).amount().dividedBy(before.amount(), LOSS_PLACES, RoundingMode.UP)));
    }
}
