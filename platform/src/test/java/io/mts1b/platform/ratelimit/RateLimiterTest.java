package io.mts1b.platform.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.platform.clock.ManualClock;
import io.mts1b.platform.ratelimit.RateLimiter.Grant;
import io.mts1b.platform.ratelimit.RateLimiter.Grant.Denied;
import io.mts1b.platform.ratelimit.RateLimiter.Grant.Granted;
import io.mts1b.testkit.ForAll;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What both limiters owe, run on both. */
class RateLimiterTest {

    private static final Granted GRANTED = new Granted();
    private static final Duration SECOND = Duration.ofSeconds(1);

    @TempDir
    private static Path folder;

    private static int files;

    private final ManualClock clock = new ManualClock(Instant.parse("2026-11-20T12:00:00Z"));

    /** Makes one of the two. */
    interface Kind {

        RateLimiter of(List<RateLimit> limits, ManualClock clock);
    }

    static Stream<Kind> kinds() {
        Function<Integer, Path> file = number -> folder.resolve("limit-" + number);
        return Stream.of(
                LocalRateLimiter::new, (limits, clock) -> SharedRateLimiter.open(file.apply(files++), limits, clock));
    }

    private static List<RateLimit> limit(int weight, Duration period) {
        return List.of(new RateLimit(weight, period));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void grants_up_to_the_limit_and_then_when_enough_has_left_the_window(Kind kind) {
        RateLimiter limiter = kind.of(limit(10, SECOND), clock);

        assertThat(limiter.tryAcquire(4)).isEqualTo(GRANTED);
        clock.advance(Duration.ofMillis(500));
        assertThat(limiter.tryAcquire(6)).isEqualTo(GRANTED);
        Grant denied = limiter.tryAcquire(1);
        assertThat(denied).isInstanceOf(Denied.class);
        Duration wait = ((Denied) denied).delay();
        assertThat(wait).isBetween(Duration.ofMillis(500), Duration.ofMillis(516));
        clock.advance(wait.minusNanos(1));
        assertThat(limiter.tryAcquire(1)).isEqualTo(new Denied(Duration.ofNanos(1)));
        clock.advance(Duration.ofNanos(1));
        assertThat(limiter.tryAcquire(4)).isEqualTo(GRANTED);
        assertThat(limiter.tryAcquire(1)).isInstanceOf(Denied.class);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void what_is_denied_is_not_charged_to_any_limit(Kind kind) {
        RateLimiter limiter =
                kind.of(List.of(new RateLimit(10, SECOND), new RateLimit(12, Duration.ofMinutes(1))), clock);

        assertThat(limiter.tryAcquire(8)).isEqualTo(GRANTED);
        for (int i = 0; i < 10; i++) {
            assertThat(limiter.tryAcquire(3)).isInstanceOf(Denied.class);
        }
        clock.advance(Duration.ofSeconds(2));
        assertThat(limiter.tryAcquire(4)).isEqualTo(GRANTED);
        Grant denied = limiter.tryAcquire(1);
        assertThat(((Denied) denied).delay()).isBetween(Duration.ofSeconds(58), Duration.ofSeconds(59));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void within_no_window_is_more_granted_than_the_limit(Kind kind) {
        ForAll.cases(60, random -> {
            int weight = 1 + random.nextInt(40);
            long period = ForAll.oneOf(random, 64L, 1_000L, 999_999_937L, 60_000_000_000L);
            RateLimiter limiter = kind.of(limit(weight, Duration.ofNanos(period)), clock);
            List<long[]> granted = new ArrayList<>();
            long time = 0;
            for (int i = 0; i < 300; i++) {
                long step = step(random, period);
                time += step;
                clock.advance(Duration.ofNanos(step));
                int asked = 1 + random.nextInt(weight);
                if (limiter.tryAcquire(asked) instanceof Granted) {
                    granted.add(new long[] {time, asked});
                }
            }

            assertThat(granted).isNotEmpty();
            for (long[] last : granted) {
                long sum = granted.stream()
                        .filter(one -> one[0] <= last[0] && one[0] > last[0] - period)
                        .mapToLong(one -> one[1])
                        .sum();
                assertThat(sum)
                        .as("granted in the window that ends at %d", last[0])
                        .isLessThanOrEqualTo(weight);
            }
        });
    }

    private static long step(RandomGenerator random, long period) {
        return ForAll.oneOf(random, 0L, 1L, random.nextLong(period / 8 + 1), random.nextLong(period + 1));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whoever_waits_as_told_is_granted(Kind kind) {
        ForAll.cases(60, random -> {
            RateLimiter limiter = kind.of(
                    List.of(new RateLimit(7, Duration.ofMillis(700)), new RateLimit(20, Duration.ofSeconds(9))), clock);
            for (int i = 0; i < 60; i++) {
                int weight = 1 + random.nextInt(7);
                Grant grant = limiter.tryAcquire(weight);
                if (grant instanceof Denied denied) {
                    assertThat(denied.delay()).isPositive();
                    clock.advance(denied.delay());
                    grant = limiter.tryAcquire(weight);
                }
                assertThat(grant).isEqualTo(GRANTED);
                clock.advance(Duration.ofMillis(random.nextInt(200)));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_clock_that_steps_back_costs_one_window_at_most(Kind kind) {
        RateLimiter limiter = kind.of(limit(10, SECOND), clock);
        assertThat(limiter.tryAcquire(10)).isEqualTo(GRANTED);
        clock.set(Instant.parse("2020-01-01T00:00:00Z"));

        assertThat(limiter.tryAcquire(1)).isInstanceOf(Denied.class);
        clock.advance(Duration.ofMillis(1_020));
        assertThat(limiter.tryAcquire(10)).isEqualTo(GRANTED);
        assertThat(limiter.tryAcquire(1)).isInstanceOf(Denied.class);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void what_the_venue_counted_is_counted(Kind kind) {
        RateLimiter limiter = kind.of(limit(10, SECOND), clock);
        assertThat(limiter.tryAcquire(3)).isEqualTo(GRANTED);
        limiter.observe(9);
        assertThat(limiter.tryAcquire(2)).isInstanceOf(Denied.class);
        limiter.observe(2);
        assertThat(limiter.tryAcquire(1)).isEqualTo(GRANTED);
        limiter.observe(1_000_000);
        clock.advance(Duration.ofMillis(1_020));
        assertThat(limiter.tryAcquire(10)).isEqualTo(GRANTED);
        assertThatThrownBy(() -> limiter.observe(-1)).hasMessage("used must not be negative, was -1");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_pause_holds_and_the_longer_one_wins(Kind kind) {
        RateLimiter limiter = kind.of(limit(10, SECOND), clock);
        limiter.pause(Duration.ofSeconds(60));
        limiter.pause(Duration.ofSeconds(5));

        assertThat(limiter.tryAcquire(1)).isEqualTo(new Denied(Duration.ofSeconds(60)));
        clock.advance(Duration.ofSeconds(60));
        assertThat(limiter.tryAcquire(1)).isEqualTo(GRANTED);
        assertThatThrownBy(() -> limiter.pause(Duration.ofSeconds(-1)))
                .hasMessage("duration must not be negative, was PT-1S");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_weight_that_can_never_be_granted_is_refused(Kind kind) {
        RateLimiter limiter = kind.of(List.of(new RateLimit(10, SECOND), new RateLimit(5, SECOND)), clock);

        assertThat(limiter.tryAcquire(5)).isEqualTo(GRANTED);
        for (int weight : new int[] {0, -1, 6}) {
            assertThatThrownBy(() -> limiter.tryAcquire(weight))
                    .hasMessage("weight must be 1 to the smallest limit, which is 5, was " + weight);
        }
    }

    @Test
    void waiting_ends_when_it_may_go_or_would_take_too_long() throws Exception {
        LocalRateLimiter limiter = new LocalRateLimiter(limit(1, SECOND), clock);
        List<Duration> waits = new ArrayList<>();

        assertThat(limiter.acquire(1, Duration.ZERO, waits::add)).isTrue();
        assertThat(limiter.acquire(1, Duration.ofMillis(900), waits::add)).isFalse();
        assertThat(waits).isEmpty();
        boolean granted = limiter.acquire(1, Duration.ofSeconds(2), duration -> {
            waits.add(duration);
            clock.advance(duration);
        });
        assertThat(granted).isTrue();
        assertThat(waits).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "0, PT1S, 'weight must be 1 to 1000000000, was 0'",
        "1000000001, PT1S, 'weight must be 1 to 1000000000, was 1000000001'",
        "1, PT0.000000063S, 'period must be 64 ns to 31 days, was PT0.000000063S'",
        "1, PT745H, 'period must be 64 ns to 31 days, was PT745H'",
    })
    void limits_that_make_no_sense_are_refused(int weight, Duration period, String message) {
        assertThatThrownBy(() -> new RateLimit(weight, period)).hasMessage(message);
        assertThatThrownBy(() -> new LocalRateLimiter(List.of(), clock)).hasMessage("limits must hold at least one");
    }
}
