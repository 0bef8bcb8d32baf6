package io.mts1b.oms.running;

import io.mts1b.foundation.events.Subject;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.orders.Order;
import io.mts1b.platform.bus.Call;
import io.mts1b.platform.bus.Topic;
import io.mts1b.riskengine.gates.CroAnswer;
import java.time.Instant;
import java.util.Objects;

/**
 * What the chief risk officer is asked over the bus. It is told once; after a restart of oms again.
 *
 * @param order what passed all other gates, and waits
 * @param until when an answer is no longer of use
 */
public record VetoQuestion(Order order, Instant until) {

    /** Where it is asked. */
    public static final Topic<VetoQuestion> TOPIC =
            new Topic<>(Subject.parse("mts.v1.riskengine.vetoes.requested"), VetoQuestion.class);

    /** Where it is answered. */
    public static final Call<Reply, Taken> CALL =
            new Call<>(Subject.parse("mts.v1.oms.vetoes.answered"), Reply.class, Taken.class);

    /** Validates. */
    public VetoQuestion {
        Objects.requireNonNull(order, "order");
        Objects.requireNonNull(until, "until");
    }

    /**
     * What the officer says.
     *
     * @param order of which order
     * @param answer whether it should not go, how sure that is, and why
     */
    public record Reply(OrderId order, CroAnswer answer) {

        /** Validates. */
        public Reply {
            Objects.requireNonNull(order, "order");
            Objects.requireNonNull(answer, "answer");
        }
    }

    /**
     * What became of an answer.
     *
     * @param counts false if none was waited for any more; it is in the log only if it counts
     */
    public record Taken(boolean counts) {}
}
