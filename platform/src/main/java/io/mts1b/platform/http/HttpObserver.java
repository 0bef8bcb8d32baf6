package io.mts1b.platform.http;

import java.time.Duration;
import java.util.List;

/** Who hears of every attempt: for measuring, and for finding out what went wrong. */
@FunctionalInterface
public interface HttpObserver {

    /**
     * One attempt, without its secrets.
     *
     * @param host of whom it was asked
     * @param request the method and the URL
     * @param headers of the request, as text
     * @param attempt the number of the attempt, from 1
     * @param outcome the status, or the reason why there is none
     * @param protocol that was spoken, such as {@code h2}; empty if there is no answer
     * @param took how long it took
     */
    record Attempt(
            String host,
            String request,
            List<String> headers,
            int attempt,
            String outcome,
            String protocol,
            Duration took) {

        /** Copies. */
        public Attempt {
            headers = List.copyOf(headers);
        }
    }

    /**
     * Hears of an attempt, on the thread that made it. What it throws is forgotten.
     *
     * @param attempt what was done
     */
    void finished(Attempt attempt);
}
