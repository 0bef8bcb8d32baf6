package io.mts1b.brokers;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.TextValue;
import io.mts1b.foundation.ids.OrderId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Our name for an order at a venue: {@value #LENGTH} letters and digits, short and plain enough for every venue we
 * know.
 *
 * <p>It follows from the order's identity alone, so a process that died between writing down an intent and hearing
 * of it asks under the same name, and no two orders of any log share one: 90 bits of SHA-256 make a collision among
 * a thousand million orders less likely than one in a thousand million.
 *
 * @param value {@value #LENGTH} characters of A to Z and 2 to 7
 */
public record ClientOrderId(String value) implements TextValue, Comparable<ClientOrderId> {

    private static final int LENGTH = 18;
    private static final int BITS = 5;
    // Looking one up takes longer than using it.
    private static final ThreadLocal<MessageDigest> SHA_256 = ThreadLocal.withInitial(ClientOrderId::sha256);
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /** Validates. */
    public ClientOrderId {
        Require.that(
                isOfAlphabet(value),
                () -> "client order id must be " + LENGTH + " characters of A to Z and 2 to 7, was " + value);
    }

    /**
     * Names an order.
     *
     * @param order the order
     * @param revision how often it was asked to be replaced before, 0 at first
     * @return the name, the same whenever it is asked for
     */
    public static ClientOrderId of(OrderId order, int revision) {
        Require.that(revision >= 0, "revision must not be negative, was " + revision);
        byte[] digest = digest(revision + " " + order.value());
        byte[] text = new byte[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            int bit = i * BITS;
            int twoBytes = (digest[bit / 8] & 0xff) << 8 | (digest[bit / 8 + 1] & 0xff);
            text[i] = (byte) ALPHABET.charAt((twoBytes >> (16 - BITS - bit % 8)) & 31);
        }
        return new ClientOrderId(new String(text, StandardCharsets.ISO_8859_1));
    }

    /**
     * Reads the text form.
     *
     * @param text the name
     * @return the name
     * @throws IllegalArgumentException if it is none of ours
     */
    public static ClientOrderId parse(String text) {
        return new ClientOrderId(text);
    }

    private static boolean isOfAlphabet(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (!(c >= 'A' && c <= 'Z') && !(c >= '2' && c <= '7')) {
                return false;
            }
        }
        return value.length() == LENGTH;
    }

    private static byte[] digest(String text) {
        return SHA_256.get().digest(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must have SHA-256", e);
        }
    }

    @Override
    public int compareTo(ClientOrderId other) {
        return value.compareTo(other.value);
    }

    /** Returns the name. */
    @Override
    public String toString() {
        return value;
    }
}
