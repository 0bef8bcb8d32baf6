package io.mts1b.platform.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.testkit.ForAll;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackoffTest {

    @ParameterizedTest
    @CsvSource({"1, PT0.1S", "2, PT0.2S", "3, PT0.4S", "4, PT0.8S", "5, PT1S", "6, PT1S", "2147483647, PT1S"})
    void without_jitter_it_doubles_up_to_the_longest(int failures, Duration expected) {
        Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(1), 0);

        assertThat(backoff.delay(failures, new SplittableRandom(1))).isEqualTo(expected);
    }

    @Test
    void jitter_draws_evenly_from_its_part() {
        Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(8), 0.25);
        SplittableRandom random = new SplittableRandom(2);
        double sum = 0;
        for (int i = 0; i < 10_000; i++) {
            Duration delay = backoff.delay(3, random);
            assertThat(delay).isBetween(Duration.ofSeconds(3), Duration.ofSeconds(4));
            sum += delay.toNanos() / 1e9;
        }

        assertThat(sum / 10_000).isBetween(3.49, 3.51);
    }

    @Test
    void no_wait_is_negative_or_beyond_the_longest() {
        ForAll.cases(random -> {
            long first = 1 + (random.nextLong(86_400_000_000_000L) >>> random.nextInt(40));
            long longest = first + random.nextLong(86_400_000_000_000L - first + 1);
            Backoff backoff = new Backoff(Duration.ofNanos(first), Duration.ofNanos(longest), random.nextDouble());

            assertThat(backoff.delay(1 + random.nextInt(100), random))
                    .isBetween(Duration.ZERO, Duration.ofNanos(longest));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, PT1S, 0, 'first must be positive, was PT0S'",
        "PT2S, PT1S, 0, 'longest must be from first to a day, was PT1S'",
        "PT1S, PT25H, 0, 'longest must be from first to a day, was PT25H'",
        "PT1S, PT1S, -0.1, 'jitter must be 0 to 1, was -0.1'",
        "PT1S, PT1S, 1.1, 'jitter must be 0 to 1, was 1.1'",
        "PT1S, PT1S, NaN, 'jitter must be 0 to 1, was NaN'",
    })
    void what_makes_no_sense_is_refused(Duration first, Duration longest, double jitter, String message) {
        assertThatThrownBy(() -> new Backoff(first, longest, jitter)).hasMessage(message);
    }

    @Test
    void no_failure_no_wait() {
        assertThatThrownBy(() -> Backoff.STANDARD.delay(0, new SplittableRandom(1)))
                .hasMessage("failures must be at least 1, was 0");
    }

    @ParameterizedTest
    @CsvSource({
        "0, PT0S",
        "120, PT2M",
        "' 7 ', PT7S",
        "999999999, PT277777H46M39S",
        "'Fri, 20 Nov 2026 12:00:30 GMT', PT30S",
        "'Fri, 20 Nov 2026 11:00:00 GMT', PT0S",
    })
    void retry_after_is_read(String value, Duration expected) {
        assertThat(RetryAfter.parse(value, Instant.parse("2026-11-20T12:00:00Z")))
                .contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-1", "1.5", "soon", "1000000000", "١٢", "Fri, 20 Nov", "Fri, 32 Nov 2026 12:00:30 GMT"})
    void what_is_no_retry_after_is_none(String value) {
        assertThat(RetryAfter.parse(value, Instant.EPOCH)).isEmpty();
    }
}
