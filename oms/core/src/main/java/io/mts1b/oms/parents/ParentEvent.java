package io.mts1b.oms.parents;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.omsalgos.AlgoInput;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Something that happened to a parent order. What happens to its children is told as of any order. */
public sealed interface ParentEvent {

    /**
     * Returns which parents.
     *
     * @return their identities; more than one only where algos see the market
     */
    List<OrderId> parents();

    /** It was taken, with an algo; {@code seed} is that of the algo's random numbers. */
    record Taken(AlgoInput.Started start, long seed) implements ParentEvent {

        /** Validates. */
        public Taken {
            Objects.requireNonNull(start, "start");
        }

        @Override
        public List<OrderId> parents() {
            return List.of(start.parent().orderId());
        }
    }

    /** Their algos saw the market or the clock: quotes, trades and ticks, in this order. */
    record Moved(List<OrderId> parents, List<AlgoInput> inputs) implements ParentEvent {

        /** Validates, and copies. */
        public Moved {
            parents = List.copyOf(parents);
            inputs = List.copyOf(inputs);
            for (AlgoInput input : inputs) {
                Require.that(
                        input instanceof AlgoInput.Quoted
                                || input instanceof AlgoInput.Traded
                                || input instanceof AlgoInput.Ticked,
                        "inputs must be quotes, trades and ticks, was " + input);
            }
        }
    }

    /** Somebody wants it amended, paused, resumed or canceled. */
    record Asked(OrderId parent, AlgoInput input, ActorId actor, String reason) implements ParentEvent {

        /** Validates. */
        public Asked {
            Objects.requireNonNull(parent, "parent");
            Require.that(
                    input instanceof AlgoInput.Amended
                            || input instanceof AlgoInput.Paused
                            || input instanceof AlgoInput.Resumed
                            || input instanceof AlgoInput.CancelRequested,
                    "input must be an amendment, a pause, its end or a cancel, was " + input);
            Objects.requireNonNull(actor, "actor");
            Require.that(!reason.isBlank(), "reason must not be blank");
            Require.note("reason", reason, 500);
        }

        @Override
        public List<OrderId> parents() {
            return List.of(parent);
        }
    }

    /** A child that its algo wished for was not made and never will be. */
    record Withdrawn(OrderId parent, int child, String reason, Instant at) implements ParentEvent {

        /** Validates. */
        public Withdrawn {
            Objects.requireNonNull(parent, "parent");
            Require.that(child >= 1, "child must be at least 1, was " + child);
            Require.note("reason", reason, 500);
            Objects.requireNonNull(at, "at");
        }

        @Override
        public List<OrderId> parents() {
            return List.of(parent);
        }
    }
}
