package io.mts1b.foundation.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * When a market trades.
 *
 * <p>A calendar knows a range of dates and refuses every question outside it: a silent weekday is a
 * wrong answer. Implementations are immutable and thread-safe.
 */
public interface MarketCalendar {

    /**
     * Returns the name.
     *
     * @return an ISO 10383 market identifier such as {@code XNYS}, or the house's name
     */
    String name();

    /**
     * Returns the zone its days are counted in.
     *
     * @return the time zone of the market
     */
    ZoneId zone();

    /**
     * Returns the first date it knows.
     *
     * @return the start of the known range, included
     */
    LocalDate firstDate();

    /**
     * Returns the last date it knows.
     *
     * @return the end of the known range, included
     */
    LocalDate lastDate();

    /**
     * Returns the session of a date.
     *
     * @param date a date in the known range
     * @return the session; empty if the market is closed all day
     * @throws IllegalArgumentException if the date is outside the known range
     */
    Optional<Session> session(LocalDate date);

    /**
     * Returns the sessions of a range of dates.
     *
     * @param from the first date, in the known range
     * @param to the last date, included, in the known range
     * @return the sessions in order; empty if {@code to} is before {@code from}
     * @throws IllegalArgumentException if a date is outside the known range
     */
    List<Session> sessions(LocalDate from, LocalDate to);

    /**
     * Returns the first session after a date.
     *
     * @param date a date in the known range
     * @return the session
     * @throws IllegalArgumentException if the search leaves the known range
     */
    Session next(LocalDate date);

    /**
     * Returns the last session before a date.
     *
     * @param date a date in the known range
     * @return the session
     * @throws IllegalArgumentException if the search leaves the known range
     */
    Session previous(LocalDate date);

    /**
     * Returns the session that an instant falls into.
     *
     * @param instant the instant, on a date in the known range
     * @return the session whose open is not after it and whose close is after it, breaks included
     * @throws IllegalArgumentException if its date is outside the known range
     */
    Optional<Session> sessionAt(Instant instant);

    /**
     * Tells whether a date has a session.
     *
     * @param date a date in the known range
     * @return true if it has
     * @throws IllegalArgumentException if the date is outside the known range
     */
    default boolean isSession(LocalDate date) {
        return session(date).isPresent();
    }
}
