package io.mts1b.oms;

import java.time.Instant;

/**
 * What was asked of an order at its venue.
 *
 * @param submittedAt when it was sent
 * @param askedAt when the last thing was asked that the venue answers
 * @param revision how often it was asked to be replaced
 * @param confirmed the last of these that the venue took
 * @param canceling whether it was asked to be canceled, and the venue has not said no
 */
record Intent(Instant submittedAt, Instant askedAt, int revision, int confirmed, boolean canceling) {

    static Intent submitted(Instant at) {
        return new Intent(at, at, 0, 0, false);
    }

    Intent asked(Instant at) {
        return new Intent(submittedAt, at, revision, confirmed, canceling);
    }

    Intent canceling(Instant at) {
        return new Intent(submittedAt, at, revision, confirmed, true);
    }

    Intent kept() {
        return canceling ? new Intent(submittedAt, askedAt, revision, confirmed, false) : this;
    }

    Intent replacing(Instant at) {
        return new Intent(submittedAt, at, revision + 1, confirmed, canceling);
    }

    Intent replaced() {
        return new Intent(submittedAt, askedAt, revision, revision, canceling);
    }
}
