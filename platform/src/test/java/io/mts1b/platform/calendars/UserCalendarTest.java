package io.mts1b.platform.calendars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calendars that users write, and what is said of their mistakes. */
class UserCalendarTest {

    private static final String HEAD = """
            calendar DESK Example Capital
            zone Europe/Berlin
            known 2026-01-01 to 2026-12-31
            week Monday to Friday
            source Memo Memo of 3 May 2024
            """;

    private static final String DESK = """
            # The desk of Example Capital: New York without the Friday after Thanksgiving.
            calendar  DESK  Example Capital
            include   XNYS
            known     2024-01-01 to 2027-12-31
            source    Memo  Example Capital, memo of 3 May 2024

            closed
              Desk holiday:  4th Thursday of November +1
              Office moved:  2024-05-17 2024-05-20 [Memo]

            closes 14:00
              Summer:        every Friday, since 2024-07-01, until 2024-08-31
            """;

    @Test
    void extends_a_calendar_of_the_house() {
        TradingCalendar desk = Calendars.parse(DESK);

        assertThat(desk.name()).isEqualTo("DESK");
        assertThat(desk.title()).isEqualTo("Example Capital");
        assertThat(desk.toString()).isEqualTo("DESK 2024-01-01..2027-12-31");
        assertThat(desk.closure(date("2024-05-20"))).map(Closure::reason).contains("Office moved");
        assertThat(desk.closures(date("2024-05-01"), date("2024-05-31")))
                .containsExactly(
                        new Closure(date("2024-05-17"), "Office moved", List.of("Example Capital, memo of 3 May 2024")),
                        new Closure(date("2024-05-20"), "Office moved", List.of("Example Capital, memo of 3 May 2024")),
                        new Closure(date("2024-05-27"), "Memorial Day", List.of()));
        assertThat(desk.closure(date("2024-11-28"))).map(Closure::reason).contains("Thanksgiving Day");
        assertThat(desk.closure(date("2024-11-29"))).map(Closure::reason).contains("Desk holiday");
        assertThat(desk.session(date("2024-07-12")).orElseThrow().close())
                .isEqualTo(Instant.parse("2024-07-12T18:00:00Z"));
        assertThat(desk.session(date("2024-07-03")).orElseThrow().close())
                .isEqualTo(Instant.parse("2024-07-03T17:00:00Z"));
    }

    @Test
    void keeps_its_name_wherever_it_includes() {
        TradingCalendar desk =
                Calendars.parse("include XNYS\ncalendar DESK Example Capital\nknown 2026-01-01 to 2026-12-31\n");

        assertThat(desk.name()).isEqualTo("DESK");
        assertThat(desk.closure(date("2026-07-03"))).isPresent();
    }

    @Test
    void may_trade_on_weekends_open_overnight_and_pause_twice() {
        TradingCalendar desk = Calendars.parse("""
                calendar NIGHT Night market
                zone     Asia/Shanghai
                known    2026-01-01 to 2026-01-31
                week     Sunday
                source   Memo  Memo of 2025
                hours
                  day before 21:00-15:00, break 02:30-09:00, break 11:30-13:30
                open
                  Make-up: 2026-01-10 [Memo]
                opens 09:00
                  Make-up: 2026-01-10 [Memo]
                """);

        assertThat(desk.sessions(date("2026-01-01"), date("2026-01-17")))
                .extracting(each ->
                        each.open() + " " + each.close() + " " + each.breaks().size())
                .containsExactly(
                        "2026-01-03T13:00:00Z 2026-01-04T07:00:00Z 2",
                        "2026-01-10T01:00:00Z 2026-01-10T07:00:00Z 1",
                        "2026-01-10T13:00:00Z 2026-01-11T07:00:00Z 2");
    }

    @Test
    void makes_a_lost_holiday_good_on_the_next_free_day() {
        TradingCalendar desk = Calendars.parse(HEAD + """
                hours
                  09:00-17:00
                closed
                  First:  August 1, weekend to free day
                  Second: August 2, weekend to free day
                  Third:  August 4
                """);

        // The first falls on a Saturday, the second on a Sunday, and the Tuesday is a holiday itself.
        assertThat(desk.closure(date("2026-08-03"))).map(Closure::reason).contains("First");
        assertThat(desk.closure(date("2026-08-04"))).map(Closure::reason).contains("Third");
        assertThat(desk.closure(date("2026-08-05"))).map(Closure::reason).contains("Second");
        assertThat(desk.isSession(date("2026-08-06"))).isTrue();
    }

    @Test
    void names_both_of_two_holidays_on_one_day() {
        TradingCalendar desk = Calendars.parse(HEAD + """
                hours
                  09:00-17:00
                closed
                  Labour Day: May 1
                  Founder:    May 1
                  Founder:    1st Friday of May
                """);

        assertThat(desk.closure(date("2026-05-01"))).map(Closure::reason).contains("Labour Day, Founder");
    }

