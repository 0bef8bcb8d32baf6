package io.mts1b.platform.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.platform.config.Configuration;
import io.mts1b.platform.config.ConfigurationSources;
import io.mts1b.platform.health.Health;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceHostTest {

    private final List<String> log = new ArrayList<>();
    private final AtomicReference<Health> health = new AtomicReference<>(Health.up());

    @TempDir
    private Path folder;

    private static Configuration configuration(String... arguments) {
        return Configuration.load(
                Configuration.installedSections(),
                ConfigurationSources.of(Optional.empty(), Map.of(), List.of(arguments)));
    }

    /** A service with a bus, a check and a counter. */
    private ServiceProvider counting() {
        return new ServiceProvider() {
            @Override
            public String name() {
                return "counting";
            }

            @Override
            public String description() {
                return "counts its starts";
            }

            @Override
            public List<String> needs() {
                return List.of();
            }

            @Override
            public Service start(ServiceContext context) {
                context.connect("desk");
                context.health().ready("desk", health::get);
                context.metrics().counter("mts1b.desk.starts", "starts").add(1);
                return new Recorded(name(), needs(), log).start(context);
            }
        };
    }

    @Test
    void a_host_shows_how_its_services_do() throws Exception {
        URI pages;
        try (ServiceHost host =
                ServiceHost.start("desk", List.of(counting()), folder, configuration(), Prompt.NOBODY)) {
            assertThat(host.services()).containsExactly("counting");
            pages = host.monitoring();
            assertThat(get(pages.resolve("healthz"))).isEqualTo("200 {\"up\":true,\"checks\":[]}\n");
            assertThat(get(pages.resolve("readyz")))
                    .isEqualTo("200 {\"up\":true,\"checks\":[{\"name\":\"services\",\"up\":true},"
                            + "{\"name\":\"desk\",\"up\":true}]}\n");
            assertThat(get(pages.resolve("metrics")))
                    .startsWith("200 ")
                    .contains("mts1b_desk_starts_total{service=\"desk\"} 1.0\n", "jvm_memory_used_bytes{");
            assertThat(get(pages.resolve("dashboard.json"))).startsWith("200 ").contains("\"mts1b-desk\"");

            health.set(Health.down("no prices"));
            assertThat(get(pages.resolve("healthz"))).startsWith("200 ");
            assertThat(get(pages.resolve("readyz")))
                    .startsWith("503 ")
                    .contains("{\"name\":\"desk\",\"up\":false,\"reason\":\"no prices\"}");
        }
        assertThat(log).containsExactly("start counting", "close counting");
        URI closed = pages;
        assertThatThrownBy(() -> get(closed)).isInstanceOf(IOException.class);
    }

    @Test
    void draining_ends_work_first() throws Exception {
        ServiceHost host = ServiceHost.start("desk", List.of(counting()), folder, configuration(), Prompt.NOBODY);

        host.drain(Duration.ofSeconds(2));
        host.close();

        assertThat(log).containsExactly("start counting", "drain counting PT2S", "close counting");
    }

    @Test
    void a_start_that_fails_leaves_nothing_behind() throws Exception {
        Recorded lake = new Recorded("lake", List.of(), log);
        ServiceProvider broken = new Recorded("oms", List.of(), log).failing("no");
        assertThatThrownBy(
                        () -> ServiceHost.start("desk", List.of(lake, broken), folder, configuration(), Prompt.NOBODY))
                .isInstanceOf(ServiceException.class);

        // The bus folder is free again, and so are the names.
        ServiceHost.start("desk", List.of(lake), folder, configuration(), Prompt.NOBODY)
                .close();
    }

    @Test
    void an_address_that_is_none_of_this_machine_is_refused() {
        assertThatThrownBy(() -> ServiceHost.start(
                        "desk", List.of(), folder, configuration("monitoring.bind=192.0.2.1"), Prompt.NOBODY))
                .isInstanceOf(IOException.class);
    }

    private static String get(URI page) throws IOException {
        HttpURLConnection call = (HttpURLConnection) page.toURL().openConnection();
        try (InputStream body = call.getResponseCode() < 400 ? call.getInputStream() : call.getErrorStream()) {
            return call.getResponseCode() + " " + new String(body.readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            call.disconnect();
        }
    }
}
