package io.mts1b.oms.projections;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * How far the rows follow the log.
 *
 * @param position how many events
 * @param logHash the SHA-256 of those as JSON, each behind its length in four bytes, in hexadecimal: another log has another
 */
record Mark(long position, String logHash) {

    /** Adds up a log as it is read. */
    static final class Counter {

        private final MessageDigest digest;
        private long position;

        Counter() {
            try {
                digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform must have SHA-256", e);
            }
        }

        long add(String record) {
            byte[] bytes = record.getBytes(StandardCharsets.UTF_8);
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
            digest.update(bytes);
            return ++position;
        }

        long position() {
            return position;
        }

        Mark mark() {
            try {
                return new Mark(position, HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest()));
            } catch (CloneNotSupportedException e) {
                throw new IllegalStateException("SHA-256 must say where it stands", e);
            }
        }
    }
}
