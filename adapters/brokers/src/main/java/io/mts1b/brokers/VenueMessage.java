package io.mts1b.brokers;

import io.mts1b.foundation.Require;
import java.time.Instant;
import java.util.Objects;

/**
 * What a venue, or the line to it, says.
 *
 * <p>The set is closed: what happened to an order, what was answered to a question, and what became of the line.
 */
public sealed interface VenueMessage
        permits OrderReport, VenueAnswer, VenueMessage.LineUp, VenueMessage.LineDown, VenueMessage.Unreadable {

    /** The longest reason that is kept; a venue's longer text is cut at its edge. */
    int MAX_REASON = 1_000;

    /**
     * Makes a text that others wrote fit to be a reason.
     *
     * @param text whatever somebody wrote
     * @return it, without control characters, cut at the limit
     */
    static String reason(String text) {
        StringBuilder plain = new StringBuilder();
        // A code point beyond the first plane takes two characters.
        text.codePoints()
                .limit(MAX_REASON / 2)
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    /**
     * Returns when it was said.
     *
     * @return the time by the clock of whoever said it
     */
    Instant at();

    /** The line is up: from now on the venue tells what happens to orders. What happened before, it may not have. */
    record LineUp(Instant at) implements VenueMessage {

        /** Validates. */
        public LineUp {
            Objects.requireNonNull(at, "at");
        }
    }

    /** The line is down: what happens now will not be told. */
    record LineDown(Instant at, String reason) implements VenueMessage {

        /** Validates. */
        public LineDown {
            Objects.requireNonNull(at, "at");
            Require.note("reason", reason, MAX_REASON);
        }
    }

    /** Something came that could not be read. It may have been about anything, so everything is looked at again. */
    record Unreadable(Instant at, String reason) implements VenueMessage {

        /** Validates. */
        public Unreadable {
            Objects.requireNonNull(at, "at");
            Require.note("reason", reason, MAX_REASON);
        }
    }
}
