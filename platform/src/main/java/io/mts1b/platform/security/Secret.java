package io.mts1b.platform.security;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A text that must not be seen: it prints nothing of itself, and who wants it must say {@link #reveal()}.
 *
 * <p>Secrets are compared in constant time. They are no keys of maps: all have the same hash code, because one
 * that depends on the text tells about it. Immutable and thread-safe.
 */
public final class Secret {

    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    /**
     * Makes a secret.
     *
     * @param value what must not be seen, not empty
     * @return the secret
     * @throws IllegalArgumentException if {@code value} is empty
     */
    public static Secret of(String value) {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("secret must not be empty");
        }
        return new Secret(value);
    }

    /**
     * Makes a secret that nobody knows: 256 bits from the system's source of randomness.
     *
     * @return 43 letters, digits, {@code -} and {@code _}
     */
    public static Secret random() {
        byte[] bits = new byte[32];
        new SecureRandom().nextBytes(bits);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    /**
     * Gives the text away. What is returned must go to whom it authenticates, and nowhere else.
     *
     * @return the text
     */
    public String reveal() {
        return value;
    }

    /**
     * Gives the text away as bytes.
     *
     * @return its UTF-8 form, a new array
     */
    public byte[] revealBytes() {
        return value.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && ConstantTime.equal(value, secret.value);
    }

    @Override
    public int hashCode() {
        return 0;
    }

    @Override
    public String toString() {
        return Redaction.MARK;
    }
}
