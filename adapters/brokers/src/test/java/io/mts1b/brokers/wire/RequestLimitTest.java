package io.mts1b.brokers.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.platform.clock.ManualClock;
import io.mts1b.platform.http.Header;
import io.mts1b.platform.ratelimit.LocalRateLimiter;
import io.mts1b.platform.ratelimit.RateLimit;
import io.mts1b.platform.ratelimit.RateLimiter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestLimitTest {

    private static final Instant NOW = Instant.parse("2026-05-05T10:00:00Z");

    private static Duration pause(int status, List<Header> headers) {
        ManualClock clock = new ManualClock(NOW);
        RateLimiter limiter = new LocalRateLimiter(List.of(new RateLimit(100, Duration.ofSeconds(1))), clock);
        new RequestLimit(limiter, Duration.ofSeconds(3), clock)
                .heed(new VenueLink.Reply.Answered(status, headers, new byte[0]));
        return limiter.tryAcquire(1) instanceof RateLimiter.Grant.Denied(Duration delay) ? delay : Duration.ZERO;
    }

    @ParameterizedTest
    @CsvSource({
        "Retry-After, 7, PT7S",
        "retry-after, 7, PT7S",
        "X-RateLimit-Reset, 1777975205, PT5S",
        "X-RateLimit-Reset, 1777975199, PT3S",
        "X-RateLimit-Reset, soon, PT3S",
        "Retry-After, 99999, PT1M",
        "Retry-After, 0, PT3S",
        "Another, 7, PT3S"
    })
    void stops_as_long_as_the_venue_says(String header, String value, Duration expected) {
        assertThat(pause(429, List.of(new Header(header, value)))).isEqualTo(expected);
    }

    @Test
    void only_one_too_many_stops_anything() {
        assertThat(pause(429, List.of())).isEqualTo(Duration.ofSeconds(3));
        assertThat(pause(200, List.of(new Header("Retry-After", "7")))).isEqualTo(Duration.ZERO);
        assertThat(pause(503, List.of(new Header("Retry-After", "7")))).isEqualTo(Duration.ZERO);
    }

    /** A venue that stops an address for ten minutes may say so, too. */
    @Test
    void a_venue_is_believed_as_long_as_we_would_wait_ourselves() {
        ManualClock clock = new ManualClock(NOW);
        RateLimiter limiter = new LocalRateLimiter(List.of(new RateLimit(100, Duration.ofSeconds(1))), clock);
        RateLimiter other = new LocalRateLimiter(List.of(new RateLimit(100, Duration.ofSeconds(1))), clock);
        new RequestLimit(limiter, List.of(limiter, other), Duration.ofMinutes(10), clock)
                .heed(new VenueLink.Reply.Answered(429, List.of(new Header("Retry-After", "540")), new byte[0]));
        RateLimiter.Grant stopped = new RateLimiter.Grant.Denied(Duration.ofMinutes(9));
        assertThat(limiter.tryAcquire(1)).isEqualTo(stopped);
        assertThat(other.tryAcquire(1)).isEqualTo(stopped);
    }
}
