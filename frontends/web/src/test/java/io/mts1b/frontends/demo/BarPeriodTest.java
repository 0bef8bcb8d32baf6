package io.mts1b.frontends.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BarPeriodTest {

    private static final LocalDate MONDAY = LocalDate.of(2024, 1, 1);

    private static List<LocalDate> every(int days, int count) {
        return Stream.iterate(MONDAY, date -> date.plusDays(days)).limit(count).toList();
    }

    @Test
    void is_what_most_dates_are_apart() {
        List<LocalDate> weekdays = every(1, 100).stream()
                .filter(date -> date.getDayOfWeek().getValue() <= 5)
                .toList();
        assertThat(BarPeriod.of(weekdays)).isEqualTo(BarPeriod.DAILY);
        assertThat(BarPeriod.of(every(1, 100))).isEqualTo(BarPeriod.DAILY_ALL_WEEK);
        assertThat(BarPeriod.of(every(7, 100))).isEqualTo(BarPeriod.WEEKLY);
        assertThat(BarPeriod.of(every(30, 100))).isEqualTo(BarPeriod.MONTHLY);
    }

    @Test
    void is_daily_where_there_is_but_one_date() {
        assertThat(BarPeriod.of(List.of(MONDAY))).isEqualTo(BarPeriod.DAILY);
    }

    @Test
    void a_single_gap_does_not_change_it() {
        List<LocalDate> dates = Stream.concat(every(7, 50).stream(), Stream.of(MONDAY.plusYears(3)))
                .toList();

        assertThat(BarPeriod.of(dates)).isEqualTo(BarPeriod.WEEKLY);
    }

    @Test
    void its_windows_are_a_year_and_a_quarter_of_bars() {
        assertThat(BarPeriod.DAILY.allocationWindow()).isEqualTo(252);
        assertThat(BarPeriod.DAILY.volatilityWindow()).isEqualTo(63);
        assertThat(BarPeriod.MONTHLY.allocationWindow()).isEqualTo(24);
        assertThat(BarPeriod.MONTHLY.volatilityWindow()).isEqualTo(12);
        assertThat(BarPeriod.WEEKLY.periodsPerYear().count()).isEqualTo(52);
        assertThat(BarPeriod.DAILY_ALL_WEEK.periodsPerYear().count()).isEqualTo(365);
    }
}
