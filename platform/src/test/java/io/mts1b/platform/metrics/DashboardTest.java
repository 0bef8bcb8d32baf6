package io.mts1b.platform.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DashboardTest {

    private static JsonNode dashboard() {
        try (Metrics metrics = Metrics.of("desk")) {
            metrics.counter("mts1b.oms.orders", "orders taken").add(1);
            metrics.timer("mts1b.oms.submit", "time to submit").record(Duration.ofMillis(3));
            metrics.gauge("jvm.memory.used", "memory", () -> 1);
            return new JsonMapper().readTree(Dashboard.of(metrics.scrape()));
        }
    }

    @Test
    void it_belongs_to_the_service_and_asks_for_its_data_source() {
        JsonNode dashboard = dashboard();

        assertThat(dashboard.get("uid").asString()).isEqualTo("mts1b-desk");
        assertThat(dashboard.at("/templating/list/0/type").asString()).isEqualTo("datasource");
        assertThat(dashboard.get("schemaVersion").asInt()).isPositive();
    }

    @Test
    void every_family_has_a_panel_our_own_first_and_no_two_overlap() {
        List<String> titles = new ArrayList<>();
        List<String> places = new ArrayList<>();
        for (JsonNode panel : dashboard().get("panels")) {
            titles.add(panel.get("title").asString());
            places.add(panel.at("/gridPos/x").asInt() + ","
                    + panel.at("/gridPos/y").asInt());
        }

        assertThat(titles).containsExactly("mts1b_oms_orders_total", "mts1b_oms_submit_seconds", "jvm_memory_used");
        assertThat(places).containsExactly("0,0", "12,0", "0,8");
    }

    @Test
    void what_is_counted_is_shown_as_a_rate_and_what_is_timed_as_its_mean_and_most() {
        JsonNode panels = dashboard().get("panels");

        assertThat(panels.get(0).at("/targets/0/expr").asString())
                .isEqualTo("rate(mts1b_oms_orders_total{service=\"desk\"}[$__rate_interval])");
        assertThat(panels.get(0).at("/fieldConfig/defaults/unit").asString()).isEqualTo("cps");
        assertThat(panels.get(1).at("/targets/0/expr").asString())
                .isEqualTo("rate(mts1b_oms_submit_seconds_sum{service=\"desk\"}[$__rate_interval])"
                        + " / rate(mts1b_oms_submit_seconds_count{service=\"desk\"}[$__rate_interval])");
        assertThat(panels.get(1).at("/targets/1/expr").asString())
                .isEqualTo("mts1b_oms_submit_seconds_max{service=\"desk\"}");
        assertThat(panels.get(1).at("/fieldConfig/defaults/unit").asString()).isEqualTo("s");
        assertThat(panels.get(2).at("/targets/0/expr").asString()).isEqualTo("jvm_memory_used{service=\"desk\"}");
    }

    @Test
    void what_is_no_page_of_metrics_is_refused() {
        assertThatThrownBy(() -> Dashboard.of("hello\n")).hasMessage("metrics must have a label service, had none");
        assertThatThrownBy(() -> Dashboard.of("up{service=\"desk\"} 1\n"))
                .hasMessage("metrics must have lines # TYPE, had none");
    }
}
