package io.mts1b.portfolio.sessions;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.time.MarketCalendar;
import java.time.LocalDate;

/** How long a position is meant to last, in sessions of its market. */
public enum HoldingBucket {
    /** Closed before the session in which it was opened ends. */
    INTRADAY(0),
    /** Closed in the next session. */
    DAILY(1),
    /** Closed within five sessions. */
    WEEKLY(5),
    /** Closed within twenty-one sessions. */
    MONTHLY(21);

    private final int sessions;

    HoldingBucket(int sessions) {
        this.sessions = sessions;
    }

    /**
     * Returns how many sessions later a position is to be closed.
     *
     * @return the number of sessions, 0 for the same one
     */
    public int sessions() {
        return sessions;
    }

    /**
     * Tells whether a position is to be closed today.
     *
     * @param opened the date of the session in which it was opened
     * @param today a date, not before {@code opened}
     * @param calendar when the market trades
     * @return true in the last session it may be held in, and from then on
     * @throws IllegalArgumentException if the dates are out of order or the calendar does not know them
     */
    public boolean isOver(LocalDate opened, LocalDate today, MarketCalendar calendar) {
        Require.that(!today.isBefore(opened), "today must not be before " + opened + ", was " + today);
        // Both ends count as sessions; the one it was opened in is none later.
        return calendar.sessions(opened, today).size() - 1 >= sessions;
    }
}
