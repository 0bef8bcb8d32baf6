package io.mts1b.brokers.coinbase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.platform.json.JsonNode;
import io.mts1b.platform.security.Ed25519;
import io.mts1b.platform.security.Jwt;
import io.mts1b.platform.security.JwtKey;
import io.mts1b.platform.security.Secret;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CoinbaseSignerTest {

    private static final String NAME = "organizations/o/apiKeys/k";
    private static final String NONCE = "0123456789abcdef0123456789abcdef";
    private static final Instant NOW = Instant.parse("2026-05-05T10:00:00Z");
    private static final Jwt.Expectation COINBASE =
            new Jwt.Expectation(Optional.of("cdp"), Optional.empty(), Duration.ZERO);

    private static KeyPair pair() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static Secret pem(KeyPair pair) {
        String base64 = Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded());
        String label = "PRIVATE KEY-----\n";
        return Secret.of("-----BEGIN " + label + base64 + "\n-----END " + label);
    }

    private static JsonNode part(String token, int which) {
        byte[] json = Base64.getUrlDecoder().decode(token.split("\\.", -1)[which].getBytes(StandardCharsets.US_ASCII));
        return JsonNode.read(json, 10_000);
    }

    @Test
    void signs_a_request_with_a_curve_of_nist() throws Exception {
        KeyPair pair = pair();
        String token = new CoinbaseSigner(NAME, pem(pair))
                .request("GET", "api.coinbase.com", "/api/v3/brokerage/accounts", NONCE, NOW);

        assertThat(part(token, 0).members().keySet()).containsExactlyInAnyOrder("alg", "kid", "nonce", "typ");
        assertThat(part(token, 0).get("alg").text()).isEqualTo("ES256");
        assertThat(part(token, 0).get("kid").text()).isEqualTo(NAME);
        assertThat(part(token, 0).get("nonce").text()).isEqualTo(NONCE);
        assertThat(Jwt.verify(token, JwtKey.of(pair.getPublic()), COINBASE, NOW))
                .isEqualTo(new Jwt.Verdict.Valid(Map.of(
                        "iss",
                        "cdp",
                        "sub",
                        NAME,
                        "nbf",
                        NOW.getEpochSecond(),
                        "exp",
                        NOW.getEpochSecond() + 120,
                        "uri",
                        "GET api.coinbase.com/api/v3/brokerage/accounts")));
        assertThat(Jwt.verify(token, JwtKey.of(pair.getPublic()), COINBASE, NOW.plusSeconds(121)))
                .isInstanceOf(Jwt.Verdict.Refused.class);
        assertThat(Jwt.verify(token, JwtKey.of(pair().getPublic()), COINBASE, NOW))
                .isInstanceOf(Jwt.Verdict.Refused.class);
    }

    @Test
    void signs_a_subscription_with_an_edwards_curve_and_names_no_request() {
        byte[] seed = new byte[32];
        seed[5] = 7;
        Ed25519 key = Ed25519.ofBytes(seed);
        byte[] both = new byte[64];
        System.arraycopy(seed, 0, both, 0, 32);
        System.arraycopy(key.publicKey(), 0, both, 32, 32);
        String token =
                new CoinbaseSigner(NAME, Secret.of(Base64.getEncoder().encodeToString(both))).subscription(NONCE, NOW);

        assertThat(part(token, 0).get("alg").text()).isEqualTo("EdDSA");
        assertThat(part(token, 1).members().keySet()).containsExactlyInAnyOrder("iss", "sub", "nbf", "exp");
        int dot = token.lastIndexOf('.');
        assertThat(Ed25519.verify(
                        key.publicKey(),
                        token.substring(0, dot).getBytes(StandardCharsets.US_ASCII),
                        Base64.getUrlDecoder().decode(token.substring(dot + 1))))
                .isTrue();
    }

    @Test
    void refuses_what_cannot_be_signed_and_shows_no_secret() throws Exception {
        CoinbaseSigner signer = new CoinbaseSigner(NAME, pem(pair()));
        assertThatThrownBy(() -> signer.request("GET", "h", "/a?b=1", NONCE, NOW))
                .hasMessage("path must begin with '/' and go without a query, was '/a?b=1'");
        assertThatThrownBy(() -> signer.request("GET", "h", "/a", "7", NOW))
                .hasMessage("nonce must be 32 hexadecimal digits, was '7'");
        for (String bad : new String[] {"c2VjcmV0", "not base64 at all!", "-----BEGIN NOTHING-----"}) {
            assertThatThrownBy(() -> new CoinbaseSigner(NAME, Secret.of(bad)))
                    .hasMessageContaining("private key must be PEM")
                    .hasMessageNotContaining(bad);
        }
    }
}
