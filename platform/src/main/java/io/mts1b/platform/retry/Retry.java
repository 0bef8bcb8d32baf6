package io.mts1b.platform.retry;

import io.mts1b.platform.retry.RetryAdvice.GiveUp;
import io.mts1b.platform.retry.RetryAdvice.TryAgain;
import io.mts1b.platform.retry.RetryAdvice.TryAgainAfter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;

/**
 * Tries again what failed, as a policy says and a budget allows.
 *
 * <p>Thread-safe; calls on several threads run beside each other and share the budget.
 */
public final class Retry {

    private final RetryPolicy policy;
    private final RetryBudget budget;
    private final InstantSource clock;
    private final Waiter waiter;
    private final RandomGenerator random;

    /**
     * Makes one.
     *
     * @param policy how often, for how long, and what is worth it
     * @param budget how many repeated attempts there may be in all; shared by all callers of one service
     * @param clock says how long it has taken
     * @param waiter lets the time between attempts pass
     * @param random draws the waits; used by one thread at a time
     */
    public Retry(RetryPolicy policy, RetryBudget budget, InstantSource clock, Waiter waiter, RandomGenerator random) {
        this.policy = policy;
        this.budget = budget;
        this.clock = clock;
        this.waiter = waiter;
        this.random = random;
    }

    /**
     * Does work until it succeeds, or it is not worth another attempt.
     *
     * @param work what is tried; called again only as the policy says
     * @param <T> what it gives
     * @return what the first attempt that succeeded gave
     * @throws Exception what the last attempt threw, or {@link InterruptedException} if a wait was ended
     */
    public <T> T call(Callable<T> work) throws Exception {
        budget.call();
        Instant start = clock.instant();
        for (int failures = 1; ; failures++) {
            try {
                return work.call();
            } catch (InterruptedException e) {
                throw e;
            } catch (Exception e) {
                Optional<Duration> wait = wait(failures, start, e);
                if (wait.isEmpty()) {
                    throw e;
                }
                waiter.await(wait.get());
            }
        }
    }

    /** Returns how long to wait before the next attempt; empty if there is to be none. */
    private Optional<Duration> wait(int failures, Instant start, Exception failure) {
        if (failures >= policy.attempts()) {
            return Optional.empty();
        }
        Duration least;
        switch (policy.judge().apply(failure)) {
            case GiveUp _ -> {
                return Optional.empty();
            }
            case TryAgain _ -> least = Duration.ZERO;
            case TryAgainAfter after -> least = after.delay();
        }
        Duration drawn = draw(failures);
        Duration wait = drawn.compareTo(least) > 0 ? drawn : least;
        Duration spent = Duration.between(start, clock.instant());
        boolean late = spent.plus(wait).compareTo(policy.within()) > 0;
        return late || !budget.take() ? Optional.empty() : Optional.of(wait);
    }

    private Duration draw(int failures) {
        synchronized (random) {
            return policy.backoff().delay(failures, random);
        }
    }
}
