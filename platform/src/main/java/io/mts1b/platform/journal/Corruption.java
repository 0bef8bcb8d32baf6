package io.mts1b.platform.journal;

import java.nio.file.Path;
import java.util.Objects;

/**
 * A place where what is read is not what was written.
 *
 * @param file the file
 * @param offset the byte in it where the damaged part begins
 * @param sequence the number of the first record that cannot be trusted
 * @param reason what is wrong with it
 */
public record Corruption(Path file, long offset, long sequence, String reason) {

    /** Validates. */
    public Corruption {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(reason, "reason");
    }

    /** Returns a sentence for people. */
    @Override
    public String toString() {
        return "record " + sequence + " in " + file + " at byte " + offset + ": " + reason;
    }
}
