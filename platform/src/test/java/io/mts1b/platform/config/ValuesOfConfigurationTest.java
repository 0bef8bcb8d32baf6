package io.mts1b.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.testkit.ForAll;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times, sizes and near words. */
class ValuesOfConfigurationTest {

    @ParameterizedTest
    @CsvSource({
        "1ns, PT0.000000001S",
        "1us, PT0.000001S",
        "250ms, PT0.25S",
        "5s, PT5S",
        "90s, PT1M30S",
        "1m, PT1M",
        "2h, PT2H",
        "7d, PT168H",
        "1h30m, PT1H30M",
        "1d2h3m4s5ms6us7ns, PT26H3M4.005006007S",
        "0s, PT0S",
    })
    void times_are_read(String text, Duration expected) {
        assertThat(Durations.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "s", "5 s", "5S", "-5s", "1.5s", "1s1m", "1s1s", "PT5S", "1234567890s", "1m\n"})
    void what_is_no_time_is_refused(String text) {
        assertThatThrownBy(() -> Durations.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("must be a time such as 250ms, 5s or 1h30m, was '");
    }

    @ParameterizedTest
    @CsvSource({
        "0B, 0, 0B",
        "1B, 1, 1B",
        "1kB, 1000, 1000B",
        "1KiB, 1024, 1KiB",
        "64KiB, 65536, 64KiB",
        "3MB, 3000000, 3000000B",
        "1024KiB, 1048576, 1MiB",
        "2GB, 2000000000, 1953125KiB",
        "2GiB, 2147483648, 2GiB",
        "1TB, 1000000000000, 976562500KiB",
        "5TiB, 5497558138880, 5TiB",
    })
    void sizes_are_read_and_written(String text, long bytes, String written) {
        assertThat(DataSize.parse(text)).isEqualTo(new DataSize(bytes)).hasToString(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "KiB", "5 KiB", "5kb", "5KB", "-5B", "1.5MB", "5B\n"})
    void what_is_no_size_is_refused(String text) {
        assertThatThrownBy(() -> DataSize.parse(text))
                .hasMessageStartingWith("must be a size such as 64KiB or 10MB, was");
    }

    @Test
    void sizes_have_bounds_and_an_order() {
        assertThatThrownBy(() -> DataSize.parse("8388608TiB"))
                .hasMessage("must be a size below 8 EiB, was '8388608TiB'");
        assertThatThrownBy(() -> new DataSize(-1)).hasMessage("bytes must not be negative, was -1");
        assertThat(DataSize.parse("1KiB")).isGreaterThan(DataSize.parse("1kB"));
        ForAll.cases(random -> {
            DataSize size = new DataSize(random.nextLong(Long.MAX_VALUE) >>> random.nextInt(63));
            if (size.toString().length() < 19) {
                assertThat(DataSize.parse(size.toString())).isEqualTo(size);
            }
        });
    }

    @ParameterizedTest
    @CsvSource({
        "prot, port",
        "por, port",
        "potr, port",
        "connect_timout, connect_timeout",
        "zzzz, ''",
        "p, ''",
        "'', ''",
        "timeout, timeout_x",
    })
    void the_nearest_word_is_found_if_one_is_near(String word, String near) {
        assertThat(Nearest.of(word, List.of("port", "connect_timeout", "timeout_x"))
                        .orElse(""))
                .isEqualTo(near);
    }

    @Test
    void a_word_of_a_megabyte_is_near_nothing() {
        assertThat(Nearest.of("x".repeat(1 << 20), List.of("port"))).isEmpty();
        assertThat(Nearest.hint("prot", List.of("port"))).isEqualTo(", did you mean 'port'?");
        assertThat(Nearest.hint("zzzz", List.of("port"))).isEmpty();
    }
}
