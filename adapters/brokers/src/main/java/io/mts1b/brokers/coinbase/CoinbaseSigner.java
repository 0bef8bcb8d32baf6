package io.mts1b.brokers.coinbase;

import io.mts1b.foundation.Require;
import io.mts1b.platform.security.Jwt;
import io.mts1b.platform.security.JwtKey;
import io.mts1b.platform.security.PrivateKeys;
import io.mts1b.platform.security.Secret;
import io.mts1b.platform.security.SecretException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/**
 * Signs as Coinbase wants it: a JSON web token for each request, good for two minutes, that names what it is for.
 *
 * <p>Source: Coinbase Developer Platform, API Key Authentication; Advanced Trade WebSocket, Authentication. A key is ES256 in PEM,
 * or Ed25519 as the base64 of its private and public bytes. Immutable and thread-safe.
 */
public final class CoinbaseSigner {

    private static final int LIFE_SECONDS = 120;
    private static final int ED25519_BYTES = 64;

    private final String name;
    private final JwtKey key;

    /**
     * Makes a signer.
     *
     * @param name what Coinbase calls the key, such as {@code organizations/…/apiKeys/…}
     * @param secret the private key
     * @throws IllegalArgumentException if it is no key of either kind; nothing of it is told
     */
    public CoinbaseSigner(String name, Secret secret) {
        this.name = Require.visible("key name", name, 200);
        PrivateKey read = secret.reveal().contains("-----BEGIN") ? pem(secret) : ed25519(secret);
        Require.that(!read.getAlgorithm().equals("RSA"), "the private key must be P-256 or Ed25519, was RSA");
        this.key = JwtKey.of(read).withId(name);
    }

    private static PrivateKey pem(Secret secret) {
        try {
            return PrivateKeys.parse(secret);
        } catch (SecretException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static PrivateKey ed25519(Secret secret) {
        try {
            byte[] bytes = Base64.getDecoder().decode(secret.reveal().strip());
            Require.that(bytes.length == ED25519_BYTES, "the private key must be PEM, or 64 bytes in base64, is not");
            return KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new EdECPrivateKeySpec(
                            NamedParameterSpec.ED25519, Arrays.copyOf(bytes, ED25519_BYTES / 2)));
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            // Its message may show a character of the secret.
            throw new IllegalArgumentException("the private key must be PEM, or 64 bytes in base64, is not");
        }
    }

    /**
     * Signs a request.
     *
     * @param method such as {@code GET}
     * @param host such as {@code api.coinbase.com}
     * @param path of the request, without its query
     * @param nonce that no other token has: 32 hexadecimal digits
     * @param now the time
     * @return what stands behind {@code Bearer} in the header {@code Authorization}
     */
    public String request(String method, String host, String path, String nonce, Instant now) {
        Require.token("method", method, 10);
        Require.visible("host", host, 200);
        Require.that(
                path.startsWith("/") && path.indexOf('?') < 0,
                "path must begin with '/' and go without a query, was '" + path + "'");
        Map<String, Object> claims = claims(now);
        claims.put("uri", method + " " + host + path);
        return signed(claims, nonce);
    }

    /**
     * Signs a subscription of the stream.
     *
     * @param nonce that no other token has: 32 hexadecimal digits
     * @param now the time
     * @return what stands as {@code jwt} in the message
     */
    public String subscription(String nonce, Instant now) {
        return signed(claims(now), nonce);
    }

    private Map<String, Object> claims(Instant now) {
        Map<String, Object> claims = new TreeMap<>();
        claims.put("iss", "cdp");
        claims.put("sub", name);
        claims.put("nbf", now.getEpochSecond());
        claims.put("exp", now.getEpochSecond() + LIFE_SECONDS);
        return claims;
    }

    private String signed(Map<String, Object> claims, String nonce) {
        Require.that(
                nonce.length() == 32 && nonce.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128),
                "nonce must be 32 hexadecimal digits, was '" + nonce + "'");
        return Jwt.sign(claims, key, Map.of("nonce", nonce));
    }
}
