package io.mts1b.platform.health;

import io.mts1b.foundation.Require;

/** What a check says. */
public sealed interface Health {

    /** All is well. */
    record Up() implements Health {}

    /**
     * Something is wrong.
     *
     * @param reason what, for the person who is woken by it; not blank
     */
    record Down(String reason) implements Health {

        /** Validates. */
        public Down {
            Require.that(!reason.isBlank(), "reason must not be blank");
        }
    }

    /**
     * Says that all is well.
     *
     * @return up
     */
    static Health up() {
        return new Up();
    }

    /**
     * Says that something is wrong.
     *
     * @param reason what
     * @return down
     */
    static Health down(String reason) {
        return new Down(reason);
    }

    /**
     * Tells whether all is well.
     *
     * @return true for {@link Up}
     */
    default boolean isUp() {
        return this instanceof Up;
    }
}
