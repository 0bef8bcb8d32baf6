package io.mts1b.platform.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Comparing what an attacker must not learn by how long the comparing takes. */
public final class ConstantTime {

    private ConstantTime() {}

    /**
     * Compares bytes in a time that depends on the length of {@code given} alone.
     *
     * @param expected the secret
     * @param given what somebody claims it to be
     * @return whether they are equal
     */
    public static boolean equal(byte[] expected, byte[] given) {
        return MessageDigest.isEqual(given, expected);
    }

    /**
     * Compares texts by their UTF-8 bytes.
     *
     * @param expected the secret
     * @param given what somebody claims it to be
     * @return whether they are equal
     */
    public static boolean equal(String expected, String given) {
        return equal(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
