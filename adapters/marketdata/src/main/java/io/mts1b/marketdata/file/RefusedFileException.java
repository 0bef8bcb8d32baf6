package io.mts1b.marketdata.file;

import java.io.Serial;
import java.nio.file.Path;

/** Thrown for a file that cannot be understood; the message says where and why, for the person who has it. */
public final class RefusedFileException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    /**
     * Refuses a file as a whole.
     *
     * @param file the file
     * @param found what it is
     * @param expected what it should be
     */
    public RefusedFileException(Path file, String found, String expected) {
        super(file + ": found " + found + ", expected " + expected);
    }

    /**
     * Refuses a place in a file.
     *
     * @param file the file
     * @param place the line or row, and the column where there is one
     * @param found what stands there
     * @param expected what should
     */
    public RefusedFileException(Path file, String place, String found, String expected) {
        super(file + ", " + place + ": found " + found + ", expected " + expected);
    }
}
