package io.mts1b.oms;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.ids.OrderId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Something that happened to an operation. */
public sealed interface OperationEvent {

    /**
     * Returns which operation.
     *
     * @return its identity
     */
    String id();

    /** An operator began it. What may trade within reach is to be taken back. */
    record Begun(Operation operation) implements OperationEvent {

        /** Validates. */
        public Begun {
            Objects.requireNonNull(operation, "operation");
        }

        @Override
        public String id() {
            return operation.id();
        }
    }

    /** It is about to make an order, which only reduces a position and may pass the halt. */
    record Ordered(String id, OrderId order) implements OperationEvent {

        /** Validates. */
        public Ordered {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(order, "order");
        }
    }

    /** An operator wants it to stop: what it ordered is taken back, and nothing more is ordered. */
    record CalledOff(String id, ActorId actor, String reason, Instant at) implements OperationEvent {

        /** Validates. */
        public CalledOff {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(actor, "actor");
            Require.that(!reason.isBlank(), "reason must not be blank");
            Require.note("reason", reason, 500);
            Objects.requireNonNull(at, "at");
        }
    }

    /** It is done, or as far as it will come. */
    record Ended(String id, List<Leftover> left, Instant at) implements OperationEvent {

        /** Validates, and copies. */
        public Ended {
            Objects.requireNonNull(id, "id");
            left = List.copyOf(left);
            Objects.requireNonNull(at, "at");
        }
    }
}
