package io.mts1b.platform.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.platform.clock.ManualClock;
import io.mts1b.platform.retry.RetryAdvice.GiveUp;
import io.mts1b.platform.retry.RetryAdvice.TryAgain;
import io.mts1b.platform.retry.RetryAdvice.TryAgainAfter;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryTest {

    private static final Backoff SECOND = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(8), 0);

    private final ManualClock clock = new ManualClock(Instant.EPOCH);
    private final List<Duration> waits = new ArrayList<>();
    private int calls;

    private static RetryAdvice advise(Exception failure) {
        return failure instanceof IOException ? new TryAgain() : new GiveUp();
    }

    private Retry retry(int attempts, Duration within, RetryBudget budget) {
        return new Retry(
                new RetryPolicy(attempts, within, SECOND, RetryTest::advise),
                budget,
                clock,
                duration -> {
                    waits.add(duration);
                    clock.advance(duration);
                },
                new SplittableRandom(1));
    }

    private Retry retry(int attempts) {
        return retry(attempts, Duration.ofDays(1), new RetryBudget(0, 1_000));
    }

    /** Fails so often, then succeeds. */
    private Callable<String> failing(int times, Exception failure) {
        return () -> {
            if (calls++ < times) {
                throw failure;
            }
            return "done";
        };
    }

    @Test
    void what_succeeds_is_done_once() throws Exception {
        assertThat(retry(5).call(failing(0, new IOException()))).isEqualTo("done");
        assertThat(calls).isEqualTo(1);
        assertThat(waits).isEmpty();
    }

    @Test
    void what_fails_is_done_again_with_longer_waits() throws Exception {
        assertThat(retry(5).call(failing(4, new IOException()))).isEqualTo("done");
        assertThat(calls).isEqualTo(5);
        assertThat(waits)
                .containsExactly(
                        Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(8));
    }

    @Test
    void after_the_last_attempt_its_failure_is_thrown() {
        IOException failure = new IOException("down");

        assertThatThrownBy(() -> retry(3).call(failing(9, failure))).isSameAs(failure);
        assertThat(calls).isEqualTo(3);
        assertThat(waits).hasSize(2);
    }

    @Test
    void what_is_not_worth_it_is_done_once() {
        IllegalStateException failure = new IllegalStateException("rejected");

        assertThatThrownBy(() -> retry(3).call(failing(9, failure))).isSameAs(failure);
        assertThat(calls).isEqualTo(1);
        assertThatThrownBy(() -> new Retry(
                                RetryPolicy.never(), new RetryBudget(0, 1), clock, _ -> {}, new SplittableRandom(1))
                        .call(failing(9, new IOException())))
                .isInstanceOf(IOException.class);
        assertThat(calls).isEqualTo(2);
    }

    @Test
    void no_attempt_begins_later_than_it_may() {
        assertThatThrownBy(() -> retry(9, Duration.ofSeconds(6), new RetryBudget(0, 1_000))
                        .call(failing(9, new IOException())))
                .isInstanceOf(IOException.class);
        assertThat(waits).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @Test
    void time_that_the_work_takes_counts() {
        assertThatThrownBy(() -> retry(9, Duration.ofSeconds(6), new RetryBudget(0, 1_000))
                        .call(() -> {
                            clock.advance(Duration.ofSeconds(4));
                            throw new IOException();
                        }))
                .isInstanceOf(IOException.class);
        assertThat(waits).containsExactly(Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @CsvSource({"PT0S, PT1S", "PT0.5S, PT1S", "PT5S, PT5S"})
    void the_other_side_may_ask_for_a_longer_wait(Duration asked, Duration waited) throws Exception {
        RetryPolicy policy = new RetryPolicy(2, Duration.ofDays(1), SECOND, _ -> new TryAgainAfter(asked));
        new Retry(policy, new RetryBudget(0, 9), clock, waits::add, new SplittableRandom(1))
                .call(failing(1, new IOException()));

        assertThat(waits).containsExactly(waited);
        assertThatThrownBy(() -> new TryAgainAfter(Duration.ofNanos(-1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void all_callers_have_one_budget() {
        RetryBudget budget = new RetryBudget(20, 3);
        for (int i = 0; i < 100; i++) {
            assertThatThrownBy(() -> retry(10, Duration.ofDays(1), budget).call(failing(9_999, new IOException())))
                    .isInstanceOf(IOException.class);
        }

        // 3 in reserve, and one for every five of the calls after the first, which finds the budget full.
        assertThat(waits).hasSize(3 + 99 / 5);
    }

    @Test
    void an_interrupt_ends_it() {
        Retry retry = new Retry(
                new RetryPolicy(3, Duration.ofDays(1), SECOND, RetryTest::advise),
                new RetryBudget(0, 9),
                clock,
                _ -> {
                    throw new InterruptedException("stop");
                },
                new SplittableRandom(1));

        assertThatThrownBy(() -> retry.call(failing(9, new IOException()))).isInstanceOf(InterruptedException.class);
        assertThat(calls).isEqualTo(1);
        assertThatThrownBy(() -> retry(3).call(failing(9, new InterruptedException())))
                .isInstanceOf(InterruptedException.class);
        assertThat(calls).isEqualTo(2);
    }

    @Test
    void bounds_are_held() {
        assertThatThrownBy(() -> new RetryPolicy(0, Duration.ZERO, SECOND, RetryTest::advise))
                .hasMessage("attempts must be 1 to 100, was 0");
        assertThatThrownBy(() -> new RetryPolicy(101, Duration.ZERO, SECOND, RetryTest::advise))
                .hasMessage("attempts must be 1 to 100, was 101");
        assertThatThrownBy(() -> new RetryPolicy(1, Duration.ofSeconds(-1), SECOND, RetryTest::advise))
                .hasMessage("within must be zero to a day, was PT-1S");
        assertThatThrownBy(() -> new RetryBudget(-1, 1)).hasMessage("percent must be 0 to 100, was -1");
        assertThatThrownBy(() -> new RetryBudget(0, 0)).hasMessage("reserve must be 1 to 10000, was 0");
    }
}
