package io.mts1b.portfolio.rebalancing;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.foundation.time.MarketCalendar;
import io.mts1b.platform.calendars.Calendars;
import io.mts1b.portfolio.rebalancing.RebalanceCalendar.Period;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RebalanceCalendarTest {

    private static final MarketCalendar NEW_YORK = Calendars.of("XNYS");

    /** In 2024 the exchange was closed on January 1, January 15, March 29 and on weekends. */
    @ParameterizedTest
    @CsvSource({
        "DAY, false, 2024-01-01, false",
        "DAY, true, 2024-01-02, true",
        "WEEK, false, 2024-01-15, false",
        "WEEK, false, 2024-01-16, true",
        "WEEK, false, 2024-01-17, false",
        "WEEK, true, 2024-03-28, true",
        "WEEK, true, 2024-12-31, false",
        "MONTH, false, 2024-01-02, true",
        "MONTH, false, 2024-01-03, false",
        "MONTH, true, 2024-03-28, true",
        "MONTH, true, 2024-03-27, false",
        "QUARTER, false, 2024-02-01, false",
        "QUARTER, false, 2024-04-01, true",
        "QUARTER, true, 2024-03-28, true",
        "YEAR, false, 2024-01-02, true",
        "YEAR, true, 2024-12-31, true",
        "YEAR, true, 2024-12-30, false"
    })
    void is_due_on_the_first_or_last_session_of_a_period(Period period, boolean last, LocalDate date, boolean due) {
        assertThat(new RebalanceCalendar(period, last).isDue(date, NEW_YORK)).isEqualTo(due);
    }

    /** The first week of 2020 began in 2019. */
    @ParameterizedTest
    @CsvSource({"WEEK, 52, 53", "MONTH, 12, 12", "QUARTER, 4, 4", "YEAR, 1, 1"})
    void is_due_once_a_period(Period period, int firsts, int lasts) {
        assertThat(dueIn2020(new RebalanceCalendar(period, false))).isEqualTo(firsts);
        assertThat(dueIn2020(new RebalanceCalendar(period, true))).isEqualTo(lasts);
    }

    private static long dueIn2020(RebalanceCalendar rule) {
        return LocalDate.of(2020, 1, 1)
                .datesUntil(LocalDate.of(2021, 1, 1))
                .filter(date -> rule.isDue(date, NEW_YORK))
                .count();
    }
}
