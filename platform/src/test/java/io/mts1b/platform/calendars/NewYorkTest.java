package io.mts1b.platform.calendars;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.foundation.time.Session;
import io.mts1b.testkit.SharedData;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The exchange with the longest history, against what its own list says and against daily series. */
class NewYorkTest {

    private static final TradingCalendar XNYS = Calendars.of("XNYS");

    /** From the exchange's list of special closings, 1885 to 2011, and its notices since. */
    @ParameterizedTest
    @CsvSource({
        "1929-11-01, Backlog after the crash",
        "1929-11-29, Backlog after the crash",
        "1933-03-06, National banking holiday",
        "1933-03-14, National banking holiday",
        "1939-11-23, Thanksgiving Day",
        "1945-08-16, Victory over Japan",
        "1945-12-24, Christmas Eve",
        "1961-05-29, Day before Memorial Day",
        "1963-11-25, Funeral of John F. Kennedy",
        "1968-06-12, Wednesdays of the paperwork crisis",
        "1968-12-18, Wednesdays of the paperwork crisis",
        "1968-11-05, Election Day",
        "1969-02-10, Snow",
        "1969-07-21, First landing on the moon",
        "1977-07-14, New York City blackout",
        "1980-11-04, Election Day",
        "1985-09-27, Hurricane Gloria",
        "2001-09-14, Attack on the World Trade Center",
        "2012-10-29, Hurricane Sandy",
        "2012-10-30, Hurricane Sandy",
        "2018-12-05, Mourning for George H. W. Bush",
        "2021-12-24, Christmas Day",
        "2022-06-20, Juneteenth",
        "2025-01-09, Mourning for Jimmy Carter",
        "2026-07-03, Independence Day",
        "2027-03-26, Good Friday",
        "2027-06-18, Juneteenth",
        "2027-07-05, Independence Day",
        "2027-12-24, Christmas Day"
    })
    void is_closed_and_says_why(LocalDate date, String reason) {
        assertThat(XNYS.session(date)).isEmpty();
        assertThat(XNYS.closure(date)).map(Closure::reason).contains(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "1929-10-29, 10:00-15:00", // Black Tuesday
        "1929-10-31, 12:00-15:00",
        "1929-11-20, 10:00-13:00",
        "1933-07-27, 11:00-14:00",
        "1933-09-13, 10:00-12:00",
        "1952-09-26, 10:00-15:00",
        "1952-09-29, 10:00-15:30",
        "1968-07-03, 10:00-15:30", // a Wednesday that was worked, in a week of two holidays
        "1969-03-03, 10:00-14:00",
        "1974-09-30, 10:00-15:30",
        "1974-10-01, 10:00-16:00",
        "1985-09-30, 09:30-16:00",
        "1987-10-19, 09:30-16:00", // Black Monday
        "1987-10-30, 09:30-14:00",
        "1999-12-31, 09:30-13:00",
        "2010-12-31, 09:30-16:00", // New Year's Day on a Saturday is not made good
        "2013-07-03, 09:30-13:00",
        "2024-07-03, 09:30-13:00",
        "2026-11-27, 09:30-13:00",
        "2026-12-24, 09:30-13:00"
    })
    void opens_and_closes(LocalDate date, String hours) {
        DateTimeFormatter clock =
                DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(XNYS.zone());
        Session session = XNYS.session(date).orElseThrow();

        assertThat(clock.format(session.open()) + "-" + clock.format(session.close()))
                .isEqualTo(hours);
    }

    @Test
    void observes_daylight_saving() {
        assertThat(XNYS.session(LocalDate.of(2024, 3, 8)).orElseThrow().open())
                .isEqualTo(Instant.parse("2024-03-08T14:30:00Z"));
        assertThat(XNYS.session(LocalDate.of(2024, 3, 11)).orElseThrow().open())
                .isEqualTo(Instant.parse("2024-03-11T13:30:00Z"));
    }

    @Tag(SharedData.TAG)
    @Test
    void has_the_dates_of_the_dow_jones_series_from_1928_to_2010() throws IOException {
        assertThat(differences("dji_1928_2010", LocalDate::parse)).isEmpty();
    }

    @Tag(SharedData.TAG)
    @Test
    void has_the_dates_of_the_sp_500_series_from_1990_to_2022() throws IOException {
        DateTimeFormatter american = DateTimeFormatter.ofPattern("M/d/yyyy", Locale.ROOT);

        assertThat(differences("skender_spx_1990_2022", text -> LocalDate.parse(text, american)))
                .isEmpty();
    }

    @Tag(SharedData.TAG)
    @Test
    void has_the_dates_of_twenty_stocks_from_1989_to_2018() throws IOException {
        assertThat(differences("ppo_stock_prices", LocalDate::parse)).isEmpty();
    }

    /** Returns what is in one but not in the other: {@code +} only in the calendar, {@code -} only in the file. */
    private static List<String> differences(String file, Function<String, LocalDate> date) throws IOException {
        SortedSet<LocalDate> rows = Golden.rows("equities_daily/" + file + ".csv.gz").stream()
                .map(row -> date.apply(row.substring(0, row.indexOf(','))))
                .collect(Collectors.toCollection(TreeSet::new));
        SortedSet<LocalDate> sessions = XNYS.sessions(rows.first(), rows.last()).stream()
                .map(Session::date)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(rows).hasSizeGreaterThan(7_000).noneMatch(each -> each.getDayOfWeek() == DayOfWeek.SATURDAY);
        return Stream.concat(
                        sessions.stream().filter(each -> !rows.contains(each)).map(each -> "+" + each),
                        rows.stream().filter(each -> !sessions.contains(each)).map(each -> "-" + each))
                .toList();
    }
}
