package io.mts1b.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.platform.config.Configuration;
import io.mts1b.platform.config.DataSize;
import io.mts1b.platform.http.HttpRequest.Method;
import io.mts1b.platform.http.HttpSettings.Timeouts;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests and settings, before anything is sent. */
class HttpValuesTest {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Timeouts TIMEOUTS = new Timeouts(DAY, DAY, DAY, DAY);

    @Test
    void every_default_is_what_it_should_be() {
        assertThat(Configuration.defaults(HttpSettings.class))
                .isEqualTo(new HttpSettings(
                        new Timeouts(
                                Duration.ofSeconds(5),
                                Duration.ofSeconds(10),
                                Duration.ofSeconds(30),
                                Duration.ofSeconds(30)),
                        64,
                        8,
                        new DataSize(16 << 20),
                        4,
                        Duration.ofSeconds(20),
                        null));
        assertThat(Configuration.installedSections())
                .anyMatch(section -> section.name().equals("http"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://h/", "/x", "http:/x", "mailto:a@b"})
    void what_is_no_address_is_refused(String uri) {
        assertThatThrownBy(() -> HttpRequest.of(Method.GET, URI.create(uri)))
                .hasMessage("uri must be absolute http or https, was " + uri);
    }

    @Test
    void requests_that_make_no_sense_are_refused() {
        HttpRequest get = HttpRequest.of(Method.GET, URI.create("http://h/"));

        assertThatThrownBy(() -> get.weighing(0)).hasMessage("weight must be at least 1, was 0");
        assertThatThrownBy(() -> get.withBody("a/b", new byte[1]))
                .hasMessage("body must be empty for GET, has 1 bytes");
        assertThatThrownBy(() -> get.withHeader("X-Api-Key", "hunter2\nX: y"))
                .hasMessage("value of header X-Api-Key must be ASCII without control characters, is not");
        assertThatThrownBy(() -> get.withHeader("a b", "c")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> get.withHeader("a:", "c")).hasMessage("name must have no colon, was a:");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, 1KiB, 1, 5s, ''", "10001, 1, 1KiB, 1, 5s, ''", "2, 3, 1KiB, 1, 5s, ''", "2, 0, 1KiB, 1, 5s, ''",
        "2, 1, 2GiB, 1, 5s, ''", "2, 1, 1KiB, 0, 5s, ''", "2, 1, 1KiB, 101, 5s, ''", "2, 1, 1KiB, 1, 0s, ''",
        "2, 1, 1KiB, 1, 5s, proxy", "2, 1, 1KiB, 1, 5s, http://proxy",
    })
    void settings_out_of_bounds_are_refused(
            int connections, int perHost, String largest, int attempts, String heartbeat, String proxy) {
        assertThatThrownBy(() -> new HttpSettings(
                        TIMEOUTS,
                        connections,
                        perHost,
                        DataSize.parse(largest),
                        attempts,
                        heartbeat.equals("0s") ? Duration.ZERO : Duration.ofSeconds(5),
                        proxy.isEmpty() ? null : URI.create(proxy)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Timeouts(Duration.ZERO, DAY, DAY, DAY))
                .hasMessage("connect must be 1 ms to a day, was PT0S");
        assertThatThrownBy(() -> new Timeouts(DAY, Duration.ZERO, DAY, DAY))
                .hasMessage("read must be 1 ms to a day, was PT0S");
        assertThatThrownBy(() -> new Timeouts(DAY, DAY, Duration.ZERO, DAY))
                .hasMessage("call must be 1 ms to a day, was PT0S");
        assertThatThrownBy(() -> new Timeouts(DAY, DAY, DAY, Duration.ZERO))
                .hasMessage("limit must be 1 ms to a day, was PT0S");
    }
}
