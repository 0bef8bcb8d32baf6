package io.mts1b.platform.calendars;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole years as the exchanges or the governments published them, weekends left out. */
class PublishedHolidaysTest {

    @ParameterizedTest
    @CsvSource({
        // Irish Stock Exchange, holidays 2016
        "XDUB, 2016, 01-01 03-25 03-28 05-02 06-06 12-26 12-27",
        // Euronext, press release of 18 October 2018, "2019 holiday calendar for its cash and derivatives markets"
        "XAMS, 2019, 01-01 04-19 04-22 05-01 12-25 12-26",
        "XBRU, 2019, 01-01 04-19 04-22 05-01 12-25 12-26",
        "XDUB, 2019, 01-01 04-19 04-22 05-01 12-25 12-26",
        "XPAR, 2019, 01-01 04-19 04-22 05-01 12-25 12-26",
        // Borsa Italiana, press release of 3 December 2007 and trading calendars of 2023, 2024 and 2025
        "XMIL, 2008, 01-01 03-21 03-24 05-01 08-15 12-24 12-25 12-26 12-31",
        "XMIL, 2023, 04-07 04-10 05-01 08-15 12-25 12-26",
        "XMIL, 2024, 01-01 03-29 04-01 05-01 08-15 12-24 12-25 12-26 12-31",
        "XMIL, 2025, 01-01 04-18 04-21 05-01 08-15 12-24 12-25 12-26 12-31",
        // Vienna Stock Exchange, nine exchange holidays of 2019
        "XWBO, 2019, 01-01 04-19 04-22 05-01 06-10 12-24 12-25 12-26 12-31",
        // Warsaw Stock Exchange, resolutions 593/2021 and 753/2025
        "XWAR, 2022, 01-06 04-15 04-18 05-03 06-16 08-15 11-01 11-11 12-26",
        "XWAR, 2026, 01-01 01-06 04-03 04-06 05-01 06-04 11-11 12-24 12-25 12-31",
        // Nordic trading calendars of 2024
        "XCSE, 2024, 01-01 03-28 03-29 04-01 05-09 05-10 05-20 06-05 12-24 12-25 12-26 12-31",
        "XOSL, 2024, 01-01 03-28 03-29 04-01 05-01 05-09 05-17 05-20 12-24 12-25 12-26 12-31",
        "XSTO, 2024, 01-01 03-29 04-01 05-01 05-09 06-06 06-21 12-24 12-25 12-26 12-31",
        "XHEL, 2024, 01-01 03-29 04-01 05-01 05-09 06-21 12-06 12-24 12-25 12-26 12-31",
        // SIX Swiss Exchange, trading calendar 2023
        "XSWX, 2023, 01-02 04-07 04-10 05-01 05-18 05-29 08-01 12-25 12-26",
        // Xetra, trading calendars of 2021 and 2024
        "XFRA, 2021, 01-01 04-02 04-05 05-24 12-24 12-31",
        "XETR, 2024, 01-01 03-29 04-01 05-01 12-24 12-25 12-26 12-31",
        // Government of Hong Kong, general holidays for 2026
        "XHKG, 2026, 01-01 02-17 02-18 02-19 04-03 04-06 04-07 05-01 05-25 06-19 07-01 10-01 10-19 12-25",
        // Ministry of Manpower of Singapore, public holidays 2024 and 2027
        "XSES, 2024, 01-01 02-12 03-29 04-10 05-01 05-22 06-17 08-09 10-31 12-25",
        "XSES, 2027, 01-01 02-08 03-10 03-26 05-17 05-20 08-09 10-28",
        // Government of South Africa, public holidays 2023 and 2024
        "XJSE, 2023, 01-02 03-21 04-07 04-10 04-27 05-01 06-16 08-09 09-25 12-15 12-25 12-26",
        "XJSE, 2024, 01-01 03-21 03-29 04-01 05-01 05-29 06-17 08-09 09-24 12-16 12-25 12-26",
        // NZX, trading calendar 2024
        "XNZE, 2024, 01-01 01-02 02-06 03-29 04-01 04-25 06-03 06-28 10-28 12-25 12-26",
        // Bolsa Mexicana de Valores, holiday schedule 2024
        "XMEX, 2024, 01-01 02-05 03-18 03-28 03-29 05-01 09-16 10-01 11-18 12-12 12-25",
        // B3, trading calendars of 2022 and 2024
        "BVMF, 2022, 02-28 03-01 04-15 04-21 06-16 09-07 10-12 11-02 11-15 12-30",
        "BVMF, 2024, 01-01 02-12 02-13 03-29 05-01 05-30 11-15 11-20 12-24 12-25 12-31",
        // Cboe Futures Exchange, holiday calendar 2023; Good Friday also where Christmas falls on a Friday
        "XCBF, 2023, 01-02 01-16 02-20 04-07 05-29 06-19 07-04 09-04 11-23 12-25",
        "XCBF, 2020, 01-01 01-20 02-17 04-10 05-25 07-03 09-07 11-26 12-25",
        // ICE Futures U.S., exchange notice on the holidays of 2016
        "IEPA, 2016, 01-01 03-25 12-26",
        // Nasdaq, holiday schedule 2025
        "XNAS, 2025, 01-01 01-09 01-20 02-17 04-18 05-26 06-19 07-04 09-01 11-27 12-25"
    })
    void is_closed_on_these_days_of_the_year_and_on_no_other(String name, int year, String days) {
        TradingCalendar calendar = Calendars.of(name);

        String closed = LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(date -> date.getDayOfWeek().getValue() <= 5 && !calendar.isSession(date))
                .map(date -> date.toString().substring(5))
                .collect(Collectors.joining(" "));

        assertThat(closed).isEqualTo(days);
    }

