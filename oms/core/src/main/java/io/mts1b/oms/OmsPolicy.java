package io.mts1b.oms;

import io.mts1b.foundation.Require;
import java.time.Duration;

/**
 * How long the order management system waits for venues, and how often it asks them.
 *
 * @param answerWithin after how long a question or a command without an answer counts as unanswered
 * @param settleAfter after how long an order that was sent is surely known to the venue or lost on the way to it;
 *     only then does the venue's word that it knows no such order end it
 * @param askEvery how long to wait before asking again about an order in doubt
 * @param compareEvery how often orders, fills and positions are compared with a venue whose line is up
 * @param overlap how far before the last known fill fills are asked for again
 * @param approvalHolds how long an order is still wanted that was approved and did not reach its venue, such as over a
 *     restart
 * @param pricesHold how old a price may be on which a stop is passed, where the limits of the fund name no age
 */
public record OmsPolicy(
        Duration answerWithin,
        Duration settleAfter,
        Duration askEvery,
        Duration compareEvery,
        Duration overlap,
        Duration approvalHolds,
        Duration pricesHold) {

    /** What becomes of the orders when the process stops. */
    public enum Stop {
        /** They are taken back. */
        CANCEL_ORDERS,
        /** They rest at their venues, and are looked for again after the next start. */
        KEEP_ORDERS
    }

    /** Five seconds for an answer, half a minute to settle, two seconds between questions, a minute between rounds. */
    public static final OmsPolicy STANDARD = new OmsPolicy(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofSeconds(2),
            Duration.ofMinutes(1),
            Duration.ofHours(1),
            Duration.ofMinutes(1),
            Duration.ofMinutes(1));

    /** Validates. */
    public OmsPolicy {
        positive("answerWithin", answerWithin);
        positive("settleAfter", settleAfter);
        positive("askEvery", askEvery);
        positive("compareEvery", compareEvery);
        positive("approvalHolds", approvalHolds);
        positive("pricesHold", pricesHold);
        Require.that(!overlap.isNegative(), "overlap must not be negative, was " + overlap);
    }

    private static void positive(String name, Duration duration) {
        Require.that(duration.isPositive(), name + " must be positive, was " + duration);
    }
}
