package io.mts1b.platform.journal;

import java.util.Objects;

/**
 * How a journal is written. A journal may be opened with other options than it was written with.
 *
 * @param durability when a record counts as written
 * @param segmentBytes the size at which the next file is begun, at least {@value #MIN_SEGMENT_BYTES}; opening
 *     reads the last file in full
 */
public record JournalOptions(DurabilityPolicy durability, long segmentBytes) {

    private static final long MIN_SEGMENT_BYTES = 1024;
    private static final long DEFAULT_SEGMENT_BYTES = 128L << 20;

    /** Validates. */
    public JournalOptions {
        Objects.requireNonNull(durability, "durability");
        if (segmentBytes < MIN_SEGMENT_BYTES) {
            throw new IllegalArgumentException(
                    "segmentBytes must be at least " + MIN_SEGMENT_BYTES + ", was " + segmentBytes);
        }
    }

    /**
     * Returns options with segments of 128 MiB.
     *
     * @param durability when a record counts as written
     * @return the options
     */
    public static JournalOptions of(DurabilityPolicy durability) {
        return new JournalOptions(durability, DEFAULT_SEGMENT_BYTES);
    }
}
