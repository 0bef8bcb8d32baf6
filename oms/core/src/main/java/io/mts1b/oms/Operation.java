package io.mts1b.oms;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.ActorId;
import java.time.Instant;
import java.util.Objects;

/**
 * Something an operator wants done, or a stop, that takes many orders and a while.
 *
 * @param id its identity, given by who asks, so that asking again is not asking twice
 * @param kind what
 * @param scope how far it reaches
 * @param reason why, in words
 * @param actor who wants it
 * @param at when it was asked for
 * @param until when whatever is left is left, and told; after {@code at}
 */
public record Operation(String id, Kind kind, Scope scope, String reason, ActorId actor, Instant at, Instant until) {

    /** What is done. */
    public enum Kind {
        /** Every order within reach that may still trade is taken back. */
        CANCEL_ALL,
        /** That, and then every position within reach is closed. The scope is halted. */
        FLATTEN,
        /** A position that has passed its stop is closed, after its orders were taken back. Only prices begin it. */
        STOP
    }

    /** Validates. */
    public Operation {
        Require.token("operation", id, 40);
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(scope, "scope");
        Require.that(!reason.isBlank(), "reason must not be blank");
        Require.note("reason", reason, 500);
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(at, "at");
        Require.that(until.isAfter(at), "until must be after " + at + ", was " + until);
        Require.that(
                kind != Kind.FLATTEN || scope.severity().isPresent(),
                "scope must be a fund, a strategy or everything, which can be halted, was " + scope.title());
        Require.that(
                kind != Kind.STOP || scope instanceof Scope.OfPosition,
                "scope must be a position, which has a stop, was " + scope.title());
    }
}
