package io.mts1b.platform.calendars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.management.ThreadMXBean;
import io.mts1b.foundation.time.Session;
import io.mts1b.testkit.ForAll;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TradingCalendarTest {

    private static final TradingCalendar XNYS = Calendars.of("XNYS");
    private static final TradingCalendar XHKG = Calendars.of("XHKG");
    private static final TradingCalendar CMES = Calendars.of("CMES");

    static List<String> names() {
        return Calendars.names();
    }

    @Test
    void finds_calendars_by_name_in_any_case_and_by_alias() {
        assertThat(Calendars.names()).hasSize(34).isSorted().contains("XNYS", "24-5", "24-7", "XEUR");
        assertThat(Calendars.of("xnys")).isSameAs(XNYS);
        assertThat(Calendars.of("fx")).isSameAs(Calendars.of("24-5")).isSameAs(Calendars.of("24/5"));
        assertThat(Calendars.of("crypto")).isSameAs(Calendars.of("24-7")).isSameAs(Calendars.of("24/7"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Calendars.of("XXXX"))
                .withMessageMatching("calendar must be one of \\[24-5, 24-7, .*], was 'XXXX'");
    }

    @Test
    void steps_from_session_to_session() {
        assertThat(XNYS.next(date("2001-09-10")).date()).isEqualTo(date("2001-09-17"));
        assertThat(XNYS.next(date("2001-09-12")).date()).isEqualTo(date("2001-09-17"));
        assertThat(XNYS.previous(date("2001-09-17")).date()).isEqualTo(date("2001-09-10"));
        assertThat(XNYS.count(date("2001-09-10"), date("2001-09-17"))).isEqualTo(2);
        assertThat(XNYS.count(date("2024-01-01"), date("2024-12-31"))).isEqualTo(252);
        assertThat(XNYS.sessions(date("2001-09-17"), date("2001-09-10"))).isEmpty();
        assertThat(XNYS.count(date("2001-09-17"), date("2001-09-10"))).isZero();
    }

    @Test
    void a_session_lasts_from_its_open_to_before_its_close_breaks_included() {
        assertThat(at(XHKG, "2025-01-27T01:29:59.999999999Z")).isEmpty();
        assertThat(at(XHKG, "2025-01-27T01:30:00Z")).contains(date("2025-01-27"));
        assertThat(at(XHKG, "2025-01-27T04:30:00Z")).contains(date("2025-01-27"));
        assertThat(at(XHKG, "2025-01-27T07:59:59.999999999Z")).contains(date("2025-01-27"));
        assertThat(at(XHKG, "2025-01-27T08:00:00Z")).isEmpty();
        assertThat(at(XHKG, "2025-01-29T02:00:00Z")).isEmpty(); // Lunar New Year
    }

    @Test
    void the_market_does_not_trade_in_its_break() {
        assertThat(XHKG.isOpenAt(nanos("2025-01-27T03:59:59Z"))).isTrue();
        assertThat(XHKG.isOpenAt(nanos("2025-01-27T04:00:00Z"))).isFalse();
        assertThat(XHKG.isOpenAt(nanos("2025-01-27T05:00:00Z"))).isTrue();
        assertThat(XHKG.isOpenAt(nanos("2025-01-28T05:00:00Z"))).isFalse(); // the half-day before Lunar New Year
    }

    @Test
    void a_market_around_the_clock_passes_from_session_to_session() {
        TradingCalendar crypto = Calendars.of("24-7");

        assertThat(at(crypto, "2024-02-28T23:59:59Z")).contains(date("2024-02-28"));
        assertThat(at(crypto, "2024-02-29T00:00:00Z")).contains(date("2024-02-29"));
        assertThat(crypto.isOpenAt(nanos("2024-02-29T00:00:00Z"))).isTrue();
        assertThat(crypto.nextOpen(nanos("2024-02-29T00:00:00Z"))).isEqualTo(nanos("2024-03-01T00:00:00Z"));
        assertThat(crypto.nextClose(nanos("2024-02-28T12:00:00Z"))).isEqualTo(nanos("2024-02-29T00:00:00Z"));
    }

    @Test
    void an_overnight_session_belongs_to_the_day_it_closes_on() {
        assertThat(at(CMES, "2024-07-07T22:00:00Z")).contains(date("2024-07-08")); // Sunday 17:00 in Chicago
        assertThat(at(CMES, "2024-07-06T22:00:00Z")).isEmpty();
    }

    @Test
    void counts_minutes_without_breaks() {
        assertThat(XNYS.minutes(date("2024-07-02"))).hasSize(390);
        assertThat(XNYS.minutes(date("2024-07-03")))
                .hasSize(210)
                .startsWith(Instant.parse("2024-07-03T13:30:00Z"))
                .endsWith(Instant.parse("2024-07-03T16:59:00Z"));
        assertThat(XNYS.minutes(date("2024-07-04"))).isEmpty();
        assertThat(XHKG.minutes(date("2025-01-27")))
                .hasSize(330)
                .contains(Instant.parse("2025-01-27T03:59:00Z"), Instant.parse("2025-01-27T05:00:00Z"))
                .doesNotContain(Instant.parse("2025-01-27T04:00:00Z"), Instant.parse("2025-01-27T04:59:00Z"));
        assertThat(Calendars.of("24-7").minutes(date("2024-02-29"))).hasSize(1440);
    }

    @Test
    void keeps_its_clock_when_the_sun_clock_changes() {
        TradingCalendar london = Calendars.of("XLON");
        TradingCalendar sydney = Calendars.of("XASX");

        assertThat(london.session(date("2024-03-28")).orElseThrow().open()).isEqualTo("2024-03-28T08:00:00Z");
        assertThat(london.session(date("2024-04-02")).orElseThrow().open()).isEqualTo("2024-04-02T07:00:00Z");
        assertThat(sydney.session(date("2024-10-04")).orElseThrow().open()).isEqualTo("2024-10-04T00:00:00Z");
        assertThat(sydney.session(date("2024-10-08")).orElseThrow().open()).isEqualTo("2024-10-07T23:00:00Z");
        assertThat(CMES.session(date("2024-03-11")).orElseThrow().open()).isEqualTo("2024-03-10T22:00:00Z");
        assertThat(CMES.session(date("2024-03-08")).orElseThrow().close()).isEqualTo("2024-03-08T23:00:00Z");
    }

    @Test
    void refuses_what_it_does_not_know() {
        String range = "is outside what XNYS knows, 1928-01-01 to 2027-12-31";

        assertRefused(() -> XNYS.session(date("1927-12-31")), "date 1927-12-31 " + range);
        assertRefused(() -> XNYS.isSession(date("2028-01-01")), "date 2028-01-01 " + range);
        assertRefused(() -> XNYS.sessions(date("2027-12-01"), date("2028-01-01")), "date 2028-01-01 " + range);
        assertRefused(() -> XNYS.count(date("1927-12-31"), date("2028-01-01")), "date 2028-01-01 " + range);
        assertRefused(() -> XNYS.closure(date("2028-01-01")), "date 2028-01-01 " + range);
        assertRefused(() -> XNYS.closures(date("2027-12-01"), date("2028-01-01")), "date 2028-01-01 " + range);
        assertRefused(() -> XNYS.minutes(date("2028-01-01")), "date 2028-01-01 " + range);
        assertRefused(() -> XNYS.next(date("2027-12-31")), "session after 2027-12-31 " + range);
        assertRefused(() -> XNYS.previous(date("1928-01-02")), "session before 1928-01-02 " + range);
        assertRefused(
                () -> XNYS.sessionAt(Instant.parse("2028-01-01T05:00:00Z")), "instant 2028-01-01T05:00:00Z " + range);
        assertRefused(() -> XNYS.sessionAt(Instant.MAX), "instant " + Instant.MAX + " " + range);
        assertRefused(() -> XNYS.sessionAt(Instant.MIN), "instant " + Instant.MIN + " " + range);
        assertRefused(() -> XNYS.isOpenAt(Long.MAX_VALUE), "instant 9223372036854775807 ns " + range);
        assertRefused(() -> XNYS.isOpenAt(Long.MIN_VALUE), "instant -9223372036854775808 ns " + range);
        assertRefused(
                () -> XNYS.nextOpen(nanos("2027-12-31T20:00:00Z")), "search from 1830283200000000000 ns " + range);
        assertThat(XNYS.sessionAt(Instant.parse("2028-01-01T04:59:59Z"))).isEmpty();
        assertThat(XNYS.nextClose(nanos("2027-12-31T20:00:00Z"))).isEqualTo(nanos("2027-12-31T21:00:00Z"));
    }

    @Test
    void refuses_the_evening_on_which_a_session_opens_that_it_does_not_know() {
        assertThat(at(CMES, "2027-12-31T22:59:59Z")).contains(date("2027-12-31"));
        assertRefused(
                () -> CMES.sessionAt(Instant.parse("2027-12-31T23:00:00Z")),
                "instant 2027-12-31T23:00:00Z is outside what CMES knows, 1990-01-01 to 2027-12-31");
    }

    @ParameterizedTest
    @MethodSource("names")
    void sessions_are_in_order_on_their_date_and_in_the_years_asked_for(String name) {
        TradingCalendar calendar = Calendars.of(name);
        List<Session> sessions = calendar.sessions(calendar.firstDate(), calendar.lastDate());

        assertThat(calendar.firstDate()).isBeforeOrEqualTo("2000-01-01");
        assertThat(calendar.lastDate()).isAfterOrEqualTo("2027-12-31");
        for (int i = 0; i < sessions.size(); i++) {
            Session session = sessions.get(i);
            LocalDateTime open = LocalDateTime.ofInstant(session.open(), calendar.zone());
            LocalDateTime close = LocalDateTime.ofInstant(session.close(), calendar.zone());
            assertThat(close)
                    .isAfter(session.date().atStartOfDay())
                    .isBeforeOrEqualTo(session.date().plusDays(1).atStartOfDay());
            assertThat(open)
                    .isAfterOrEqualTo(session.date().minusDays(1).atTime(12, 0))
                    .isBefore(close);
            assertThat(calendar.session(session.date())).contains(session);
            if (i > 0) {
                assertThat(session.date()).isAfter(sessions.get(i - 1).date());
                assertThat(session.open()).isAfterOrEqualTo(sessions.get(i - 1).close());
                assertThat(calendar.previous(session.date())).isEqualTo(sessions.get(i - 1));
                assertThat(calendar.next(sessions.get(i - 1).date())).isEqualTo(session);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void every_day_of_the_week_has_a_session_or_a_reason_and_never_both(String name) {
        TradingCalendar calendar = Calendars.of(name);

        List<LocalDate> closed = calendar.closures(calendar.firstDate(), calendar.lastDate()).stream()
                .map(Closure::date)
                .toList();
        assertThat(closed).allMatch(date -> calendar.closure(date).isPresent());
        calendar.firstDate().datesUntil(calendar.lastDate().plusDays(1)).forEach(date -> {
            boolean isWeekday = date.getDayOfWeek().getValue() <= 5;
            assertThat(calendar.closure(date).isPresent())
                    .as("%s %s", name, date)
                    .isEqualTo(isWeekday && !calendar.isSession(date));
        });
    }

    @ParameterizedTest
    @MethodSource("names")
    void the_compiled_calendar_agrees_with_looking_through_all_sessions(String name) {
        TradingCalendar calendar = Calendars.of(name);

        ForAll.cases(300, random -> {
            LocalDate date = date(calendar, random);
            List<Session> around = calendar.sessions(date.minusDays(20), date.plusDays(20));
            Instant instant = instant(around, date, random);

            assertThat(calendar.sessionAt(instant)).isEqualTo(naiveSessionAt(around, instant));
            assertThat(calendar.isOpenAt(nanos(instant)))
                    .isEqualTo(around.stream().anyMatch(each -> each.isOpenAt(instant)));
            assertThat(calendar.nextOpen(nanos(instant)))
                    .isEqualTo(around.stream()
                            .map(Session::open)
                            .filter(instant::isBefore)
                            .mapToLong(TradingCalendarTest::nanos)
                            .findFirst()
                            .orElseThrow());
            assertThat(calendar.nextClose(nanos(instant)))
                    .isEqualTo(around.stream()
                            .map(Session::close)
                            .filter(instant::isBefore)
                            .mapToLong(TradingCalendarTest::nanos)
                            .findFirst()
                            .orElseThrow());
            assertThat(calendar.count(date.minusDays(20), date.plusDays(20))).isEqualTo(around.size());
        });
    }

    @Test
    void a_lookup_allocates_nothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        LocalDate day = date("2024-07-03");
        Instant instant = Instant.parse("2024-07-03T15:00:00Z");
        long epochNanos = nanos(instant);
        int found = 0;
        long allocated = Long.MAX_VALUE;
        for (int round = 0; round < 20 && allocated > 0; round++) { // the first rounds load classes
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 1_000; i++) {
                found += XHKG.isOpenAt(epochNanos) ? 0 : 1;
                found += XHKG.isSession(day) ? 1 : 0;
                found += XHKG.session(day).isPresent() ? 1 : 0;
                found += XNYS.sessionAt(instant).isPresent() ? 1 : 0;
                found += XNYS.nextOpen(epochNanos) > epochNanos ? 1 : 0;
                found += XNYS.next(day).open().isAfter(XNYS.previous(day).open()) ? 1 : 0;
                found += XNYS.count(day, day);
            }
            allocated = threads.getCurrentThreadAllocatedBytes() - before;
        }

        assertThat(found).isPositive();
        assertThat(allocated).isZero();
    }

    private static Optional<Session> naiveSessionAt(List<Session> sessions, Instant instant) {
        return sessions.stream()
                .filter(each -> !instant.isBefore(each.open()) && instant.isBefore(each.close()))
                .findFirst();
    }

    /** Half of the instants lie on an edge of a session or next to it. */
    private static Instant instant(List<Session> sessions, LocalDate date, RandomGenerator random) {
        Session session = sessions.get(sessions.size() / 2);
        Instant start = session.breaks().isEmpty()
                ? session.open()
                : session.breaks().getFirst().start();
        Instant edge = ForAll.oneOf(random, session.open(), session.close(), start);
        return random.nextBoolean()
                ? edge.plusNanos(random.nextInt(-1, 2))
                : date.atStartOfDay(ZoneOffset.UTC).toInstant().plusSeconds(random.nextInt(86_400));
    }

    private static LocalDate date(TradingCalendar calendar, RandomGenerator random) {
        int days = Math.toIntExact(
                calendar.lastDate().toEpochDay() - calendar.firstDate().toEpochDay());
        return calendar.firstDate().plusDays(random.nextInt(30, days - 30));
    }

    private static Optional<LocalDate> at(TradingCalendar calendar, String instant) {
        return calendar.sessionAt(Instant.parse(instant)).map(Session::date);
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }

    private static long nanos(String instant) {
        return nanos(Instant.parse(instant));
    }

    private static long nanos(Instant instant) {
        return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
    }

    private static LocalDate date(String text) {
        return LocalDate.parse(text);
    }
}
