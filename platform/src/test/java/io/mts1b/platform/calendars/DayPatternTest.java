package io.mts1b.platform.calendars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The days of a line, as they are written in a file. */
class DayPatternTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "July 4                                   | 2026 | 2026-07-04",
                "February 29                              | 2024 | 2024-02-29",
                "February 29                              | 2025 | ''",
                "1st Monday of September                  | 2025 | 2025-09-01",
                "4th Thursday of November                 | 2024 | 2024-11-28",
                "4th Thursday of November +1              | 2024 | 2024-11-29",
                "5th Friday of February                   | 2024 | ''",
                "5th Thursday of February                 | 2024 | 2024-02-29",
                "last Monday of May                       | 2027 | 2027-05-31",
                "Monday before May 25                     | 2026 | 2026-05-18", // the 25th is a Monday
                "Monday on or before May 25               | 2026 | 2026-05-25",
                "Friday on or after June 19               | 2026 | 2026-06-19",
                "Friday after June 19                     | 2026 | 2026-06-26",
                "every Friday, since 2026-12-15           | 2026 | 2026-12-18 2026-12-25",
                "Easter                                   | 2024 | 2024-03-31",
                "Easter -2                                | 2024 | 2024-03-29",
                "Easter +39                               | 2024 | 2024-05-09",
                "January 1, Saturday to Friday            | 2028 | 2027-12-31", // moved into the year before
                "July 4, Saturday to Friday, Sunday to Monday | 2026 | 2026-07-03",
                "July 4, Saturday to Friday, Sunday to Monday | 2027 | 2027-07-05",
                "July 4, weekend to Monday                | 2026 | 2026-07-06",
                "December 24, weekend to Friday           | 2023 | 2023-12-22", // a Sunday goes back two days
                "May 25, Monday to Wednesday              | 2026 | 2026-05-27",
                "July 3, on Monday to Thursday            | 2026 | ''", // a Friday
                "July 3, on Monday Friday                 | 2026 | 2026-07-03",
                "July 3, since 2027                       | 2026 | ''",
                "July 3, until 2026-07-02                 | 2026 | ''",
                "July 3, since 2026, until 2026           | 2026 | 2026-07-03",
                "July 3, in 1999 2020-2026                | 2026 | 2026-07-03",
                "July 3, not 1999 2020-2026               | 2026 | ''",
                "2026-01-02 2026-03-04 to 2026-03-06      | 2026 | 2026-01-02 2026-03-04 2026-03-05 2026-03-06",
                "2026-01-02                               | 2025 | ''",
                "Moon feast +1                            | 2026 | 2026-09-26"
            })
    void means(String text, int year, String dates) {
        Map<String, DayPattern.Dates> feasts =
                Map.of("Moon feast", new DayPattern.Dates(List.of(LocalDate.of(2026, 9, 25))));

        assertThat(new DayRuleText(text, feasts)
                        .days()
                        .in(year)
                        .map(LocalDate::toString)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(dates);
    }

    /** From the tables of the Astronomical Applications Department, U.S. Naval Observatory, extremes included. */
    @ParameterizedTest
    @CsvSource({
        "1818-03-22", "1886-04-25", "1900-04-15", "1929-03-31", "1943-04-25", "1954-04-18", "1961-04-02", "1981-04-19",
        "2000-04-23", "2008-03-23", "2011-04-24", "2019-04-21", "2024-03-31", "2027-03-28", "2038-04-25", "2049-04-18"
    })
    void easter_is_on(LocalDate sunday) {
        assertThat(Easter.sunday(sunday.getYear())).isEqualTo(sunday);
    }

    @Test
    void easter_is_always_a_sunday_between_the_22nd_of_march_and_the_25th_of_april() {
        for (int year = 1583; year < 4100; year++) {
            assertThat(Easter.sunday(year).getDayOfWeek()).isEqualTo(DayOfWeek.SUNDAY);
            assertThat(Easter.sunday(year))
                    .isBetween(LocalDate.of(year, Month.MARCH, 22), LocalDate.of(year, Month.APRIL, 25));
        }
    }

    @Test
    void a_day_must_exist_in_its_month() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DayPattern.YearlyDay(Month.APRIL, 31))
                .withMessage("day must be 1 to 30 in APRIL, was 31");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DayPattern.NthWeekday(6, DayOfWeek.MONDAY, Month.MAY))
                .withMessage("n must be 1 to 5 or -1, was 6");
    }
}
