package io.mts1b.platform.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.foundation.events.Subject;
import io.mts1b.platform.bus.Bus;
import io.mts1b.platform.bus.BusNetwork;
import io.mts1b.platform.bus.Feed;
import io.mts1b.platform.bus.InProcessNetwork;
import io.mts1b.platform.bus.Topic;
import io.mts1b.platform.clock.ManualClock;
import io.mts1b.platform.http.HttpObserver;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsTest {

    private final Metrics metrics = Metrics.of("desk");

    @AfterEach
    void close() {
        metrics.close();
    }

    @Test
    void counters_timers_and_gauges_are_shown_with_the_name_of_the_service() {
        Counter orders = metrics.counter("mts1b.oms.orders", "orders taken", "fund", "alpha");
        orders.add(1);
        metrics.counter("mts1b.oms.orders", "orders taken", "fund", "alpha").add(2);
        metrics.timer("mts1b.oms.submit", "time to submit").record(Duration.ofMillis(250));
        AtomicInteger open = new AtomicInteger(7);
        metrics.gauge("mts1b.oms.open", "orders in the book", open::get);

        assertThat(metrics.scrape())
                .contains(
                        "# HELP mts1b_oms_orders_total orders taken\n# TYPE mts1b_oms_orders_total counter\n",
                        "mts1b_oms_orders_total{fund=\"alpha\",service=\"desk\"} 3.0\n",
                        "mts1b_oms_submit_seconds_count{service=\"desk\"} 1\n",
                        "mts1b_oms_submit_seconds_sum{service=\"desk\"} 0.25\n",
                        "mts1b_oms_open{service=\"desk\"} 7.0\n");

        open.set(8);
        assertThat(metrics.scrape()).contains("mts1b_oms_open{service=\"desk\"} 8.0\n");
    }

    @Test
    void the_process_is_measured_when_asked_for() {
        assertThat(metrics.scrape()).doesNotContain("jvm_");

        assertThat(metrics.withProcess().scrape())
                .contains("jvm_memory_used_bytes{", "jvm_threads_live_threads{", "process_uptime_seconds{")
                .contains("process_files_open_files{", "logback_events_total{");
    }

    @Test
    void attempts_over_http_are_timed_by_host_method_and_outcome() {
        HttpMetrics http = new HttpMetrics(metrics);
        http.finished(attempt("GET https://venue.example/v1/orders/17?since=4", 1, "200"));
        http.finished(attempt("GET https://venue.example/v1/orders/18", 1, "200"));
        http.finished(attempt("POST https://venue.example/v1/orders", 2, "ConnectException"));

        assertThat(metrics.scrape().lines().filter(line -> line.startsWith("mts1b_http_attempts_seconds_count")))
                .containsExactlyInAnyOrder(
                        "mts1b_http_attempts_seconds_count{host=\"venue.example\",method=\"GET\",outcome=\"200\",repeated=\"false\",service=\"desk\"} 2",
                        "mts1b_http_attempts_seconds_count{host=\"venue.example\",method=\"POST\",outcome=\"ConnectException\",repeated=\"true\",service=\"desk\"} 1");
    }

    @Test
    void subscriptions_of_a_bus_are_shown_while_they_are_open(@TempDir Path folder) {
        Topic<String> topic = new Topic<>(Subject.parse("mts.v1.desk.notes.written"), String.class);
        try (BusNetwork network =
                        InProcessNetwork.open(folder, new ManualClock(Instant.parse("2024-07-03T14:00:00Z")));
                Bus bus = network.connect("desk")) {
            metrics.watch(bus);
            var first = bus.subscribe(Feed.of(topic), _ -> {});
            var second = bus.subscribe(Feed.of(topic), _ -> {});

            String label = "{artifact=\"desk\",service=\"desk\",subscription=\"mts.v1.desk.notes.written\"} 0.0";
            assertThat(metrics.scrape())
                    .contains("mts1b_bus_dropped" + label, "mts1b_bus_waiting" + label, "mts1b_bus_failed" + label)
                    .contains("subscription=\"mts.v1.desk.notes.written (2)\"} 0.0");

            first.close();
            second.close();
            assertThat(metrics.scrape()).doesNotContain("subscription=");
        }
    }

    @Test
    void a_service_has_a_name() {
        assertThatThrownBy(() -> Metrics.of("two words")).isInstanceOf(IllegalArgumentException.class);
    }

    private static HttpObserver.Attempt attempt(String request, int number, String outcome) {
        return new HttpObserver.Attempt(
                "venue.example", request, List.of(), number, outcome, "h2", Duration.ofMillis(5));
    }
}
