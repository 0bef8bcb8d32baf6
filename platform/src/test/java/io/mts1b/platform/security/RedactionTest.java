package io.mts1b.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole lines in, whole lines out. The quote character of the tables is the backtick. */
class RedactionTest {

    private static String redact(String text) {
        return Redaction.standard().redact(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "password=hunter2 | password=[REDACTED]",
                "password: hunter2, user: bob | password: [REDACTED], user: bob",
                "Login[user=bob, password=hunter2] | Login[user=bob, password=[REDACTED]]",
                "password=a,b;c)d user=bob | password=[REDACTED] user=bob",
                "password = 'two words' x | password = '[REDACTED]' x",
                "db.password2=x1y2 | db.password2=[REDACTED]",
                "PASSWORD => x1y2 | PASSWORD => [REDACTED]",
                "secret := x1y2 | secret := [REDACTED]",
                "{\"api_key\":\"x1\",\"n\":1} | {\"api_key\":\"[REDACTED]\",\"n\":1}",
                "{\"apiSecret\": 12345, \"n\":1} | {\"apiSecret\": \"[REDACTED]\", \"n\":1}",
                "{\"secret\":[\"a\",\"b\"],\"n\":1} | {\"secret\":\"[REDACTED]\",\"n\":1}",
                "{\"secret\":null,\"n\":1} | {\"secret\":null,\"n\":1}",
                "{\"m\":\"{\\\"token\\\":\\\"x1\\\"}\"} | {\"m\":\"{\\\"token\\\":\\\"[REDACTED]\\\"}\"}",
                "{\"password\":\"a\\\"b\",\"n\":1} | {\"password\":\"[REDACTED]\",\"n\":1}",
                "X-MBX-APIKEY: x1y2 | X-MBX-APIKEY: [REDACTED]",
                "CB-ACCESS-SIGN: ab=ef | CB-ACCESS-SIGN: [REDACTED]",
                "API key: x1y2 | API key: [REDACTED]",
                "/order?symbol=X&signature=ab12&side=buy | /order?symbol=X&signature=[REDACTED]&side=buy",
                "q=token%3Dab12%26n | q=token%3D[REDACTED]%26n",
                "<password>hunter2</password> | <password>[REDACTED]</password>",
                "mts up --token x1y2 --port 80 | mts up --token [REDACTED] --port 80",
                "mts up --api-key=x1y2 --port 80 | mts up --api-key=[REDACTED] --port 80",
                "Authorization: Bearer x1y2 | Authorization: [REDACTED]",
                "headers {Authorization=[Bearer x1y2], Accept=[text]} | headers {Authorization=[REDACTED], Accept=[text]}",
                "-H \"Cookie: a=b; c=d\" http | -H \"Cookie: [REDACTED]\" http",
                "sent bearer abcd1234 | sent bearer [REDACTED]",
                "token: Basic dXNlcjpw | token: [REDACTED]",
                "accessToken -> x1y2 | accessToken -> [REDACTED]",
                "pin=1234 | pin=[REDACTED]",
                "seed=0xab12cd | seed=[REDACTED]",
                "passphrase: a b c | passphrase: [REDACTED]",
                "nats://bob:pw@host:4222/x | nats://[REDACTED]@host:4222/x",
                "jdbc:postgresql://bob:p@w@host/db | jdbc:postgresql://[REDACTED]@host/db",
                "card 4111111111111111 paid | card [REDACTED] paid",
                "card 4111 1111 1111 1111. | card [REDACTED].",
                "card 3782-822463-10005 | card [REDACTED]",
            })
    void takes_out_what_is_named_or_has_a_look(String text, String expected) {
        assertThat(redact(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Order filled id=o-1 price=101.25 quantity=100 side=buy",
                "max_tokens=4096 tokens: 12",
                "key=AAPL monkey=1 keyboard: us",
                "spin=3 design=new assigned: bob sign=-1",
                "seed=42 seed: -9223372036854775808",
                "password=",
                "password= \nnext",
                "token: null secret=false",
                "basic authentication and bearer instruments failed",
                "at 1732106460123456789 and 1732106460123 took 4111111111111112 ns",
                "ratio 0.4111111111111111 id 4111111111111111a",
                "4111 1111 1111 1111 1111 1111",
                "http://host:80/a@b mail bob@host.org",
                "chain 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                "id 0c4b1f2e-9a3d-4c5b-8e7f-1a2b3c4d5e6f",
                "the server closed the connection after seven attempts and will not come back until morning",
                "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----",
                "şifre değişti, token süresi doldu",
                "already password=[REDACTED] and \"token\":\"[REDACTED]\"",
            })
    void leaves_what_is_no_secret(String text) {
        assertThat(redact(text)).isSameAs(text);
    }

    @Test
    void a_private_key_goes_whole_even_where_it_is_cut_off() {
        String begin = "-----BEGIN EC " + "PRIVATE KEY-----";
        String end = "-----END EC " + "PRIVATE KEY-----";

        assertThat(redact("a " + begin + "\nMHcC\nabc=\n" + end + " b")).isEqualTo("a [REDACTED] b");
        assertThat(redact("a " + begin + "\\nMHcC\\n" + end + "\\n")).isEqualTo("a [REDACTED]\\n");
        assertThat(redact("a " + begin + "\nMHcC\nabc")).isEqualTo("a [REDACTED]");
    }

    @Test
    void a_seed_phrase_goes_whole() {
        String phrase = "legal winner thank year wave sausage worth useful legal winner thank yellow";

        assertThat(redact("Wallet: " + phrase + ".")).isEqualTo("Wallet: [REDACTED].");
        assertThat(redact("[" + phrase.replace(' ', '\n') + "] 7")).isEqualTo("[[REDACTED]] 7");
        assertThat(redact("mnemonic=" + phrase + "\nnext")).isEqualTo("mnemonic=[REDACTED]\nnext");
    }

    @Test
    void a_key_that_is_not_named_is_known_by_its_length() {
        String key = "kQH5HW/8p1uGOVjbgWA7FunAmGO8lsSUXNsu3eow" + "76sz84Q18fWxnyRzBHCd3pd5nE9qa99HAZtuZuj6F1huXg==";

        assertThat(redact("using " + key + " now")).isEqualTo("using [REDACTED] now");
        assertThat(redact("using a" + key + " now")).isEqualTo("using a" + key + " now");
    }

    @Test
    void configured_patterns_are_taken_out() {
        Redaction redaction = Redaction.standard().withPattern("ACC-[0-9]{4,}").withPattern("desk [a-z]+");

        assertThat(redaction.redact("ACC-12345 of desk alpha")).isEqualTo("[REDACTED] of [REDACTED]");
    }

    @Test
    void a_pattern_that_cannot_be_run_is_refused() {
        assertThatThrownBy(() -> Redaction.standard().withPattern("(a)\\1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("regex must be an RE2 pattern, was '(a)\\1': ");
        assertThatThrownBy(() -> Redaction.standard().withPattern("a*"))
                .hasMessage("regex must not match the empty text, was 'a*'");
    }

    @Test
    void a_known_value_is_taken_out_in_every_form() {
        Redaction redaction = Redaction.standard().withKnown(Secret.of("tr&cky pässword"));

        assertThat(redaction.redact("FATAL: login with tr&cky pässword failed"))
                .isEqualTo("FATAL: login with [REDACTED] failed");
        assertThat(redaction.redact("GET /?q=tr%26cky+p%C3%A4ssword")).isEqualTo("GET /?q=[REDACTED]");
        assertThat(redaction.redact("body dHImY2t5IHDDpHNzd29yZA== end")).doesNotContain("dHImY2");
    }

    @Test
    void of_two_known_values_the_longer_is_taken_out_whole() {
        Redaction redaction =
                Redaction.standard().withKnown(Secret.of("abcdef")).withKnown(Secret.of("abcdefghi"));

        assertThat(redaction.redact("x abcdefghi y abcdef z")).isEqualTo("x [REDACTED] y [REDACTED] z");
    }

    @Test
    void a_value_too_short_to_be_secret_is_not_searched_for() {
        assertThat(Redaction.standard().withKnown(Secret.of("abcde")).redact("abcde"))
                .isEqualTo("abcde");
    }

    @Test
    void a_value_goes_by_its_name() {
        Redaction redaction = Redaction.standard();

        assertThat(redaction.redact("X-Api-Key", "x")).isEqualTo(Redaction.MARK);
        assertThat(redaction.redact("password", "")).isEmpty();
        assertThat(redaction.redact("url", "http://a:b@c")).isEqualTo("http://[REDACTED]@c");
    }

    @ParameterizedTest
    @CsvSource({
        "password, true",
        "db.password, true",
        "API_SECRET_KEY, true",
        "apiKey, true",
        "X-Vault-Token, true",
        "Set-Cookie, true",
        "token2, true",
        "cvv, true",
        "seed, true",
        "id, false",
        "key, false",
        "tokens, false",
        "design, false",
        "pa, false",
        "'', false",
        "İsecret, true",
    })
    void names_are_known_by_their_last_words(String name, boolean sensitive) {
        assertThat(Redaction.isSensitive(name)).isEqualTo(sensitive);
    }

    @Test
    void an_object_of_secrets_goes_whole_across_lines() {
        assertThat(redact("{\"secret\": {\n \"a\": {\"b\": 1},\n \"c\": \"hunter2\"\n}, \"n\": 1}"))
                .isEqualTo("{\"secret\": \"[REDACTED]\", \"n\": 1}");
        assertThat(redact("Login[secret={a={b=1}, c=2}, n=1]")).isEqualTo("Login[secret=[REDACTED], n=1]");
        assertThat(redact("secret=(a\nnext")).isEqualTo("secret=[REDACTED]\nnext");
    }

    @Test
    void a_line_feed_ends_a_value_that_was_never_closed() {
        assertThat(redact("{\"password\":\"abc\nnext line")).isEqualTo("{\"password\":\"[REDACTED]\nnext line");
    }

    @Test
    void base64_of_url_alphabet_is_known_too() {
        String value = "??>>??>>ÿÿ";
        byte[] bytes = value.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        String url = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);

        assertThat(Redaction.standard().withKnown(Secret.of(value)).redact("x " + url))
                .isEqualTo("x [REDACTED]");
    }
}
