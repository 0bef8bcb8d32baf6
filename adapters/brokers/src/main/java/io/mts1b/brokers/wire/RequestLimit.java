package io.mts1b.brokers.wire;

import io.mts1b.platform.ratelimit.RateLimiter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * How many requests a venue takes, and how long it wants to be left alone when it says that there were too many: as long as
 * {@code Retry-After} or {@code X-RateLimit-Reset} say, in seconds and as a Unix time, up to a minute or to what we were told,
 * or else as long as we were told.
 *
 * @param limiter the limit as we know it
 * @param stopped all limits that are stopped then, this one among them
 * @param penalty how long to wait where the venue does not say
 * @param clock the time
 */
public record RequestLimit(RateLimiter limiter, List<RateLimiter> stopped, Duration penalty, InstantSource clock) {

    private static final int TOO_MANY = 429;
    private static final long LONGEST = 60;

    /** Copies. */
    public RequestLimit {
        stopped = List.copyOf(stopped);
    }

    /**
     * Makes the only limit of a venue.
     *
     * @param limiter the limit as we know it
     * @param penalty how long to wait where the venue does not say
     * @param clock the time
     */
    public RequestLimit(RateLimiter limiter, Duration penalty, InstantSource clock) {
        this(limiter, List.of(limiter), penalty, clock);
    }

    /**
     * Heeds an answer: one that there were too many requests stops them for a while.
     *
     * @param reply what came of a request
     */
    public void heed(VenueLink.Reply reply) {
        if (reply instanceof VenueLink.Reply.Answered answered && answered.status() == TOO_MANY) {
            Duration pause = pause(answered);
            stopped.forEach(one -> one.pause(pause));
        }
    }

    private Duration pause(VenueLink.Reply.Answered answered) {
        Instant now = clock.instant();
        return answered.header("Retry-After")
                .map(RequestLimit::seconds)
                .filter(seconds -> seconds > 0)
                .or(() -> answered.header("X-RateLimit-Reset")
                        .map(RequestLimit::seconds)
                        .map(at -> at - now.getEpochSecond())
                        .filter(seconds -> seconds > 0))
                .map(seconds -> Duration.ofSeconds(Math.min(seconds, Math.max(LONGEST, penalty.toSeconds()))))
                .orElse(penalty);
    }

    /** A number of seconds, or zero where the header is none. */
    private static long seconds(String text) {
        return text.matches("[0-9]{1,12}") ? Long.parseLong(text) : 0;
    }
}
