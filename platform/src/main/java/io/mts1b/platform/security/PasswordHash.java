package io.mts1b.platform.security;

import io.mts1b.foundation.Require;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Passwords of people, kept so that who steals the table must guess each one at a price: Argon2id.
 *
 * <p>A hash is text in the PHC string format, {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}, and says itself how
 * it was made; so the cost can be raised and old hashes still be checked.
 *
 * <p>Reference: A. Biryukov, D. Dinu, D. Khovratovich and S. Josefsson, "Argon2 Memory-Hard Function for Password
 * Hashing and Proof-of-Work Applications", RFC 9106, 2021.
 *
 * @param memoryKib the memory for one hash, in KiB, 8 times the lanes to 1 GiB
 * @param passes how often the memory is gone over, 1 to 64
 * @param lanes the degree of parallelism, 1 to 16
 */
public record PasswordHash(int memoryKib, int passes, int lanes) {

    /** 19 MiB and two passes, the least that OWASP's Password Storage Cheat Sheet recommends for Argon2id. */
    public static final PasswordHash STANDARD = new PasswordHash(19_456, 2, 1);

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final Pattern FORM =
            Pattern.compile("\\$argon2id\\$v=19\\$m=([0-9]{1,7}),t=([0-9]{1,2}),p=([0-9]{1,2})"
                    + "\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{16,86})");

    /** Validates. */
    public PasswordHash {
        Require.that(passes >= 1 && passes <= 64, "passes must be 1 to 64, was " + passes);
        Require.that(lanes >= 1 && lanes <= 16, "lanes must be 1 to 16, was " + lanes);
        Require.that(
                memoryKib >= 8 * lanes && memoryKib <= 1 << 20,
                "memoryKib must be " + 8 * lanes + " to 1048576, was " + memoryKib);
    }

    /**
     * Hashes a password, with a new salt.
     *
     * @param password the password
     * @return the text to keep
     */
    public String of(Secret password) {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return prefix() + base64.encodeToString(salt) + "$"
                + base64.encodeToString(derive(password.revealBytes(), salt, HASH_BYTES));
    }

    /**
     * Checks a password against what {@link #of} returned once, at whatever cost that was.
     *
     * @param password what somebody typed
     * @param hash the text that was kept
     * @return whether it is the password
     * @throws IllegalArgumentException if {@code hash} is no such text, or asks for more than the largest cost
     */
    public static boolean verify(Secret password, String hash) {
        Matcher parts = FORM.matcher(hash);
        Require.that(parts.matches(), "hash must be an Argon2id hash in the PHC string format, is not");
        PasswordHash cost = new PasswordHash(
                Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)));
        byte[] expected = Base64.getDecoder().decode(parts.group(5));
        byte[] salt = Base64.getDecoder().decode(parts.group(4));
        return ConstantTime.equal(expected, cost.derive(password.revealBytes(), salt, expected.length));
    }

    /**
     * Says whether a hash was made at this cost; if not, it is to be made anew when its owner logs in next.
     *
     * @param hash the text that was kept
     * @return whether the cost is the same
     */
    public boolean made(String hash) {
        return hash.startsWith(prefix());
    }

    private String prefix() {
        return "$argon2id$v=19$m=" + memoryKib + ",t=" + passes + ",p=" + lanes + "$";
    }

    private byte[] derive(byte[] password, byte[] salt, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memoryKib)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        byte[] hash = new byte[length];
        generator.generateBytes(password, hash);
        return hash;
    }
}
