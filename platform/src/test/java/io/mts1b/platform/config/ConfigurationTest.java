package io.mts1b.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mts1b.foundation.numbers.Money;
import io.mts1b.platform.config.ConfigurationException.Problem;
import io.mts1b.platform.security.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationTest {

    enum Mode {
        PAPER,
        LIVE_SMALL
    }

    record Retry(
            @Default("3") int maxAttempts, @Default("250ms") Duration pause) {

        Retry {
            if (maxAttempts < 1) {
                throw new IllegalArgumentException("maxAttempts must be positive, was " + maxAttempts);
            }
        }
    }

    record Venue(URI url, @Nullable Secret apiKey, Retry retry) {}

    /** One component of each type. */
    @Removed(key = "limit", instead = "set desk.max_order")
    @Removed(key = "tz", instead = "set desk.zone")
    record Desk(
            @Default("8080") int port,
            @Default("9000000000") long capacity,
            @Default("0.5") double ratio,
            @Default("true") boolean active,
            @Default("alpha") String name,
            @Default("live_small") Mode mode,
            @Default("1m30s") Duration timeout,
            @Default("64KiB") DataSize buffer,
            @Default("12.50 USD") Money maxOrder,
            @Default("America/New_York") ZoneId zone,
            @Default("2026-11-20") LocalDate since,
            @Default("09:30") LocalTime open,
            @Default("data") Path folder,
            @Default("http://localhost") URI home,
            @Default("A, B") List<String> symbols,
            @Nullable Integer cap,
            @Nullable Secret password,
            Retry retry,
            List<Retry> ladder,
            Map<String, Venue> venues) {}

    record Needy(int port, String name, Retry retry) {}

    @TempDir
    private Path folder;

    private Path yaml(String text) throws IOException {
        return Files.writeString(folder.resolve("mts.yaml"), text);
    }

    private static Configuration load(Class<? extends Record> type, ConfigurationSources sources) {
        return Configuration.load(List.of(ConfigurationSection.of("desk", type)), sources);
    }

    private static ConfigurationSources sources(Optional<Path> file, Map<String, String> env, String... arguments) {
        return ConfigurationSources.of(file, env, List.of(arguments));
    }

    private Desk desk(String yaml, Map<String, String> env, String... arguments) throws IOException {
        return load(Desk.class, sources(Optional.of(yaml(yaml)), env, arguments))
                .section(Desk.class);
    }

    private List<String> problems(String yaml, Map<String, String> env, String... arguments) throws IOException {
        Path file = yaml(yaml);
        ConfigurationException refused = catchThrowableOfType(
                ConfigurationException.class, () -> load(Desk.class, sources(Optional.of(file), env, arguments)));
        assertThat(refused).as("nothing was refused").isNotNull();
        return refused.problems().stream()
                .map(problem -> problem.toString().replace(file.toString(), "mts.yaml"))
                .toList();
    }

    private static final Desk DEFAULTS = new Desk(
            8080,
            9_000_000_000L,
            0.5,
            true,
            "alpha",
            Mode.LIVE_SMALL,
            Duration.ofSeconds(90),
            new DataSize(65_536),
            Money.parse("12.50 USD"),
            ZoneId.of("America/New_York"),
            LocalDate.of(2026, 11, 20),
            LocalTime.of(9, 30),
            Path.of("data"),
            URI.create("http://localhost"),
            List.of("A", "B"),
            null,
            null,
            new Retry(3, Duration.ofMillis(250)),
            List.of(),
            Map.of());

    @Test
    void every_component_has_its_default() {
        assertThat(Configuration.defaults(Desk.class)).isEqualTo(DEFAULTS);
    }

    @Test
    void an_empty_file_sets_nothing() throws IOException {
        assertThat(desk("", Map.of())).isEqualTo(DEFAULTS);
        assertThat(desk("# nothing\n", Map.of())).isEqualTo(DEFAULTS);
        assertThat(desk("---\n", Map.of())).isEqualTo(DEFAULTS);
        assertThat(desk("desk:\n", Map.of())).isEqualTo(DEFAULTS);
        assertThat(desk("desk:\n  retry:\n  ladder: []\n  venues: {}\n", Map.of("PATH", "/bin")))
                .isEqualTo(DEFAULTS);
    }

    @Test
    void the_file_sets_every_key() throws IOException {
        Desk desk = desk("""
                desk:
                  port: 81
                  capacity: -5
                  ratio: 1.5e-3
                  active: false
                  name: no
                  mode: paper
                  timeout: 2h
                  buffer: 10MB
                  max_order: "7 EUR"
                  zone: Asia/Tokyo
                  since: 2001-09-11
                  open: 10:00:01
                  folder: /var/lib
                  home: https://x.org/a
                  symbols: [C, '1.10']
                  cap: 7
                  password: env:PASSWORD
                  retry: {max_attempts: 9, pause: 1s}
                  ladder:
                    - max_attempts: 1
                    - pause: 5s
                  venues:
                    kraken: {url: 'https://k', api_key: 'env:PASSWORD'}
                    paper: {url: 'local:x', retry: {max_attempts: 2}}
                """, Map.of("PASSWORD", "hunter2"));

        Retry standard = new Retry(3, Duration.ofMillis(250));
        assertThat(desk)
                .isEqualTo(new Desk(
                        81,
                        -5,
                        0.0015,
                        false,
                        "no",
                        Mode.PAPER,
                        Duration.ofHours(2),
                        new DataSize(10_000_000),
                        Money.parse("7 EUR"),
                        ZoneId.of("Asia/Tokyo"),
                        LocalDate.of(2001, 9, 11),
                        LocalTime.of(10, 0, 1),
                        Path.of("/var/lib"),
                        URI.create("https://x.org/a"),
                        List.of("C", "1.10"),
                        7,
                        Secret.of("hunter2"),
                        new Retry(9, Duration.ofSeconds(1)),
                        List.of(new Retry(1, standard.pause()), new Retry(3, Duration.ofSeconds(5))),
                        Map.of(
                                "kraken", new Venue(URI.create("https://k"), Secret.of("hunter2"), standard),
                                "paper", new Venue(URI.create("local:x"), null, new Retry(2, standard.pause())))));
    }

    @Test
    void the_environment_goes_before_the_file_and_the_command_line_before_both() throws IOException {
        Desk desk = desk(
                "desk: {port: 1, name: file, retry: {max_attempts: 4}, venues: {k: {url: 'a:b'}}}",
                Map.of(
                        "MTS_DESK_PORT", "2",
                        "MTS_DESK_NAME", "environment",
                        "MTS_DESK_SYMBOLS", "X,Y , Z",
                        "MTS_DESK_RETRY_MAX_ATTEMPTS", "5",
                        "MTS_DESK_PASSWORD", "literal",
                        "MTS1B_JAVA_OPTS", "-Xmx1g"),
                "desk.port=3",
                "desk.retry.pause=7s",
                "desk.venues.k.url=c:d",
                "desk.venues.n.url=e:f");

        assertThat(desk.port()).isEqualTo(3);
        assertThat(desk.name()).isEqualTo("environment");
        assertThat(desk.symbols()).containsExactly("X", "Y", "Z");
        assertThat(desk.retry()).isEqualTo(new Retry(5, Duration.ofSeconds(7)));
        assertThat(desk.password()).isEqualTo(Secret.of("literal"));
        assertThat(desk.venues().get("k")).extracting(Venue::url).isEqualTo(URI.create("c:d"));
        assertThat(desk.venues()).containsOnlyKeys("k", "n");
    }

    @Test
    void a_list_may_be_emptied() throws IOException {
        assertThat(desk("desk: {symbols: []}", Map.of()).symbols()).isEmpty();
        assertThat(desk("", Map.of("MTS_DESK_SYMBOLS", "")).symbols()).isEmpty();
    }

    @Test
    void a_value_may_be_unset_where_it_may_be_missing() throws IOException {
        assertThat(desk("desk: {cap: null, password: ~}", Map.of()).cap()).isNull();
    }

    @Test
    void everything_is_explained_and_no_secret_shown() throws IOException {
        Path file = yaml("desk:\n  port: 81\n  password: env:PASSWORD\n  home: http://bob:pw@h/\n");
        List<Setting> settings = load(
                        Desk.class,
                        sources(Optional.of(file), Map.of("PASSWORD", "hunter2", "MTS_DESK_NAME", "n"), "desk.cap=4"))
                .settings();

        assertThat(settings)
                .hasSize(22)
                .startsWith(
                        new Setting("desk.port", "81", file + ":2"),
                        new Setting("desk.capacity", "9000000000", "default"))
                .contains(
                        new Setting("desk.name", "n", "environment MTS_DESK_NAME"),
                        new Setting("desk.cap", "4", "argument desk.cap"),
                        new Setting("desk.password", "env:PASSWORD", file + ":3"),
                        new Setting("desk.home", "http://[REDACTED]@h/", file + ":4"),
                        new Setting("desk.symbols.1", "B", "default"),
                        new Setting("desk.retry.max_attempts", "3", "default"),
                        new Setting("desk.venues", "", "default"));
        assertThat(load(Desk.class, sources(Optional.empty(), Map.of("MTS_DESK_PASSWORD", "hunter2")))
                        .settings())
                .contains(
                        new Setting("desk.password", "[REDACTED]", "environment MTS_DESK_PASSWORD"),
                        new Setting("desk.cap", "", "not set"));
    }

    @Test
    void all_that_is_wrong_is_told_at_once() throws IOException {
        assertThat(problems("""
                        desk:
                          prot: 1
                          ratio: much
                          retry:
                            max_attempts: 0
                          limit: 5
                          ladder:
                            - pause: 5
                          venues:
                            k: {}
                        dsek: {}
                        """, Map.of("MTS_DESK_PROT", "1", "MTS_DESK_TZ", "x"), "desk.port=http", "port"))
                .containsExactlyInAnyOrder(
                        "mts.yaml:2: desk.prot must be a known key, did you mean 'port'?",
                        "mts.yaml:3: desk.ratio must be a number, was 'much'",
                        "mts.yaml:5: desk.retry is refused: maxAttempts must be positive, was 0",
                        "mts.yaml:6: desk.limit was removed: set desk.max_order",
                        "mts.yaml:8: desk.ladder.0.pause must be a time such as 250ms, 5s or 1h30m, was '5'",
                        "mts.yaml:10: desk.venues.k.url must be set",
                        "mts.yaml:11: dsek must be a known section, did you mean 'desk'?",
                        "environment MTS_DESK_PROT: must be a known key, did you mean 'MTS_DESK_PORT'?",
                        "environment MTS_DESK_TZ: desk.tz was removed: set desk.zone",
                        "argument desk.port: desk.port must be a whole number from -2147483648 to 2147483647, was 'http'",
                        "argument 'port': must be key=value");
    }

    @Test
    void what_has_no_default_must_be_set() {
        assertThatThrownBy(() -> load(Needy.class, sources(Optional.empty(), Map.of())))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("configuration is refused:\n  configuration: desk.port must be set"
                        + "\n  configuration: desk.name must be set");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "port: 1.5 | desk.port must be a whole number from -2147483648 to 2147483647, was '1.5'",
                "port: +1 | desk.port must be a whole number from -2147483648 to 2147483647, was '+1'",
                "port: 3000000000 | desk.port must be a whole number from -2147483648 to 2147483647, was '3000000000'",
                "port: '' | desk.port must be a whole number from -2147483648 to 2147483647, was ''",
                "port: | desk.port must have a value",
                "port: [1] | desk.port must be one value",
                "port: {a: 1} | desk.port must be one value",
                "capacity: 9223372036854775808 | desk.capacity must be a whole number from -9223372036854775808 to"
                        + " 9223372036854775807, was '9223372036854775808'",
                "ratio: NaN | desk.ratio must be a number, was 'NaN'",
                "ratio: 1e400 | desk.ratio must be a number, was '1e400'",
                "active: yes | desk.active must be true or false, was 'yes'",
                "active: True | desk.active must be true or false, was 'True'",
                "mode: PAPER | desk.mode must be one of paper, live_small, was 'PAPER'",
                "timeout: -1s | desk.timeout must be a time such as 250ms, 5s or 1h30m, was '-1s'",
                "timeout: 1s1h | desk.timeout must be a time such as 250ms, 5s or 1h30m, was '1s1h'",
                "buffer: 64kb | desk.buffer must be a DataSize: must be a size such as 64KiB or 10MB, was '64kb'",
                "zone: Mars | desk.zone must be a time zone such as America/New_York, was 'Mars'",
                "since: 20-11-2026 | desk.since must be a date such as 2026-11-20, was '20-11-2026'",
                "open: 25:00 | desk.open must be a time of day such as 09:30, was '25:00'",
                "home: 'a b' | desk.home must be a URI, was 'a b'",
                "symbols: A,B | desk.symbols must be a list",
                "symbols: [[A]] | desk.symbols.0 must be one value",
                "symbols: [null] | desk.symbols.0 must have a value",
                "retry: 3 | desk.retry must be keys and values",
                "ladder: 3 | desk.ladder must be a list",
                "venues: [a] | desk.venues must be keys and values",
                "venues: {a.b: {url: 'x:y'}} | desk.venues must have keys without a point, has 'a.b'",
                "password: hunter2 | desk.password must be a reference to a secret, such as env:NAME or"
                        + " file:/run/secrets/name, not the secret",
                "password: env:NONE | desk.password environment variable NONE must hold a secret, is not set or empty",
            })
    void a_wrong_value_is_told_with_its_line(String line, String problem) throws IOException {
        assertThat(problems("desk:\n  " + line + "\n", Map.of())).containsExactly("mts.yaml:2: " + problem);
    }

    @Test
    void money_says_what_it_expects() throws IOException {
        assertThat(problems("desk: {max_order: '5'}", Map.of()))
                .containsExactly("mts.yaml:1: desk.max_order must be a Money: text must be a number, a space and a"
                        + " currency, was '5'");
    }

    @Test
    void a_secret_on_the_command_line_is_refused_and_not_repeated() throws IOException {
        assertThat(problems("", Map.of(), "desk.password=hunter2"))
                .singleElement()
                .asString()
                .startsWith("argument desk.password: desk.password must be a reference")
                .doesNotContain("hunter2");
    }

    @Test
    void arguments_do_not_go_on_from_values() throws IOException {
        assertThat(problems("desk: {port: 1}", Map.of(), "desk.port.x=1", "desk.nope.x=1"))
                .containsExactlyInAnyOrder(
                        "argument desk.port.x: desk.port.x must not go on from a value or a list",
                        "argument desk.nope.x: desk.nope must be a known key");
    }

    @Test
    void sections_must_be_made_as_described() {
        ConfigurationSources none = sources(Optional.empty(), Map.of());
        record Strange(Object what) {}
        record Clash(@Default("1") int aB, Inner a) {
            record Inner(@Default("1") int b) {}
        }

        assertThatThrownBy(() -> load(Strange.class, none))
                .hasMessage("type must be a value, a record, a List or a Map by String, was java.lang.Object");
        assertThatThrownBy(() -> load(Clash.class, none))
                .hasMessage("keys must have variables of their own, desk.a.b and desk.a_b are both MTS_DESK_A_B");
        assertThatThrownBy(() -> Configuration.load(List.of(ConfigurationSection.of("A", Desk.class)), none))
                .hasMessageStartingWith("name of a section must match");
        assertThatThrownBy(() -> Configuration.load(
                        List.of(ConfigurationSection.of("a", Desk.class), ConfigurationSection.of("a", Needy.class)),
                        none))
                .hasMessage("sections must have names of their own, a stands twice");
        assertThatThrownBy(() -> load(Desk.class, none).section(Needy.class))
                .hasMessage("type must be that of a section, was " + Needy.class.getName());
    }

    @Test
    void the_environment_of_the_process_is_there() {
        assertThat(ConfigurationSources.environmentOfProcess()).containsKey("PATH");
    }

    @Test
    void a_problem_without_a_key_is_about_the_whole() {
        assertThat(new Problem("f:1", "", "must be")).hasToString("f:1: must be");
    }
}
