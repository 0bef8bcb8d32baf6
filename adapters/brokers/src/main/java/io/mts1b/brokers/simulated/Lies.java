package io.mts1b.brokers.simulated;

import io.mts1b.foundation.Require;
import java.time.Duration;

/**
 * How badly a line behaves. Probabilities are from 0 to 1 and count for every message by itself.
 *
 * @param losesRequest that what we send never reaches the venue
 * @param losesAnswer that the venue's direct answer does not reach us, and we see a time-out or a server error instead
 * @param losesNews that something the venue tells of itself does not reach us, though the line is up
 * @param doublesNews that it reaches us twice
 * @param latency the shortest way of a message
 * @param jitter how much longer a way may be; more than the time between messages reorders them
 * @param fillsRemembered how far back the venue tells fills again
 */
public record Lies(
        double losesRequest,
        double losesAnswer,
        double losesNews,
        double doublesNews,
        Duration latency,
        Duration jitter,
        Duration fillsRemembered) {

    /** A line that does everything right, in a millisecond. */
    public static final Lies NONE = new Lies(0, 0, 0, 0, Duration.ofMillis(1), Duration.ZERO, Duration.ofDays(365));

    /** Validates. */
    public Lies {
        probability("losesRequest", losesRequest);
        probability("losesAnswer", losesAnswer);
        probability("losesNews", losesNews);
        probability("doublesNews", doublesNews);
        Require.that(latency.isPositive(), "latency must be positive, was " + latency);
        Require.that(!jitter.isNegative(), "jitter must not be negative, was " + jitter);
        Require.that(fillsRemembered.isPositive(), "fillsRemembered must be positive, was " + fillsRemembered);
    }

    private static void probability(String name, double value) {
        Require.that(value >= 0 && value <= 1, name + " must be in [0, 1], was " + value);
    }
}
