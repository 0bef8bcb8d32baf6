package io.mts1b.platform.service;

import io.mts1b.platform.health.HealthChecks;
import io.mts1b.platform.health.HealthReport;
import io.mts1b.platform.http.Page;
import io.mts1b.platform.http.PageServer;
import io.mts1b.platform.json.Json;
import io.mts1b.platform.metrics.Dashboard;
import io.mts1b.platform.metrics.Metrics;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Map;

/** The pages by which a process is watched: {@code /metrics}, {@code /healthz}, {@code /readyz}, {@code /dashboard.json}. */
public final class Monitoring {

    private static final String JSON = "application/json";
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;

    private Monitoring() {}

    /**
     * Shows the pages.
     *
     * @param settings where
     * @param metrics what is counted
     * @param health what is checked
     * @return the server; close it to stop
     * @throws IOException if the port is taken or the address is none of this machine
     */
    public static PageServer start(MonitoringSettings settings, Metrics metrics, HealthChecks health)
            throws IOException {
        return PageServer.start(
                InetAddress.getByName(settings.bind()),
                settings.port(),
                Map.of(
                        "/metrics", () -> Page.of(OK, "text/plain; version=0.0.4; charset=utf-8", metrics.scrape()),
                        "/healthz", () -> page(health.liveness()),
                        "/readyz", () -> page(health.readiness()),
                        "/dashboard.json", () -> Page.of(OK, JSON, Dashboard.of(metrics.scrape()))));
    }

    private static Page page(HealthReport report) {
        return Page.of(report.up() ? OK : UNAVAILABLE, JSON, Json.write(report) + "\n");
    }
}
