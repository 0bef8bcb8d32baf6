package io.mts1b.quantkit.odds;

import io.mts1b.foundation.Require;

/**
 * How far the prices of event contracts stray from parity: contracts on all outcomes of an event, each of which pays one
 * if its outcome happens, pay one together whatever happens, so they are worth one together. Yes and no are two outcomes.
 *
 * <p>The edges are {@code 1 - sum of (ask + fee)} for buying one contract of each outcome and holding them to the end, and
 * {@code sum of (bid - fee) - 1} for selling one of each. At most one of them is positive while no bid is above its ask;
 * a positive one is won for certain. Reference: J. Wolfers and E. Zitzewitz, "Prediction Markets", Journal of Economic
 * Perspectives 18(2), 2004, 107-126.
 *
 * @param buying what buying one contract of each outcome wins, negative if it loses
 * @param selling what selling one contract of each outcome wins, negative if it loses
 */
public record Parity(double buying, double selling) {

    /** Validates. */
    public Parity {
        Require.that(
                Double.isFinite(buying) && Double.isFinite(selling),
                "edges must be finite, were " + buying + " and " + selling);
    }

    /**
     * Measures it.
     *
     * @param bids the best bid for each outcome, as a fraction of what the contract pays, in [0, 1]; 0 for none
     * @param asks the best ask of each outcome, as many, in [0, 1] and at least the bid; 1 for none
     * @param fee what a trade of one contract costs, as a fraction of what it pays, not negative
     * @return the edges
     * @throws IllegalArgumentException if there are fewer than 2 outcomes, or a number is out of range
     */
    public static Parity of(double[] bids, double[] asks, double fee) {
        Require.that(bids.length >= 2, "bids must be for at least 2 outcomes, were for " + bids.length);
        Require.that(
                asks.length == bids.length, "asks must be of " + bids.length + " outcomes, were of " + asks.length);
        Require.that(fee >= 0 && fee < Double.POSITIVE_INFINITY, "fee must not be negative, was " + fee);
        double cost = 0;
        double proceeds = 0;
        for (int i = 0; i < bids.length; i++) {
            if (!(bids[i] >= 0 && bids[i] <= asks[i] && asks[i] <= 1)) {
                throw new IllegalArgumentException("bid and ask of outcome " + i
                        + " must be in [0, 1] and not cross, were " + bids[i] + " and " + asks[i]);
            }
            cost += asks[i] + fee;
            proceeds += bids[i] - fee;
        }
        return new Parity(1 - cost, proceeds - 1);
    }

    /**
     * Tells whether something is won whatever happens.
     *
     * @return true if an edge is positive
     */
    public boolean isArbitrage() {
        return buying > 0 || selling > 0;
    }
}
