package io.mts1b.datalake;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Thrown when the store fails: the disk, the permissions, or a file that is not what it should be. */
public final class LakeException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    /**
     * Reports a failure.
     *
     * @param message what failed, with the file
     * @param cause why, if another exception tells
     */
    public LakeException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
