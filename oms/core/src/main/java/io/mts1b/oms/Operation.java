package io.mts1b.oms;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.ActorId;
import java.time.Instant;
import java.util.Objects;

/**
 * Something an operator wants done that takes many orders and a while.
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
        FLATTEN
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
                kind == Kind.CANCEL_ALL || scope.severity().isPresent(),
                "scope must be a fund, a strategy or everything, which can be halted, was " + scope.title());
    }
}
