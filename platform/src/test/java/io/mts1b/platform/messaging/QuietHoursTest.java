package io.mts1b.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.testkit.ForAll;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {

    private static QuietHours hours(String zone, String from, String to) {
        return new QuietHours(ZoneId.of(zone), LocalTime.parse(from), LocalTime.parse(to), Severity.WARNING);
    }

    @ParameterizedTest
    @CsvSource({
        // An ordinary night, and a siesta.
        "Europe/Berlin, 22:00, 07:00, 2026-11-20T20:59:59Z, ",
        "Europe/Berlin, 22:00, 07:00, 2026-11-20T21:00:00Z, 2026-11-21T06:00:00Z",
        "Europe/Berlin, 22:00, 07:00, 2026-11-21T05:59:59Z, 2026-11-21T06:00:00Z",
        "Europe/Berlin, 22:00, 07:00, 2026-11-21T06:00:00Z, ",
        "Asia/Kathmandu, 13:00, 14:00, 2026-11-20T07:15:00Z, 2026-11-20T08:15:00Z",
        // The nights in which clocks change: 8 hours long, and 10.
        "Europe/Berlin, 22:00, 07:00, 2026-03-28T21:00:00Z, 2026-03-29T05:00:00Z",
        "Europe/Berlin, 22:00, 07:00, 2026-10-24T20:00:00Z, 2026-10-25T06:00:00Z",
        // 02:30 is left out on 29 March, so that quiet ends when clocks go from 02:00 to 03:00.
        "Europe/Berlin, 22:00, 02:30, 2026-03-29T00:59:59Z, 2026-03-29T01:00:00Z",
        "Europe/Berlin, 22:00, 02:30, 2026-03-29T01:00:00Z, ",
        "Europe/Berlin, 02:30, 07:00, 2026-03-29T01:00:00Z, 2026-03-29T05:00:00Z",
        // 02:30 comes twice on 25 October; the first counts, and the second is not quiet again.
        "Europe/Berlin, 22:00, 02:30, 2026-10-25T00:29:59Z, 2026-10-25T00:30:00Z",
        "Europe/Berlin, 22:00, 02:30, 2026-10-25T01:10:00Z, ",
        "America/New_York, 22:00, 07:00, 2026-03-08T06:59:00Z, 2026-03-08T11:00:00Z",
    })
    void they_go_by_the_clock_on_the_wall(String zone, String from, String to, Instant now, Instant end) {
        assertThat(hours(zone, from, to).until(Severity.WARNING, now)).isEqualTo(Optional.ofNullable(end));
        assertThat(hours(zone, from, to).until(Severity.CRITICAL, now)).isEmpty();
    }

    @Test
    void at_their_end_they_have_ended() {
        ForAll.cases(2_000, random -> {
            ZoneId zone = ZoneId.of(ForAll.oneOf(
                    random,
                    "Europe/Berlin",
                    "America/New_York",
                    "Australia/Lord_Howe",
                    "Asia/Kathmandu",
                    "America/Havana"));
            LocalTime from = LocalTime.of(random.nextInt(24), random.nextInt(60));
            LocalTime to = from.plusMinutes(1 + random.nextInt(1_380));
            QuietHours hours = new QuietHours(zone, from, to, Severity.INFO);
            Instant now = Instant.parse("2020-01-01T00:00:00Z").plusSeconds(random.nextInt(300_000_000));
            hours.until(Severity.INFO, now).ifPresent(end -> {
                assertThat(end).isAfter(now).isBefore(now.plus(Duration.ofHours(25)));
                assertThat(hours.until(Severity.INFO, end.minusNanos(1))).contains(end);
                assertThat(hours.until(Severity.INFO, end)).isEmpty();
            });
            assertThat(hours.until(Severity.WARNING, now)).isEmpty();
        });
    }

    @Test
    void what_is_no_such_time_is_refused() {
        assertThatThrownBy(() -> hours("UTC", "07:00", "07:00")).hasMessage("from must differ from to, was 07:00");
        assertThatThrownBy(
                        () -> new QuietHours(ZoneId.of("UTC"), LocalTime.NOON, LocalTime.MIDNIGHT, Severity.CRITICAL))
                .hasMessage("upTo must be info or warning, was critical");
    }
}
