package io.mts1b.platform.retry;

import io.mts1b.foundation.Require;

/**
 * How many attempts all callers of one service may add to those that were needed: a share of the calls, with a reserve
 * for a service that is called seldom.
 *
 * <p>Each call pays {@code percent} hundredths into the budget, which holds at most {@code reserve}; each repeated
 * attempt takes one out, and where there is none, nothing is repeated. When everything fails, the service so sees at
 * most {@code 1 + percent / 100} times the calls, instead of a multiple. Thread-safe.
 */
public final class RetryBudget {

    private final int percent;
    private final long most;
    private long hundredths;

    /**
     * Makes a full budget.
     *
     * @param percent how many repeated attempts 100 calls may cause, 0 to 100
     * @param reserve how many may come at once, 1 to 10000
     */
    public RetryBudget(int percent, int reserve) {
        Require.that(percent >= 0 && percent <= 100, "percent must be 0 to 100, was " + percent);
        Require.that(reserve >= 1 && reserve <= 10_000, "reserve must be 1 to 10000, was " + reserve);
        this.percent = percent;
        this.most = 100L * reserve;
        this.hundredths = most;
    }

    /** Pays in for a call. */
    synchronized void call() {
        hundredths = Math.min(most, hundredths + percent);
    }

    /** Takes one out for a repeated attempt, if there is one. */
    synchronized boolean take() {
        boolean enough = hundredths >= 100;
        hundredths -= enough ? 100 : 0;
        return enough;
    }
}
