package io.mts1b.platform.retry;

import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.mts1b.foundation.Require;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Stops asking a service that fails: after too many failures among the last calls it refuses all calls for a while, then
 * lets a few through to see whether it is well again.
 *
 * <p>Thread-safe.
 */
public final class CircuitBreaker {

    private final String name;
    private final io.github.resilience4j.circuitbreaker.CircuitBreaker breaker;
    private final Predicate<? super Exception> counts;

    /**
     * When to open and for how long.
     *
     * @param window how many of the last calls are looked at, 1 to 10000
     * @param failurePercent at which share of failures it opens, 1 to 100; not before the window is full
     * @param open for how long all calls are refused, at least 1 ms
     * @param probes how many calls are let through then, 1 to 1000; it closes if their failures stay below the share
     */
    public record Settings(int window, int failurePercent, Duration open, int probes) {

        /** Half of the last 20 calls; 30 seconds; 3 probes. */
        public static final Settings STANDARD = new Settings(20, 50, Duration.ofSeconds(30), 3);

        /** Validates. */
        public Settings {
            Require.that(window >= 1 && window <= 10_000, "window must be 1 to 10000, was " + window);
            Require.that(
                    failurePercent >= 1 && failurePercent <= 100,
                    "failurePercent must be 1 to 100, was " + failurePercent);
            Require.that(open.compareTo(Duration.ofMillis(1)) >= 0, "open must be at least 1 ms, was " + open);
            Require.that(probes >= 1 && probes <= 1_000, "probes must be 1 to 1000, was " + probes);
        }
    }

    /** A call that was not made, because the service fails. */
    public static final class OpenException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private OpenException(String name) {
            super(name + " is not called, because it has failed too often");
        }
    }

    /**
     * Makes a closed one.
     *
     * @param name of the service
     * @param settings when to open
     * @param counts says whether an exception is a failure of the service; one that refuses what it was asked is well
     * @param clock says when to try again
     */
    public CircuitBreaker(String name, Settings settings, Predicate<? super Exception> counts, InstantSource clock) {
        this.name = name;
        this.counts = counts;
        CircuitBreakerConfig config = CircuitBreakerConfig.custom()
                .slidingWindow(settings.window(), settings.window(), SlidingWindowType.COUNT_BASED)
                .failureRateThreshold(settings.failurePercent())
                .waitDurationInOpenState(settings.open())
                .permittedNumberOfCallsInHalfOpenState(settings.probes())
                .clock(clock.withZone(ZoneOffset.UTC))
                .currentTimestampFunction(Clock::millis, TimeUnit.MILLISECONDS)
                .build();
        this.breaker = io.github.resilience4j.circuitbreaker.CircuitBreaker.of(name, config);
    }

    /**
     * Calls the service, if it is not known to fail.
     *
     * @param work the call
     * @param <T> what it gives
     * @return what it gave
     * @throws OpenException if no call is made
     * @throws Exception what the call threw
     */
    public <T> T call(Callable<T> work) throws Exception {
        if (!breaker.tryAcquirePermission()) {
            throw new OpenException(name);
        }
        try {
            T result = work.call();
            breaker.onSuccess(0, TimeUnit.MILLISECONDS);
            return result;
        } catch (InterruptedException | Error e) {
            breaker.releasePermission();
            throw e;
        } catch (Exception e) {
            if (counts.test(e)) {
                breaker.onError(0, TimeUnit.MILLISECONDS, e);
            } else {
                breaker.onSuccess(0, TimeUnit.MILLISECONDS);
            }
            throw e;
        }
    }

    /**
     * Says whether all calls are refused at the moment.
     *
     * @return whether it is open
     */
    public boolean isOpen() {
        return breaker.getState() == io.github.resilience4j.circuitbreaker.CircuitBreaker.State.OPEN;
    }
}
