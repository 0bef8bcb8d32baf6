package io.mts1b.platform.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.platform.clock.ManualClock;
import io.mts1b.platform.retry.CircuitBreaker.OpenException;
import io.mts1b.platform.retry.CircuitBreaker.Settings;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CircuitBreakerTest {

    private final ManualClock clock = new ManualClock(Instant.EPOCH);
    private final CircuitBreaker breaker = new CircuitBreaker(
            "venue", new Settings(4, 50, Duration.ofSeconds(30), 2), IOException.class::isInstance, clock);
    private int calls;

    private void succeed() throws Exception {
        assertThat(breaker.call(() -> ++calls)).isEqualTo(calls);
    }

    private void fail(Exception failure) {
        assertThatThrownBy(() -> breaker.call(() -> {
                    calls++;
                    throw failure;
                }))
                .isSameAs(failure);
    }

    private void open() throws Exception {
        succeed();
        succeed();
        fail(new IOException());
        fail(new IOException());
    }

    @Test
    void opens_when_enough_of_the_last_calls_failed() throws Exception {
        succeed();
        fail(new IOException());
        fail(new IOException());
        assertThat(breaker.isOpen()).as("the window is not full").isFalse();
        succeed();
        assertThat(breaker.isOpen()).isTrue();
        assertThatThrownBy(this::succeed)
                .isInstanceOf(OpenException.class)
                .hasMessage("venue is not called, because it has failed too often");
        assertThat(calls).isEqualTo(4);
    }

    @Test
    void what_is_no_failure_of_the_service_does_not_count() {
        for (int i = 0; i < 20; i++) {
            fail(new IllegalArgumentException("bad order"));
            fail(new InterruptedException());
        }

        assertThat(breaker.isOpen()).isFalse();
    }

    @Test
    void closes_when_the_probes_are_well() throws Exception {
        open();
        clock.advance(Duration.ofMillis(29_999));
        assertThatThrownBy(this::succeed).isInstanceOf(OpenException.class);
        clock.advance(Duration.ofMillis(2));
        succeed();
        succeed();
        fail(new IOException());
        succeed();
        assertThat(calls).isEqualTo(8);
        assertThat(breaker.isOpen()).isFalse();
    }

    @Test
    void an_error_gives_the_probe_back() throws Exception {
        open();
        clock.advance(Duration.ofSeconds(31));
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> breaker.call(() -> {
                        throw new StackOverflowError();
                    }))
                    .isInstanceOf(StackOverflowError.class);
        }
        succeed();
        succeed();
        assertThat(breaker.isOpen()).isFalse();
    }

    @Test
    void opens_again_when_they_are_not() throws Exception {
        open();
        clock.advance(Duration.ofSeconds(31));
        fail(new IOException());
        fail(new IOException());
        assertThat(breaker.isOpen()).isTrue();
        assertThatThrownBy(this::succeed).isInstanceOf(OpenException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 50, PT1S, 1, 'window must be 1 to 10000, was 0'",
        "1, 0, PT1S, 1, 'failurePercent must be 1 to 100, was 0'",
        "1, 101, PT1S, 1, 'failurePercent must be 1 to 100, was 101'",
        "1, 50, PT0S, 1, 'open must be at least 1 ms, was PT0S'",
        "1, 50, PT1S, 0, 'probes must be 1 to 1000, was 0'",
    })
    void bounds_are_held(int window, int percent, Duration open, int probes, String message) {
        assertThatThrownBy(() -> new Settings(window, percent, open, probes)).hasMessage(message);
    }
}
