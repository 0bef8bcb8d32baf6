package io.mts1b.platform.security;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keyed hashes, with which venues have requests signed and webhooks prove who sent them.
 *
 * <p>Reference: H. Krawczyk, M. Bellare and R. Canetti, "HMAC: Keyed-Hashing for Message Authentication",
 * RFC 2104, 1997; the hashes are those of FIPS 180-4. Thread-safe.
 */
public enum Hmac {
    /** 32 bytes. */
    SHA256("HmacSHA256"),
    /** 48 bytes. */
    SHA384("HmacSHA384"),
    /** 64 bytes. */
    SHA512("HmacSHA512");

    private final String algorithm;

    Hmac(String algorithm) {
        this.algorithm = algorithm;
    }

    /**
     * Signs a message.
     *
     * @param key the key, at least one byte; not kept
     * @param message the message; not kept
     * @return the code, a new array
     * @throws IllegalArgumentException if the key is empty
     */
    public byte[] sign(byte[] key, byte[] message) {
        if (key.length == 0) {
            throw new IllegalArgumentException("key must have at least one byte, had none");
        }
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java platform must have " + algorithm, e);
        }
    }

    /**
     * Checks a code, in a time that tells nothing about where it is wrong.
     *
     * @param key the key
     * @param message the message
     * @param code what came with it
     * @return whether the code is that of the message
     */
    public boolean verify(byte[] key, byte[] message, byte[] code) {
        return ConstantTime.equal(sign(key, message), code);
    }
}
