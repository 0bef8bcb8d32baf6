package io.mts1b.platform.logging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.platform.config.Configuration;
import io.mts1b.platform.security.Redaction;
import io.mts1b.platform.security.Secret;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.logstash.logback.argument.StructuredArguments;
import net.logstash.logback.marker.Markers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LoggingTest {

    private static final Logger LOG = LoggerFactory.getLogger("io.example.Desk");
    private static final String PASSWORD = "hunter2-hunter2";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private Optional<Logging> logging = Optional.empty();

    @AfterEach
    void stop() {
        logging.ifPresent(Logging::close);
        MDC.clear();
    }

    private Logging start(LoggingSettings settings) {
        Logging started = Logging.start(settings, Redaction.standard(), bytes);
        logging = Optional.of(started);
        return started;
    }

    private Logging start(LogFormat format) {
        return start(new LoggingSettings(format, LogLevel.INFO, Map.of(), 20, Duration.ofHours(1), List.of()));
    }

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private List<JsonNode> lines() {
        return text().lines().map(line -> JsonMapper.shared().readTree(line)).toList();
    }

    @Test
    void every_default_is_what_it_should_be() {
        assertThat(Configuration.defaults(LoggingSettings.class))
                .isEqualTo(new LoggingSettings(
                        LogFormat.CONSOLE, LogLevel.INFO, Map.of(), 20, Duration.ofSeconds(10), List.of()));
        assertThat(Configuration.installedSections())
                .anyMatch(section -> section.name().equals("logging"));
    }

    @Test
    void people_read_a_line() {
        start(LogFormat.CONSOLE);
        try (Correlation.Scope _ = Correlation.open("o-1")) {
            LOG.atInfo().addKeyValue("side", "buy").log("Order accepted orderId={}", "o-1");
        }

        assertThat(text())
                .matches("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}\\.[0-9]{3}Z INFO  Desk                 "
                        + "Order accepted orderId=o-1 correlation_id=o-1 side=\"buy\"\n");
    }

    @Test
    void machines_read_json() {
        start(LogFormat.JSON);
        try (Correlation.Scope _ = Correlation.open("o-1")) {
            LOG.atWarn().addKeyValue("quantity", 5).log("Order \"late\"\nby far");
        }

        JsonNode line = lines().getFirst();
        assertThat(line.propertyNames())
                .containsExactlyInAnyOrder(
                        "timestamp", "message", "logger", "thread", "level", "correlation_id", "quantity");
        assertThat(line.get("message").asString()).isEqualTo("Order \"late\"\nby far");
        assertThat(line.get("logger").asString()).isEqualTo("io.example.Desk");
        assertThat(line.get("level").asString()).isEqualTo("WARN");
        assertThat(line.get("correlation_id").asString()).isEqualTo("o-1");
        assertThat(line.get("quantity").isInt()).isTrue();
        assertThat(line.get("timestamp").asString()).endsWith("Z");
    }

    @ParameterizedTest
    @EnumSource(LogFormat.class)
    void no_way_leads_around_redaction(LogFormat format) {
        start(format);
        MDC.put("password", PASSWORD);
        MDC.put("note", "token=" + PASSWORD);
        Exception deep = new IOException("refused: password=" + PASSWORD);
        for (int i = 0; i < 50; i++) {
            deep = new IllegalStateException("secret: " + PASSWORD + " at " + i, deep);
        }
        deep.addSuppressed(new IllegalStateException("api_key=" + PASSWORD));
        LOG.info("Login password={}", PASSWORD);
        LOG.info("Login password={} token={}", PASSWORD, PASSWORD, deep);
        LOG.info("Login {}", StructuredArguments.keyValue("password", PASSWORD));
        LOG.info(Markers.append("password", PASSWORD), "Login");
        LOG.atInfo().addKeyValue("apiSecret", PASSWORD).addKeyValue("pin", 1234).log("Login");
        LOG.atInfo().addKeyValue("who", Secret.of(PASSWORD)).setCause(deep).log("Login");
        LOG.atInfo().addKeyValue("url", "http://bob:" + PASSWORD + "@host").log("Login");
        java.util.logging.Logger.getLogger("io.example.old").warning("password=" + PASSWORD);

        assertThat(text())
                .contains(
                        "[REDACTED]",
                        "Login password=[REDACTED]",
                        "IllegalStateException",
                        "io.example.old".substring(11))
                .doesNotContain(PASSWORD)
                .doesNotContain("1234")
                .contains("Suppressed: java.lang.IllegalStateException: api_key=[REDACTED]")
                .contains("Caused by: java.io.IOException: refused: password=[REDACTED]");
        assertThat(text().lines().filter(line -> line.contains("Login")).count())
                .isEqualTo(7);
        if (format == LogFormat.JSON) {
            assertThat(lines()).hasSize(8);
        }
    }

    @Test
    void a_secret_that_becomes_known_is_taken_out_from_then_on() {
        Logging started = start(LogFormat.CONSOLE);
        started.redact(Redaction.standard().withKnown(Secret.of("plain words")));
        LOG.info("These are plain words");

        assertThat(text()).contains("These are [REDACTED]");
    }

    @Test
    void configured_patterns_are_taken_out() {
        start(new LoggingSettings(
                LogFormat.CONSOLE, LogLevel.INFO, Map.of(), 20, Duration.ofSeconds(1), List.of("ACC-[0-9]+")));
        LOG.info("Account ACC-77");

        assertThat(text()).contains("Account [REDACTED]").doesNotContain("ACC-77");
    }

    @Test
    void what_nobody_caught_is_logged_without_its_secrets() throws Exception {
        start(LogFormat.CONSOLE);
        Thread thread = new Thread(
                () -> {
                    throw new IllegalStateException("password=" + PASSWORD);
                },
                "worker");
        thread.start();
        thread.join();

        assertThat(text())
                .contains(
                        "Thread ended by what nobody caught thread=worker",
                        "IllegalStateException: password=[REDACTED]")
                .doesNotContain(PASSWORD);
    }

    @Test
    void a_message_cannot_forge_a_line_or_command_a_terminal() {
        start(LogFormat.CONSOLE);
        LOG.info("a\n2026-11-20T12:00:00.000Z ERROR Desk forged\r\u001b[31m", new IllegalStateException("b\nforged"));

        assertThat(text().lines().filter(line -> line.startsWith("2026-11-20T12:00:00.000Z")))
                .isEmpty();
        assertThat(text()).contains("a\n    2026-11-20T12:00:00.000Z ERROR Desk forged??[31m", "b\n    forged");
    }

    @Test
    void levels_are_changed_while_it_runs() {
        Logging started = start(new LoggingSettings(
                LogFormat.CONSOLE,
                LogLevel.WARN,
                Map.of("io/example", LogLevel.ERROR),
                20,
                Duration.ofHours(1),
                List.of()));
        LOG.warn("one");
        started.level("io.example.Desk", LogLevel.TRACE);
        LOG.trace("two");
        started.inherit("io.example.Desk");
        LOG.warn("three");
        started.inherit("io.example");
        LOG.warn("four");
        started.level("", LogLevel.OFF);
        LOG.error("five");

        assertThat(text().lines()
                        .map(line ->
                                line.substring(line.lastIndexOf("Desk") + 4).strip()))
                .containsExactly("two", "four");
        assertThat(started.level("")).contains(LogLevel.OFF);
        assertThat(started.level("io.example.Desk")).isEmpty();
        assertThatThrownBy(() -> started.inherit("")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_line_that_repeats_is_counted() {
        Logging started =
                start(new LoggingSettings(LogFormat.JSON, LogLevel.INFO, Map.of(), 3, Duration.ofHours(1), List.of()));
        for (int i = 0; i < 100; i++) {
            LOG.info("Reconnecting to {}", "venue");
        }
        assertThat(lines()).hasSize(3);
        started.close();
        logging = Optional.empty();

        assertThat(lines()).hasSize(4);
        assertThat(lines().getLast().get("message").asString()).isEqualTo("Reconnecting to venue");
        assertThat(lines().getLast().get("suppressed_repeats").asInt()).isEqualTo(96);
    }

    @Test
    void a_stream_that_fails_stops_nobody() {
        Logging started =
                Logging.start(Configuration.defaults(LoggingSettings.class), Redaction.standard(), new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("disk full");
                    }
                });
        logging = Optional.of(started);

        LOG.info("one");
        LOG.info("two");
        assertThat(started.level("")).contains(LogLevel.INFO);
    }

    @Test
    void many_threads_write_whole_lines() throws Exception {
        start(new LoggingSettings(LogFormat.JSON, LogLevel.INFO, Map.of(), 1_000_000, Duration.ofHours(1), List.of()));
        Thread[] threads = new Thread[8];
        for (int t = 0; t < threads.length; t++) {
            String name = "o-" + t;
            threads[t] = Thread.ofVirtual().start(Correlation.carry(() -> {
                try (Correlation.Scope _ = Correlation.open(name)) {
                    for (int i = 0; i < 200; i++) {
                        LOG.info("Step {}", name);
                    }
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(lines())
                .hasSize(1_600)
                .allSatisfy(line -> assertThat(line.get("message").asString())
                        .isEqualTo("Step " + line.get("correlation_id").asString()));
    }

    @ParameterizedTest
    @CsvSource({
        "0, PT1S, 'repeats must be 1 to 1000000, was 0'",
        "1000001, PT1S, 'repeats must be 1 to 1000000, was 1000001'",
        "1, PT0S, 'repeatWindow must be 1 ms to 1 h, was PT0S'",
        "1, PT2H, 'repeatWindow must be 1 ms to 1 h, was PT2H'",
    })
    void settings_out_of_bounds_are_refused(int repeats, Duration window, String message) {
        assertThatThrownBy(
                        () -> new LoggingSettings(LogFormat.JSON, LogLevel.INFO, Map.of(), repeats, window, List.of()))
                .hasMessage(message);
    }
}
