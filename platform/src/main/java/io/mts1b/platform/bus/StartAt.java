package io.mts1b.platform.bus;

import io.mts1b.foundation.Require;
import java.time.Instant;
import java.util.Objects;

/** Where in a stream a consumer begins that is new; one that is known goes on where it was. */
public sealed interface StartAt {

    /** With the first event that is kept. */
    record First() implements StartAt {}

    /** With what is published from now on. */
    record Next() implements StartAt {}

    /**
     * With a place in the stream.
     *
     * @param sequence the first event wanted, from 1
     */
    record Sequence(long sequence) implements StartAt {

        /** Validates. */
        public Sequence {
            Require.that(sequence >= 1, "sequence must be at least 1, was " + sequence);
        }
    }

    /**
     * With a time.
     *
     * @param instant events that the stream has kept at this time or later, by its own clock
     */
    record Time(Instant instant) implements StartAt {

        /** Validates. */
        public Time {
            Objects.requireNonNull(instant, "instant");
        }
    }
}
