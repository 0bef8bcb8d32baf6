package io.mts1b.platform.journal;

import java.nio.file.Path;
import java.util.Objects;

/**
 * The end of a write that a crash interrupted, dropped when the journal was opened. Nothing of it was ever
 * acknowledged.
 *
 * @param file the segment it stood in
 * @param offset where in the file it began
 * @param bytes how long it was
 * @param nextSequence the number of the first record in it, which the next record takes
 */
public record TornTail(Path file, long offset, long bytes, long nextSequence) {

    /** Validates. */
    public TornTail {
        Objects.requireNonNull(file, "file");
    }
}
