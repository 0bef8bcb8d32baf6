package io.mts1b.platform.calendars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mts1b.foundation.time.Session;
import io.mts1b.testkit.ForAll;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static final TradingCalendar XNYS = Calendars.of("XNYS");

    @Test
    void month_end_is_the_last_session() {
        assertThat(Schedule.monthEnd().dates(XNYS, date("2024-01-01"), date("2024-06-30")))
                .containsExactly(
                        date("2024-01-31"),
                        date("2024-02-29"),
                        date("2024-03-28"), // Good Friday is the 29th
                        date("2024-04-30"),
                        date("2024-05-31"),
                        date("2024-06-28"));
    }

    @Test
    void month_end_does_not_depend_on_where_the_range_ends() {
        assertThat(Schedule.monthEnd().dates(XNYS, date("2010-01-15"), date("2010-02-12")))
                .containsExactly(date("2010-01-29"));
        assertThat(Schedule.monthEnd().dates(XNYS, date("2010-01-29"), date("2010-02-26")))
                .containsExactly(date("2010-01-29"), date("2010-02-26"));
    }

    @Test
    void weekly_falls_back_to_the_day_before_a_holiday_and_else_on_the_day_after() {
        assertThat(Schedule.weekly(DayOfWeek.FRIDAY).dates(XNYS, date("2024-03-18"), date("2024-04-07")))
                .containsExactly(date("2024-03-22"), date("2024-03-28"), date("2024-04-05"));
        assertThat(Schedule.weekly(DayOfWeek.MONDAY).dates(XNYS, date("2024-05-20"), date("2024-06-02")))
                .containsExactly(date("2024-05-20"), date("2024-05-28")); // the 27th is Memorial Day
    }

    @Test
    void a_week_without_a_session_has_none() {
        assertThat(Schedule.weekly(DayOfWeek.TUESDAY).dates(XNYS, date("1933-03-01"), date("1933-03-21")))
                .containsExactly(date("1933-03-15"), date("1933-03-21")); // the banking holiday ate the week of the 6th
    }

    @Test
    void nth_business_day_counts_from_both_ends() {
        assertThat(Schedule.nthBusinessDay(3).dates(XNYS, date("2024-01-01"), date("2024-02-29")))
                .containsExactly(date("2024-01-04"), date("2024-02-05"));
        assertThat(Schedule.nthBusinessDay(-2).dates(XNYS, date("2024-01-01"), date("2024-02-29")))
                .containsExactly(date("2024-01-30"), date("2024-02-28"));
    }

    @Test
    void a_short_month_has_no_nth_business_day() {
        assertThat(Schedule.nthBusinessDay(23).dates(XNYS, date("2024-01-01"), date("2024-05-31")))
                .isEmpty();
        assertThat(Schedule.nthBusinessDay(22).dates(XNYS, date("2024-04-01"), date("2024-05-31")))
                .containsExactly(date("2024-04-30"), date("2024-05-31"));
    }

    @Test
    void refuses_a_month_that_is_known_in_part() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Schedule.monthEnd().dates(XNYS, date("2027-12-01"), date("2028-01-03")))
                .withMessage("date 2028-01-01 is outside what XNYS knows, 1928-01-01 to 2027-12-31");
    }

    @Test
    void refuses_a_day_that_no_month_has() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Schedule.nthBusinessDay(0))
                .withMessage("n must be 1 to 31 or -31 to -1, was 0");
    }

    @Test
    void agrees_with_grouping_all_sessions() {
        ForAll.cases(200, random -> {
            LocalDate from = date("1928-01-02").plusDays(random.nextInt(30_000));
            LocalDate to = from.plusDays(random.nextInt(2_000));
            TreeMap<YearMonth, LocalDate> months = new TreeMap<>();
            TreeMap<Integer, LocalDate> weeks = new TreeMap<>();
            for (Session session : XNYS.sessions(from.minusDays(31), to.plusDays(31))) {
                months.put(YearMonth.from(session.date()), session.date());
                weeks.put(
                        session.date().get(IsoFields.WEEK_BASED_YEAR) * 100
                                + session.date().get(IsoFields.WEEK_OF_WEEK_BASED_YEAR),
                        session.date());
            }

            assertThat(Schedule.monthEnd().dates(XNYS, from, to)).isEqualTo(within(months, from, to));
            assertThat(Schedule.weekly(DayOfWeek.SUNDAY).dates(XNYS, from, to)).isEqualTo(within(weeks, from, to));
            assertThat(Schedule.monthEnd().dates(XNYS, from, to))
                    .hasSizeBetween(
                            (int) ChronoUnit.MONTHS.between(from, to), (int) ChronoUnit.MONTHS.between(from, to) + 1);
        });
    }

    private static List<LocalDate> within(SortedMap<?, LocalDate> last, LocalDate from, LocalDate to) {
        return last.values().stream()
                .filter(each -> !each.isBefore(from) && !each.isAfter(to))
                .toList();
    }

    private static LocalDate date(String text) {
        return LocalDate.parse(text);
    }
}
