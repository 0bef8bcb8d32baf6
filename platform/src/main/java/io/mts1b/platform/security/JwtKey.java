package io.mts1b.platform.security;

import io.mts1b.foundation.Require;
import java.security.Key;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECKey;
import java.security.interfaces.EdECKey;
import java.security.interfaces.RSAKey;
import java.util.Locale;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jspecify.annotations.Nullable;

/**
 * A key for JSON web tokens, which fixes the algorithm: a token cannot choose how it is checked.
 *
 * <p>Immutable and thread-safe.
 */
public final class JwtKey {

    private final Key key;
    private final String algorithm;
    private final @Nullable String id;

    private JwtKey(Key key, String algorithm, @Nullable String id) {
        this.key = key;
        this.algorithm = algorithm;
        this.id = id;
    }

    /**
     * A key that signs and checks with HMAC-SHA256.
     *
     * @param secret at least 32 bytes in UTF-8
     * @return the key
     * @throws IllegalArgumentException if the secret is shorter
     */
    public static JwtKey hmac(Secret secret) {
        byte[] bytes = secret.revealBytes();
        Require.that(bytes.length >= 32, "secret must be at least 32 bytes, was " + bytes.length);
        return new JwtKey(new SecretKeySpec(bytes, "HmacSHA256"), AlgorithmIdentifiers.HMAC_SHA256, null);
    }

    /**
     * A key that signs.
     *
     * @param key Ed25519 (EdDSA), P-256 (ES256) or RSA of at least 2048 bits (RS256)
     * @return the key
     * @throws IllegalArgumentException if it is of another kind
     */
    public static JwtKey of(PrivateKey key) {
        return new JwtKey(key, algorithm(key), null);
    }

    /**
     * A key that checks.
     *
     * @param key Ed25519 (EdDSA), P-256 (ES256) or RSA of at least 2048 bits (RS256)
     * @return the key
     * @throws IllegalArgumentException if it is of another kind
     */
    public static JwtKey of(PublicKey key) {
        return new JwtKey(key, algorithm(key), null);
    }

    /**
     * Names the key, for who has several.
     *
     * @param keyId what stands as {@code kid} in the header of tokens that are signed with it
     * @return the same key with that name
     */
    public JwtKey withId(String keyId) {
        return new JwtKey(key, algorithm, Require.visible("keyId", keyId, 200));
    }

    Key key() {
        return key;
    }

    String algorithm() {
        return algorithm;
    }

    @Nullable String id() {
        return id;
    }

    @Override
    public String toString() {
        return "JwtKey[" + algorithm.toLowerCase(Locale.ROOT) + (id == null ? "" : ", " + id) + "]";
    }

    private static String algorithm(Key key) {
        if (key instanceof EdECKey edwards && edwards.getParams().getName().equals("Ed25519")) {
            return AlgorithmIdentifiers.EDDSA;
        }
        if (key instanceof ECKey curve
                && curve.getParams().getCurve().getField().getFieldSize() == 256) {
            return AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256;
        }
        if (key instanceof RSAKey rsa && rsa.getModulus().bitLength() >= 2048) {
            return AlgorithmIdentifiers.RSA_USING_SHA256;
        }
        throw new IllegalArgumentException(
                "key must be Ed25519, P-256 or RSA of at least 2048 bits, was " + key.getAlgorithm());
    }
}
