package io.mts1b.brokers.wire;

import io.mts1b.brokers.OrderName;
import io.mts1b.brokers.OrderReport;
import io.mts1b.brokers.VenueMessage;
import io.mts1b.foundation.Require;
import io.mts1b.platform.http.HttpRequest;
import io.mts1b.platform.ratelimit.RateLimiter;
import java.util.function.Supplier;

/**
 * Sends commands as requests, each once, and hears what came of them. What certainly was not taken is refused, what may have
 * been is told as unanswered. Confined to the thread of its link.
 */
public final class RestCommands {

    /** Why nothing is sent while the line is down. */
    public static final String DOWN = "the line is down";

    private final VenueLine line;
    private final VenueLink link;
    private final RequestLimit limit;

    /**
     * What came of a command.
     *
     * @param <T> what is answered
     */
    public interface Outcome<T> {

        /**
         * It was taken.
         *
         * @param said what was answered
         */
        void done(T said);

        /**
         * It was certainly not taken.
         *
         * @param reason why
         */
        void refused(String reason);
    }

    /**
     * Makes it.
     *
     * @param line must be up for a command to be sent
     * @param link over which it is sent
     * @param limit how many requests the venue takes
     */
    public RestCommands(VenueLine line, VenueLink link, RequestLimit limit) {
        this.line = line;
        this.link = link;
        this.limit = limit;
    }

    /**
     * Sends a command.
     *
     * @param name of the order it is about
     * @param request writes it, or refuses with an {@link IllegalArgumentException} what cannot be done
     * @param reading reads the answer
     * @param outcome hears what came of it; a doubt is told to the listener of the line
     * @param <T> what is answered
     */
    public <T> void send(
            OrderName name, Supplier<HttpRequest> request, Verdict.Reading<T> reading, Outcome<T> outcome) {
        HttpRequest written;
        try {
            Require.that(line.isUp(), DOWN);
            written = request.get();
            if (limit.limiter().tryAcquire(1) instanceof RateLimiter.Grant.Denied denied) {
                throw new IllegalArgumentException("the limit of requests is reached for " + denied.delay());
            }
        } catch (IllegalArgumentException e) {
            outcome.refused(VenueMessage.reason("not sent: " + e.getMessage()));
            return;
        }
        link.post(written, reply -> {
            limit.heed(reply);
            switch (Verdict.of(reply, reading)) {
                case Verdict.Done<T>(T said) -> outcome.done(said);
                case Verdict.Refused<T>(String reason) -> outcome.refused(reason);
                case Verdict.Doubt<T>(String reason) -> line.tell(new OrderReport.Unanswered(name, line.now(), reason));
            }
        });
    }
}
