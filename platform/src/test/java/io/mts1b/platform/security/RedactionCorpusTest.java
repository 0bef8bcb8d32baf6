package io.mts1b.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.contracts.house.House;
import io.mts1b.contracts.house.HouseFile;
import io.mts1b.contracts.house.Secrets;
import io.mts1b.testkit.ForAll;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Many secrets in many places: what the house refuses in its sources must not be readable in its logs either. */
class RedactionCorpusTest {

    private static final String ALPHABET = "9aZ0bY1cX2dW3eV4fU5gT6hS7iR8jQ9kP0lOmNnMoLpKqJrIsHtGuFvEwDxCyBzA";

    /** How text and secret meet in real logs: %s is the secret. */
    private static final List<String> PLACES = List.of(
            "%s",
            "Calling with %s now",
            "value=%s",
            "{\"v\":\"%s\"}",
            "{\\\"v\\\":\\\"%s\\\"}",
            "[%s]",
            "(%s), next",
            "<v>%s</v>",
            "http://host/path?v=%s&w=1",
            "first line\n%s\nlast line",
            "first line\\n%s\\nlast line",
            "java.io.IOException: refused: %s",
            "\t%s\r\n");

    private static String run(int length) {
        return ALPHABET.repeat(3).substring(0, length);
    }

    private static String capitals(int length) {
        return "Q7X2M4R9T1B6W8Z3V5N2K6J8".substring(0, length);
    }

    /** Tokens by look, put together here so that no scanner takes this file for a leak. */
    static List<String> tokens() {
        String header = "eyJ" + "hbGciOiJFZERTQSJ9";
        List<String> tokens = new ArrayList<>(List.of(
                "AKIA" + capitals(16),
                "ASIA" + capitals(16),
                "PK" + capitals(18),
                "xprv" + run(107),
                "5" + "Kb8kLf9zgWQnogidDA76MzPL6TsZZY36hWXMssSzNydYXYB9KF",
                "hvs." + run(24),
                "ya29." + run(40),
                "SG." + run(22) + "." + run(43),
                "48395748" + "12:AA" + run(33),
                header + ".eyJ" + "zdWIiOiIxIn0." + run(43),
                header + "." + run(20) + "." + run(16) + "." + run(30) + "." + run(22),
                "MTk4NjIyNDgzNDcxOTI1MjQ4" + ".Cl2FMQ." + run(27),
                "https://discord.com/api/webhooks/" + "123456789012345678/" + run(60)));
        Stream.of("ghp_", "gho_", "ghu_", "ghs_", "ghr_", "npm_").forEach(head -> tokens.add(head + run(36)));
        Stream.of("github_pat_").forEach(head -> tokens.add(head + run(82)));
        Stream.of("glpat-", "hf_", "sk-ant-", "sk-proj-", "sk-svcacct-", "AIza", "GOCSPX-")
                .forEach(head -> tokens.add(head + run(35)));
        Stream.of("xoxa-", "xoxb-", "xoxe-", "xoxo-", "xoxp-", "xoxr-", "xoxs-", "xapp-")
                .forEach(head -> tokens.add(head + run(30)));
        Stream.of("sk_live_", "sk_test_", "rk_live_", "rk_test_").forEach(head -> tokens.add(head + run(24)));
        return tokens;
    }

    static Stream<Secrets.Look> looks() {
        House house = HouseFile.standard();
        return house.secrets().patterns().stream();
    }

    /** The part of a token that may not be left standing. */
    private static String heart(String token) {
        return token.substring(token.length() - 12);
    }

    @ParameterizedTest
    @MethodSource("tokens")
    void a_token_is_found_in_every_place(String token) {
        for (String place : PLACES) {
            String text = place.replace("%s", token);
            String redacted = Redaction.standard().redact(text);

            assertThat(redacted).contains(Redaction.MARK).doesNotContain(heart(token));
            String[] around = place.split("%s", -1);
            assertThat(redacted).startsWith(around[0]).endsWith(around[1]);
        }
    }

    @ParameterizedTest
    @MethodSource("looks")
    void what_the_sources_may_not_hold_the_logs_do_not_show(Secrets.Look look) {
        String redacted = Redaction.standard().redact("before " + look.example() + " after");

        assertThat(redacted).contains(Redaction.MARK);
        assertThat(look.regex().matcher(redacted).results().map(found -> found.group()))
                .as("what is left of %s", look.id())
                .allMatch(found -> found.contains(Redaction.MARK));
    }

