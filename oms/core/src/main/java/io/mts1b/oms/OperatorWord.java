package io.mts1b.oms;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.ids.StrategyId;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.orders.Fill;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.symbology.InstrumentId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an operator says of a difference that the venue's word does not end. It ends it. */
public sealed interface OperatorWord {

    /**
     * Returns where the difference is.
     *
     * @return the broker
     */
    BrokerId broker();

    /**
     * Returns which difference.
     *
     * @return its {@link Difference#key}
     */
    String key();

    /**
     * Returns who says it, why and when.
     *
     * @return the voice
     */
    Voice voice();

    /**
     * Who says something, why and when.
     *
     * @param actor who
     * @param reason why, in words
     * @param at when
     */
    record Voice(ActorId actor, String reason, Instant at) {

        /** Validates. */
        public Voice {
            Objects.requireNonNull(actor, "actor");
            Require.that(!reason.isBlank(), "reason must not be blank");
            Require.note("reason", reason, 500);
            Objects.requireNonNull(at, "at");
        }
    }

    /** It is ours: a fund and a strategy take a fill, or what makes the positions equal, at a price. */
    record Booked(BrokerId broker, String key, FundId fund, StrategyId strategy, Fill fill, Voice voice)
            implements OperatorWord {

        /** Validates. */
        public Booked {
            require(broker, key, voice);
            Objects.requireNonNull(fund, "fund");
            Objects.requireNonNull(strategy, "strategy");
            Objects.requireNonNull(fill, "fill");
        }
    }

    /** The order is ours: it stands at the venue under these names, and is as if we had sent it. */
    record Adopted(
            BrokerId broker,
            String key,
            Order order,
            String venueOrderId,
            @Nullable String clientOrderId,
            Voice voice) implements OperatorWord {

        /** Validates. */
        public Adopted {
            require(broker, key, voice);
            Objects.requireNonNull(order, "order");
            Require.visible("venueOrderId", venueOrderId, 128);
        }
    }

    /** It is not ours: so much of what the venue holds is somebody else's, and belongs to no fund. */
    record Disowned(BrokerId broker, String key, InstrumentId instrument, Decimal quantity, Voice voice)
            implements OperatorWord {

        /** Validates. */
        public Disowned {
            require(broker, key, voice);
            Objects.requireNonNull(instrument, "instrument");
            Objects.requireNonNull(quantity, "quantity");
        }
    }

    /** The order that the venue took and no longer knows, or contradicts, is dead. */
    record DeclaredDead(BrokerId broker, String key, OrderId order, Voice voice) implements OperatorWord {

        /** Validates. */
        public DeclaredDead {
            require(broker, key, voice);
            Objects.requireNonNull(order, "order");
        }
    }

    private static void require(BrokerId broker, String key, Voice voice) {
        Objects.requireNonNull(broker, "broker");
        Require.note("key", key, 1_000);
        Objects.requireNonNull(voice, "voice");
    }
}