    @Test
    void tells_what_is_announced_from_what_is_only_computed() {
        assertThat(Calendars.of("XBOM").announcedThrough()).isEqualTo(date("2026-12-31"));
        assertThat(Calendars.of("XBOM").lastDate()).isEqualTo(date("2027-12-31"));
        assertThat(Calendars.of("XNYS").announcedThrough()).isEqualTo(date("2027-12-31"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "holidays            | calendar:6: line must begin with calendar, zone, known, week, source, include, hours, feast, closed, open, closes or opens, was 'holidays'",
                "closed 13:00        | calendar:6: section closed must stand alone on its line, was with 13:00",
                "closes              | calendar:6: must be a time from 00:00 to 24:00, was ''",
                "week Friday to Monday | calendar:6: a run must go forward, was 5 to 1",
                "week Mon            | calendar:6: weekday must be spelled out, was 'Mon'",
                "zone Mars/Phobos    | calendar:6: Unknown time-zone ID: Mars/Phobos",
                "known 2026          | calendar:6: must be <date> to <date>[, announced to <date>], was '2026'",
                "known 2026-02-01 to 2026-01-01 | calendar:6: known must end after its start 2026-02-01, was 2026-01-01",
                "known 1500-01-01 to 2026-01-01 | calendar:6: known must be within 1678 to 2261, was 1500-01-01 to 2026-01-01",
                "known 2026-01-01 to 2026-12-31, announced to 2027-01-01 | calendar:6: announced must be known, to 2026-12-31, was 2027-01-01",
                "source Memo         | calendar:6: must be <label> <text>, was 'Memo'",
                "include XOLD        | calendar:6: include must be one of [",
                "include ../secret   | calendar:6: include must be one of [",
                "\"  May 1: May 1\"    | calendar:6: entry must stand in a section, was 'May 1: May 1'",
                "\"hours\n  9-17\"      | calendar:7: must be a time from 00:00 to 24:00, was '9'",
                "\"hours\n  09:00-24:30\" | calendar:7: time must be 00:00 to 24:00, was 24:30",
                "\"hours\n  09:60-17:00\" | calendar:7: time must be 00:00 to 24:00, was 09:60",
                "\"hours\n  17:00-09:00\" | calendar:7: hours must close after they open",
                "\"hours\n  09:00-17:00, break 08:00-09:30\" | calendar:7: breaks must be in order and within the hours",
                "\"hours\n  09:00\"     | calendar:7: must be [day before ]<time>-<time>[, break <time>-<time>][, until <date>], was '09:00'",
                "\"closed\n  May Day\"  | calendar:7: must be <name>: <days> [<source>], was 'May Day'",
                "\"closed\n  May Day: May 32\" | calendar:7: day must be 1 to 31 in MAY, was 32",
                "\"closed\n  May Day: 6th Monday of May\" | calendar:7: days must be dates, a rule or a feast, was '6th Monday of May'",
                "\"closed\n  May Day: May 1, observed\" | calendar:7: what bends a rule must be since, until, in, not, on or '<weekday> to <weekday>', was 'observed'",
                "\"closed\n  May Day: May 1, in 2030-2020\" | calendar:7: a run must go forward, was 2030 to 2020",
                "\"closed\n  May Day: 2026-05-01\" | calendar:7: dates must name their [source]",
                "\"closed\n  May Day: 2026-05-01 [Law]\" | calendar:7: source must be one of [Memo], was Law",
                "\"closed\n  May Day: 2026-05-32 [Memo]\" | calendar:7: Text '2026-05-32' could not be parsed",
                "\"feast\n  Moon: full [Memo]\" | calendar:7: Text 'full' could not be parsed",
                "\"closed\n  May Day: 2026-05-03 to 2026-05-01 [Memo]\" | calendar:7: a run must go forward, was to 2026-05-01",
                "\"closes 25:00\n  Eve: December 24\" | calendar:6: time must be 00:00 to 24:00, was 25:00",
                "\"#\"                 | calendar: hours must not be empty",
                "\"hours\n  09:00-17:00, until 2026-06-30\" | calendar: hours must reach 2026-12-31",
                "\"hours\n  09:00-17:00\n  10:00-17:00, until 2026-06-30\" | calendar: hours must be in order of their end",
                "\"hours\n  09:00-17:00\ncloses 08:00\n  Eve: December 24\" | DESK must close after it opens, did not on 2026-12-24"
            })
    void refuses(String lines, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Calendars.parse(HEAD + lines))
                .withMessageStartingWith(message);
    }

    @Test
    void refuses_a_file_without_a_zone_and_a_calendar_without_a_session() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Calendars.parse("calendar X\n"))
                .withMessage("calendar: calendar must have a line 'zone'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Calendars.parse(HEAD + "hours\n  09:00-17:00\nclosed\n"
                        + "  Mo: every Monday\n  Tu: every Tuesday\n  We: every Wednesday\n  Th: every Thursday\n"
                        + "  Fr: every Friday\n"))
                .withMessageStartingWith("sessions must not be empty, was DESK");
    }

    @Test
    void refuses_sessions_that_overlap() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Calendars.parse(HEAD + "hours\n  day before 12:00-13:00\n"))
                .withMessage("DESK must not open on 2026-01-02 before it closes on 2026-01-01");
    }

    @Test
    void refuses_to_include_a_file_twice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Calendars.parse("include XNYS\ninclude XNYS\n"))
                .withMessage("calendar:2: include must name a file once, was XNYS again");
    }

    private static LocalDate date(String text) {
        return LocalDate.parse(text);
    }
}
