package io.mts1b.platform.calendars;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.testkit.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The holiday lists of QuantLib's tests, where they are about markets that have a calendar here. */
@Tag(SharedData.TAG)
class QuantLibHolidaysTest {

    private static final Pattern DATE = Pattern.compile("\"(\\d{4}-\\d\\d-\\d\\d)\"");

    @Test
    void eurex() throws IOException {
        assertThat(missed("XEUR", "testGermanyEurex")).isEmpty();
        assertThat(extra("XEUR", "testGermanyEurex", 2003, 2004)).isEmpty();
    }

    /** QuantLib lets Xetra trade on New Year's Eve; the exchange was closed, as on every 31 December since 1990. */
    @Test
    void xetra() throws IOException {
        assertThat(missed("XETR", "testGermanyXetra")).isEmpty();
        assertThat(extra("XETR", "testGermanyXetra", 2003, 2004))
                .containsExactly(date("2003-12-31"), date("2004-12-31"));
    }

    @Test
    void italy() throws IOException {
        assertThat(missed("XMIL", "testItalyExchange")).isEmpty();
        assertThat(extra("XMIL", "testItalyExchange", 2002, 2004)).isEmpty();
    }

    /** The banks' holidays; the exchange keeps those of its city too, and the end of the year. */
    @Test
    void brazil() throws IOException {
        assertThat(missed("BVMF", "testBrazil")).isEmpty();
        assertThat(extra("BVMF", "testBrazil", 2005, 2006))
                .containsExactly(
                        date("2005-01-25"),
                        date("2005-12-30"),
                        date("2006-01-25"),
                        date("2006-11-20"),
                        date("2006-12-29"));
    }

    /** London's metal exchange kept the holidays of its stock exchange. */
    @Test
    void london() throws IOException {
        assertThat(missed("XLON", "testUKMetals")).isEmpty();
        assertThat(extra("XLON", "testUKMetals", 2004, 2007)).isEmpty();
    }

    /**
     * QuantLib takes every Wednesday from June to December 1968 for closed. The exchange worked on those of 3 July
     * and 27 November, in whose weeks it was closed on another day: the Dow Jones averages have values.
     */
    @Test
    void new_york() throws IOException {
        assertThat(missed("XNYS", "testUSNewYorkStockExchange"))
                .containsExactly(date("1968-07-03"), date("1968-11-27"));
        assertThat(extra("XNYS", "testUSNewYorkStockExchange", 2004, 2006)).isEmpty();
    }

    private static Stream<LocalDate> missedByUs(String name, List<LocalDate> holidays) {
        return holidays.stream()
                .filter(date -> date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
                .filter(Calendars.of(name)::isSession);
    }

    private static List<LocalDate> missed(String name, String test) throws IOException {
        return missedByUs(name, holidays(test)).toList();
    }

    private static List<LocalDate> extra(String name, String test, int firstYear, int lastYear) throws IOException {
        List<LocalDate> holidays = holidays(test);
        return LocalDate.of(firstYear, 1, 1)
                .datesUntil(LocalDate.of(lastYear + 1, 1, 1))
                .filter(date -> date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
                .filter(date -> !Calendars.of(name).isSession(date) && !holidays.contains(date))
                .toList();
    }

    private static List<LocalDate> holidays(String test) throws IOException {
        String json = Files.readString(SharedData.path("calendars/quantlib_calendar_tests.json"));
        String entry = json.substring(json.indexOf('"' + test + '"'));
        String list = entry.substring(entry.indexOf("expected_holidays"), entry.indexOf("other_dates_in_test"));
        List<LocalDate> dates = DATE.matcher(list)
                .results()
                .map(MatchResult::group)
                .map(QuantLibHolidaysTest::unquoted)
                .toList();
        assertThat(dates).hasSizeGreaterThan(10);
        return dates;
    }

    private static LocalDate unquoted(String quoted) {
        return date(quoted.substring(1, quoted.length() - 1));
    }

    private static LocalDate date(String text) {
        return LocalDate.parse(text);
    }
}