    @ParameterizedTest
    @CsvSource({
        "XDUB, 2016-12-23, 08:00-12:28", // Irish Stock Exchange, half days 2016
        "XDUB, 2016-12-30, 08:00-12:28",
        "XDUB, 2018-03-01, 08:00-12:28", // storm Emma
        "XAMS, 2019-12-24, 09:00-14:05", // Euronext, 2019 holiday calendar
        "XBRU, 2019-12-31, 09:00-14:05",
        "XOSL, 2024-03-27, 09:00-13:00", // Nordic trading calendars of 2024
        "XOSL, 2024-03-26, 09:00-16:20",
        "XSTO, 2024-01-05, 09:00-13:00",
        "XSTO, 2024-03-28, 09:00-13:00",
        "XSTO, 2024-04-30, 09:00-13:00",
        "XSTO, 2024-05-08, 09:00-13:00",
        "XSTO, 2024-11-01, 09:00-13:00",
        "XWBO, 2017-12-29, 09:00-14:15", // Vienna Stock Exchange, last trading day
        "XFRA, 2023-12-29, 09:00-14:00", // Frankfurt Stock Exchange, notice on the last trading day of 2023
        "XNZE, 2024-12-24, 10:00-12:45", // NZX, trading hours
        "XNZE, 2024-12-31, 10:00-12:45",
        "XCBF, 2023-11-24, 08:30-12:15", // Cboe Futures Exchange
        "BVMF, 2024-02-14, 13:00-18:00", // B3, Ash Wednesday
        "BVMF, 2019-11-01, 10:00-17:00",
        "IEPA, 2016-07-04, 20:00-13:00", // ICE Futures U.S., opens on the evening before
        "XJSE, 2024-12-24, 09:00-17:00",
        "XSWX, 2024-12-23, 09:00-17:30",
        "XHEL, 2024-12-23, 10:00-18:30",
        "XCSE, 2024-12-23, 09:00-17:00",
        "XWAR, 2024-12-23, 09:00-17:00",
        "XMIL, 2024-12-23, 09:00-17:30",
        "XMEX, 2024-12-24, 08:30-15:00",
        "XSES, 2024-12-24, 09:00-17:00",
        "XEUR, 2024-12-30, 09:00-17:30"
    })
    void opens_and_closes_at(String name, LocalDate date, String hours) {
        TradingCalendar calendar = Calendars.of(name);

        String actual = calendar.session(date).stream()
                .map(session -> time(session.open().atZone(calendar.zone())) + "-"
                        + time(session.close().atZone(calendar.zone())))
                .collect(Collectors.joining());

        assertThat(actual).isEqualTo(hours);
    }

    private static String time(ZonedDateTime at) {
        return at.toLocalTime().toString();
    }
}
