package io.mts1b.platform.messaging;

import io.mts1b.foundation.Require;
import io.mts1b.platform.config.Default;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Objects;
import java.util.Optional;

/**
 * The hours of a day in which only what is urgent is told at once; the rest is told together when they end.
 *
 * <p>They begin and end once a day by the clock on the wall: a time that a change to summer time leaves out is the moment of
 * the change, and of a time that comes twice the first counts.
 *
 * @param zone whose clock
 * @param from when they begin
 * @param to when they end, on the next day if it is not after {@code from}
 * @param upTo the most severe messages that wait, which are not critical
 */
public record QuietHours(
        ZoneId zone,
        LocalTime from,
        LocalTime to,
        @Default("warning") Severity upTo) {

    /** Validates. */
    public QuietHours {
        Objects.requireNonNull(zone, "zone");
        Require.that(!from.equals(to), "from must differ from to, was " + from);
        Require.that(upTo != Severity.CRITICAL, "upTo must be info or warning, was critical");
    }

    /**
     * Says until when messages wait.
     *
     * @param severity how much they matter
     * @param now the time
     * @return the end of the quiet hours that are on; empty if none are, or the message does not wait
     */
    public Optional<Instant> until(Severity severity, Instant now) {
        if (severity.compareTo(upTo) > 0) {
            return Optional.empty();
        }
        LocalDate today = LocalDate.ofInstant(now, zone);
        return Optional.of(today.minusDays(1)).flatMap(day -> end(day, now)).or(() -> end(today, now));
    }

    /** Returns when the hours that begin on a day end, if they are on. */
    private Optional<Instant> end(LocalDate day, Instant now) {
        Instant start = at(day.atTime(from));
        Instant end = at((to.isAfter(from) ? day : day.plusDays(1)).atTime(to));
        return now.isBefore(start) || !now.isBefore(end) ? Optional.empty() : Optional.of(end);
    }

    private Instant at(LocalDateTime local) {
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        return change != null && change.isGap()
                ? change.getInstant()
                : local.atZone(zone).toInstant();
    }
}