    @Test
    void the_value_of_a_sensitive_name_never_survives() {
        List<String> names = List.of(
                "password",
                "apiKey",
                "API_SECRET",
                "X-Auth-Token",
                "clientSecret",
                "private_key",
                "db.passwd",
                "Authorization",
                "passphrase",
                "sessionId",
                "refresh_token",
                "pin",
                "access key");
        List<String> ways = List.of(
                "%n=%v",
                "%n: %v",
                "\"%n\":\"%v\"",
                "\"%n\" : \"%v\"",
                "'%n'='%v'",
                "\\\"%n\\\":\\\"%v\\\"",
                "%n=>%v",
                "<%n>%v</%n>",
                "{%n=%v, other=1}",
                "?%n=%v&other=1",
                "%n = \"%v\"",
                "[%n=[%v]]",
                "\n%n:\t%v\n");
        ForAll.cases(random -> {
            String name = ForAll.oneOf(random, names.toArray(String[]::new));
            String way = ForAll.oneOf(random, ways.toArray(String[]::new));
            String value = "Z" + drawn(random, 1 + random.nextInt(40), "abcXYZ0189!#$*+./:@^_~-") + "Z";
            if (way.contains("<")) {
                name = name.replace(' ', '-');
            }
            if (way.contains("?")) {
                value = value.replace('&', 'x').replace('#', 'x');
            }
            String text = prose(random) + way.replace("%n", name).replace("%v", value) + prose(random);

            assertThat(Redaction.standard().redact(text))
                    .contains(Redaction.MARK)
                    .doesNotContain(value);
        });
    }

    @Test
    void no_text_breaks_it_and_the_second_time_changes_nothing() {
        String hard = "\"'\\{}[]()<>=:;,&%@/ \t\n-_.aZ9";
        List<String> pieces = List.of(
                "password",
                "token=",
                "seed ",
                "://",
                "-----BEGIN",
                " PRIVATE KEY-----",
                "-----END",
                "eyJ",
                "4111",
                "Bearer ",
                "[REDACTED]",
                "\\\"",
                "==",
                "%3D",
                "ghp_",
                ":AA",
                "Authorization: ",
                "--secret ",
                "hvs.");
        ForAll.cases(20_000, random -> {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(12); i >= 0; i--) {
                text.append(
                        random.nextBoolean()
                                ? pieces.get(random.nextInt(pieces.size()))
                                : drawn(random, random.nextInt(8), hard));
            }
            String once = Redaction.standard().redact(text.toString());

            assertThat(Redaction.standard().redact(once)).isEqualTo(once);
        });
    }

    @Test
    void hostile_text_costs_no_more_than_other_text() {
        int size = 1 << 20;
        List<String> pieces = List.of(
                "a",
                "-",
                "\\",
                "=",
                "==",
                " ",
                "password",
                "password ",
                "password=",
                "password=\"",
                "\"",
                "://",
                "@",
                "-----BEGIN ",
                "-----BEGIN PRIVATE KEY",
                "eyJ",
                "eyJaaaaaaaaa-",
                "eyJaaaaaaaaaa.",
                "ghp_",
                "4111 ",
                "4111-1111-",
                "12345678:AA",
                "aaaa ",
                "abcdefgh",
                "token:[",
                "token:{",
                "Bearer ",
                "--token ",
                "[REDACTED",
                "webhooks/",
                "api ",
                "aaaaaaaaaaaaaaaaaaaaaaa.",
                "a_",
                "A-",
                "hvs.",
                "'",
                "%3D",
                "<pin>");
        for (String piece : pieces) {
            String text = piece.repeat(size / piece.length());
            long before = threadTime();
            Redaction.standard().redact(text);
            Duration spent = Duration.ofNanos(threadTime() - before);

            // A scan that is quadratic in a megabyte takes minutes; one that is linear takes milliseconds.
            assertThat(spent).as("a megabyte of '%s'", piece).isLessThan(Duration.ofSeconds(1));
        }
    }

    private static long threadTime() {
        return java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static String prose(RandomGenerator random) {
        return ForAll.oneOf(random, "", " order o-1 filled ", " price=101.25, ", "\n", " at 12:00:01.5 ");
    }

    private static String drawn(RandomGenerator random, int length, String alphabet) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
