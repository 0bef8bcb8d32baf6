package io.mts1b.oms.archive;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A hash over a set of records that does not care for their order: the sum of their SHA-256 modulo 2^256.
 *
 * <p>AdHash of Bellare and Micciancio, "A New Paradigm for Collision-Free Hashing", 1997. It tells states apart that came
 * of one log; it is no proof against somebody who makes up records. Used by one thread at a time.
 */
public final class RecordSum {

    private static final int WORDS = 4;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final MessageDigest sha256 = sha256();
    /** Its digits to the base 2^64, the highest first. */
    private final long[] sum = new long[WORDS];

    /** Makes the sum of nothing. */
    public RecordSum() {}

    /** {@return the hash of records and states} */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must have SHA-256", e);
        }
    }

    /**
     * Adds a record.
     *
     * @param record its bytes
     */
    public void add(byte[] record) {
        addHash(sha256.digest(record));
    }

    /** Adds a record to this sum and to another, which is faster than to each. */
    void add(byte[] record, RecordSum also) {
        byte[] hash = sha256.digest(record);
        addHash(hash);
        also.addHash(hash);
    }

    private void addHash(byte[] hash) {
        long carry = 0;
        for (int i = WORDS - 1; i >= 0; i--) {
            long digit = (long) LONGS.get(hash, i * Long.BYTES);
            long with = sum[i] + digit;
            long total = with + carry;
            carry = Long.compareUnsigned(with, digit) < 0 || Long.compareUnsigned(total, with) < 0 ? 1 : 0;
            sum[i] = total;
        }
    }

    /**
     * Takes a record away that was added.
     *
     * @param record its bytes
     */
    public void take(byte[] record) {
        byte[] hash = sha256.digest(record);
        long borrow = 0;
        for (int i = WORDS - 1; i >= 0; i--) {
            long digit = (long) LONGS.get(hash, i * Long.BYTES);
            long without = sum[i] - digit;
            long total = without - borrow;
            borrow = Long.compareUnsigned(sum[i], digit) < 0 || Long.compareUnsigned(without, borrow) < 0 ? 1 : 0;
            sum[i] = total;
        }
    }

    /** {@return the sum as 64 hexadecimal digits} */
    public String digits() {
        byte[] bytes = new byte[WORDS * Long.BYTES];
        for (int i = 0; i < WORDS; i++) {
            LONGS.set(bytes, i * Long.BYTES, sum[i]);
        }
        return HexFormat.of().formatHex(bytes);
    }

    /**
     * Becomes another sum.
     *
     * @param digits what {@link #digits} returned
     */
    public void restore(String digits) {
        byte[] bytes = HexFormat.of().parseHex(digits);
        Arrays.setAll(sum, i -> (long) LONGS.get(bytes, i * Long.BYTES));
    }

    /** {@return a sum of the same records} */
    public RecordSum copy() {
        RecordSum copy = new RecordSum();
        System.arraycopy(sum, 0, copy.sum, 0, WORDS);
        return copy;
    }
}
