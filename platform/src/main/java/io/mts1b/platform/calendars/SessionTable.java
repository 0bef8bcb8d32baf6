package io.mts1b.platform.calendars;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.time.Session;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Sessions as the rows that {@code mts platform calendar sessions} prints.
 *
 * <p>Usage: {@code SessionTable.json(Calendars.of("XNYS").sessions(from, to))}.
 */
public final class SessionTable {

    private SessionTable() {}

    /**
     * Writes sessions as JSON: an array of {@code {"session","open","close","break_start","break_end"}}, the
     * session as an ISO date, the others as ISO instants in UTC, without a break {@code null}.
     *
     * @param sessions the sessions, each with one break at most
     * @return the array on one line
     * @throws IllegalArgumentException if a session has more than one break, for which a row has no room
     */
    public static String json(List<Session> sessions) {
        return sessions.stream().map(SessionTable::row).collect(Collectors.joining(",", "[", "]"));
    }

    private static String row(Session session) {
        List<Session.Break> breaks = session.breaks();
        Require.that(breaks.size() <= 1, "breaks must be one at most in a row, was " + breaks);
        return "{\"session\":\"" + session.date() + "\",\"open\":\"" + session.open() + "\",\"close\":\""
                + session.close()
                + "\",\"break_start\":"
                + (breaks.isEmpty() ? "null" : '"' + breaks.getFirst().start().toString() + '"')
                + ",\"break_end\":"
                + (breaks.isEmpty() ? "null" : '"' + breaks.getFirst().end().toString() + '"')
                + "}";
    }
}
