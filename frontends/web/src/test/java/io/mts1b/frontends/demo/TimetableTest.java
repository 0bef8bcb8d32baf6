package io.mts1b.frontends.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.foundation.time.Session;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimetableTest {

    private static final String AUTO = RunPlan.Request.AUTO;

    private static List<LocalDate> dates(String... dates) {
        return Stream.of(dates).map(LocalDate::parse).toList();
    }

    private static List<LocalDate> weekdays(String from, String to) {
        return LocalDate.parse(from)
                .datesUntil(LocalDate.parse(to))
                .filter(date -> date.getDayOfWeek().getValue() <= 5)
                .toList();
    }

    @Test
    void takes_the_exchange_where_it_fits() {
        Timetable timetable = Timetable.of(AUTO, dates("2024-07-02", "2024-07-03", "2024-07-05"));

        assertThat(timetable.calendar().name()).isEqualTo("XNYS");
        assertThat(timetable.sessions()).extracting(Session::date).hasToString("[2024-07-02, 2024-07-03, 2024-07-05]");
        assertThat(timetable.dropped()).isEmpty();
    }

    /** Weekdays of a year: nine holidays among 261 are more than one in a hundred. */
    @Test
    void takes_every_day_where_the_exchange_does_not_fit() {
        Timetable timetable = Timetable.of(AUTO, weekdays("2023-01-01", "2024-01-01"));

        assertThat(timetable.calendar().name()).isEqualTo("24-7");
        assertThat(timetable.sessions()).hasSize(260);
    }

    @Test
    void drops_and_remembers_a_date_that_is_no_session() {
        List<LocalDate> dates = weekdays("2024-04-01", "2024-08-01");

        Timetable timetable = Timetable.of("XNYS", dates);

        assertThat(timetable.dropped()).isEqualTo(dates("2024-05-27", "2024-06-19", "2024-07-04"));
        assertThat(timetable.sessions()).hasSize(dates.size() - 3);
    }

    @Test
    void refuses_a_calendar_of_which_the_dates_are_not() {
        assertThatThrownBy(() -> Timetable.of("XNYS", dates("2024-07-06", "2024-07-07", "2024-07-08")))
                .isInstanceOf(RefusedRunException.class)
                .hasMessageContaining("no session on 2 of the 3 dates, the first being 2024-07-06")
                .hasMessageContaining("--calendar");
    }

    @Test
    void refuses_dates_beyond_what_the_calendar_knows() {
        assertThatThrownBy(() -> Timetable.of("XTKS", dates("1901-01-07", "2024-07-08")))
                .isInstanceOf(RefusedRunException.class)
                .hasMessageContaining("1901-01-07 to 2024-07-08 are beyond what calendar XTKS knows");
        assertThatThrownBy(() -> Timetable.of("NOWHERE", dates("2024-07-08")))
                .isInstanceOf(RefusedRunException.class)
                .hasMessageContaining("--calendar must be one of")
                .hasMessageContaining("NOWHERE");
    }

    /** 28 June 2024 was a Friday and the last session; that July is over cannot be seen from the 30th. */
    @Test
    void a_month_ends_with_its_last_session_that_has_a_bar() {
        Timetable timetable =
                Timetable.of("XNYS", dates("2024-06-03", "2024-06-27", "2024-06-28", "2024-07-01", "2024-07-30"));

        assertThat(timetable.monthEnds()).containsExactlyElementsOf(dates("2024-06-28"));
    }

    @Test
    void a_month_whose_last_session_has_no_bar_ends_with_the_bar_before() {
        Timetable timetable = Timetable.of("XNYS", dates("2024-06-03", "2024-06-26", "2024-07-01"));

        assertThat(timetable.monthEnds()).containsExactlyElementsOf(dates("2024-06-26"));
    }
}
