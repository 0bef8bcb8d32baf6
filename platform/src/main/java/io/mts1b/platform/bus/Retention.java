package io.mts1b.platform.bus;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What of a stream is kept: it remembers about every so many bytes which record begins there, and when it was stored.
 * Thread-safe.
 */
final class Retention {

    /** In how many parts the bytes that may be kept are let go. */
    private static final int PARTS = 16;

    /** How much is let go at once where only the age is limited. */
    private static final long PART_BYTES = 4 << 20;

    private final @Nullable Long maxBytes;
    private final @Nullable Duration maxAge;
    private final Deque<Mark> marks = new ArrayDeque<>();
    private long bytes;

    /** A record, and how many bytes were stored before it. */
    private record Mark(long sequence, long micros, long bytesBefore) {}

    Retention(StreamOptions options) {
        maxBytes = options.maxBytes();
        maxAge = options.maxAge();
    }

    boolean isLimited() {
        return maxBytes != null || maxAge != null;
    }

    long partBytes() {
        return maxBytes == null ? PART_BYTES : Math.min(PART_BYTES, maxBytes / PARTS);
    }

    /** Notes a record that was stored. */
    synchronized void note(long sequence, long micros, int size) {
        if (isLimited()) {
            if (marks.isEmpty() || bytes - marks.getLast().bytesBefore >= partBytes()) {
                marks.add(new Mark(sequence, micros, bytes));
            }
            bytes += size;
        }
    }

    /** Returns the first record that is kept at a time; 1 if all are. */
    synchronized long first(long now) {
        Mark first = marks.peekFirst();
        while (first != null && marks.size() > 1 && mayGo(first, now)) {
            marks.removeFirst();
            first = marks.peekFirst();
        }
        return first == null ? 1 : first.sequence;
    }

    /** A part goes if there is too much with it, or the part that follows it is too old already. */
    private boolean mayGo(Mark first, long now) {
        if (maxBytes != null && bytes - first.bytesBefore > maxBytes) {
            return true;
        }
        return marks.stream()
                .skip(1)
                .findFirst()
                .filter(next -> isTooOld(next.micros, now))
                .isPresent();
    }

    /** Tells whether what was stored at a time is not kept any more. */
    boolean isTooOld(long micros, long now) {
        return maxAge != null && now - micros > TimeUnit.NANOSECONDS.toMicros(maxAge.toNanos());
    }

    /** Returns how many of the bytes that were ever noted were let go. */
    synchronized long bytesGone() {
        Mark first = marks.peekFirst();
        return first == null ? 0 : first.bytesBefore;
    }
}
