package io.mts1b.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.platform.security.Jwt.Expectation;
import io.mts1b.platform.security.Jwt.Verdict;
import io.mts1b.testkit.ForAll;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JwtTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final long SECOND = NOW.getEpochSecond();
    private static final JwtKey KEY = JwtKey.hmac(Secret.of("0123456789abcdef0123456789abcdef"));
    private static final Expectation ANYBODY = new Expectation(Optional.empty(), Optional.empty(), Duration.ZERO);
    private static final Map<String, Object> CLAIMS = Map.of("sub", "bob", "exp", SECOND + 60);

    private static Verdict verify(String token) {
        return Jwt.verify(token, KEY, ANYBODY, NOW);
    }

    private static String header(String token) {
        return new String(
                Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.'))), StandardCharsets.UTF_8);
    }

    @Test
    void what_was_signed_is_read() {
        String token = Jwt.sign(Map.of("sub", "bob", "exp", SECOND + 60, "roles", List.of("a", "b")), KEY.withId("k1"));

        assertThat(header(token)).contains("\"alg\":\"HS256\"", "\"typ\":\"JWT\"", "\"kid\":\"k1\"");
        assertThat(verify(token))
                .isEqualTo(new Verdict.Valid(Map.of("sub", "bob", "exp", SECOND + 60, "roles", List.of("a", "b"))));
    }

    @Test
    void more_stands_in_the_header_where_a_venue_wants_it_and_never_another_algorithm() {
        String token = Jwt.sign(CLAIMS, KEY, Map.of("nonce", "7", "alg", "none", "typ", "X"));

        assertThat(header(token)).contains("\"nonce\":\"7\"", "\"alg\":\"HS256\"", "\"typ\":\"JWT\"");
        assertThat(verify(token)).isInstanceOf(Verdict.Valid.class);
    }

    @ParameterizedTest
    @CsvSource({"Ed25519, Ed25519, EdDSA", "EC, secp256r1, ES256", "RSA, '', RS256"})
    void the_key_says_the_algorithm(String kind, String curve, String algorithm) throws Exception {
        KeyPair pair = pair(kind, curve);
        String token = Jwt.sign(CLAIMS, JwtKey.of(pair.getPrivate()));

        assertThat(header(token)).contains("\"alg\":\"" + algorithm + "\"").doesNotContain("kid");
        assertThat(Jwt.verify(token, JwtKey.of(pair.getPublic()), ANYBODY, NOW)).isInstanceOf(Verdict.Valid.class);
        assertThat(Jwt.verify(token, JwtKey.of(pair(kind, curve).getPublic()), ANYBODY, NOW))
                .isInstanceOf(Verdict.Refused.class);
        assertThat(verify(token)).as("another algorithm").isInstanceOf(Verdict.Refused.class);
        assertThatThrownBy(() -> Jwt.sign(CLAIMS, JwtKey.of(pair.getPublic())))
                .hasMessageStartingWith("key must be able to sign, is JwtKey[");
    }

    private static KeyPair pair(String kind, String curve) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
        if (kind.equals("EC")) {
            generator.initialize(new ECGenParameterSpec(curve));
        }
        return generator.generateKeyPair();
    }

    @Test
    void a_public_key_is_not_taken_for_a_shared_secret() throws Exception {
        KeyPair pair = pair("RSA", "");
        byte[] known = pair.getPublic().getEncoded();
        JwtKey forged = JwtKey.hmac(Secret.of(Base64.getEncoder().encodeToString(known)));

        assertThat(Jwt.verify(Jwt.sign(CLAIMS, forged), JwtKey.of(pair.getPublic()), ANYBODY, NOW))
                .isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void unsigned_is_refused() {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        String header = base64.encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));
        String claims = base64.encodeToString(("{\"exp\":" + (SECOND + 60) + "}").getBytes(StandardCharsets.UTF_8));

        assertThat(verify(header + "." + claims + ".")).isInstanceOf(Verdict.Refused.class);
    }

    @ParameterizedTest
    @CsvSource({
        "60, 0, 0, ''",
        "1, 0, 0, ''",
        "0, -60, 0, 'token must not have ended (exp), has'",
        "-1, -60, 0, 'token must not have ended (exp), has'",
        "-1, -60, 2, ''",
        "-2, -60, 2, 'token must not have ended (exp), has'",
        "60, 1, 0, 'token must have begun (nbf, iat), has not'",
        "60, 1, 2, ''",
        "60, 3, 2, 'token must have begun (nbf, iat), has not'",
    })
    void a_token_has_its_time(long exp, long nbf, long skew, String reason) {
        String token = Jwt.sign(Map.of("exp", SECOND + exp, "nbf", SECOND + nbf), KEY);
        Expectation expectation = new Expectation(Optional.empty(), Optional.empty(), Duration.ofSeconds(skew));

        assertThat(reason(Jwt.verify(token, KEY, expectation, NOW))).isEqualTo(reason);
    }

    /** Why it was refused, or nothing. */
    private static String reason(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Valid _ -> "";
            case Verdict.Refused refused -> refused.reason();
        };
    }

    @Test
    void a_token_without_an_end_is_refused() {
        assertThat(reason(verify(Jwt.sign(Map.of("sub", "bob"), KEY))))
                .isEqualTo("token must have an end (exp), has none");
    }

    @ParameterizedTest
    @CsvSource({
        "me, desk, me, desk, ''",
        "me, '', me, '', ''",
        "me, desk, '', desk, ''",
        "me, desk, you, desk, 'token must be of the expected issuer (iss), is not'",
        "'', desk, me, desk, 'token must name its issuer (iss), does not'",
        "me, desk, me, other, 'token must be for the expected audience (aud), is not'",
        "me, desk, me, '', 'token must be for the expected audience (aud), is not'",
        "me, '', me, desk, 'token must name its audience (aud), does not'",
    })
    void issuer_and_audience_are_those_expected(String iss, String aud, String issuer, String audience, String reason) {
        Map<String, Object> claims = new TreeMap<>(Map.of("exp", SECOND + 60, "iss", iss, "aud", aud));
        claims.values().remove("");
        Expectation expectation = new Expectation(
                Optional.of(issuer).filter(text -> !text.isEmpty()),
                Optional.of(audience).filter(text -> !text.isEmpty()),
                Duration.ZERO);

        assertThat(reason(Jwt.verify(Jwt.sign(claims, KEY), KEY, expectation, NOW)))
                .isEqualTo(reason);
    }

    @Test
    void no_garbage_is_believed_and_none_breaks_it() {
        String token = Jwt.sign(CLAIMS, KEY);
        ForAll.cases(random -> {
            StringBuilder garbage = new StringBuilder(token);
            int at = random.nextInt(token.length() - 1); // the last character has bits that stand for nothing
            char drawn = (char) random.nextInt(32, 0x250);
            garbage.setCharAt(at, drawn);
            if (random.nextInt(4) == 0) {
                garbage.setLength(random.nextInt(token.length() - 1));
            }

            if (!token.contentEquals(garbage)) {
                assertThat(verify(garbage.toString())).isInstanceOf(Verdict.Refused.class);
            }
        });
    }

    @Test
    void a_refusal_does_not_show_the_token() {
        String token = Jwt.sign(Map.of("exp", SECOND - 60, "note", "private"), KEY);

        assertThat(reason(verify(token))).isEqualTo("token must not have ended (exp), has");
        assertThat(reason(verify("hunter2-hunter2"))).isEqualTo("token must be a signed JSON web token, is not");
    }

    @Test
    void weak_keys_and_wide_skews_are_refused() throws Exception {
        assertThatThrownBy(() -> JwtKey.hmac(Secret.of("x".repeat(31))))
                .hasMessage("secret must be at least 32 bytes, was 31");
        KeyPairGenerator small = KeyPairGenerator.getInstance("RSA");
        small.initialize(1024);
        assertThatThrownBy(() -> JwtKey.of(small.generateKeyPair().getPublic()))
                .hasMessage("key must be Ed25519, P-256 or RSA of at least 2048 bits, was RSA");
        assertThatThrownBy(() -> JwtKey.of(pair("EC", "secp384r1").getPublic())).hasMessageEndingWith("was EC");
        assertThatThrownBy(() -> new Expectation(Optional.empty(), Optional.empty(), Duration.ofMinutes(11)))
                .hasMessage("skew must be zero to ten minutes, was PT11M");
        assertThatThrownBy(() -> new Expectation(Optional.empty(), Optional.empty(), Duration.ofMinutes(-1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(KEY.withId("k1")).hasToString("JwtKey[hs256, k1]");
    }
}
