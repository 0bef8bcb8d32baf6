package io.mts1b.platform.metrics;

import io.mts1b.platform.http.HttpObserver;

/** How long calls to other services take and how they end, by host, method and outcome. Thread-safe. */
public final class HttpMetrics implements HttpObserver {

    private final Metrics metrics;

    /**
     * Makes one.
     *
     * @param metrics where the timer {@code mts1b.http.attempts} is
     */
    public HttpMetrics(Metrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public void finished(Attempt attempt) {
        String method =
                attempt.request().substring(0, Math.max(0, attempt.request().indexOf(' ')));
        metrics.timer(
                        "mts1b.http.attempts",
                        "attempts to call other services",
                        "host",
                        attempt.host(),
                        "method",
                        method,
                        "outcome",
                        attempt.outcome(),
                        "repeated",
                        Boolean.toString(attempt.attempt() > 1))
                .record(attempt.took());
    }
}
