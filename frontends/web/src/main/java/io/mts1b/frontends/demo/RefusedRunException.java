package io.mts1b.frontends.demo;

import java.io.Serial;

/** Thrown for a run that cannot begin; the message is for the person who asked for it. */
public final class RefusedRunException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    /**
     * Refuses a run.
     *
     * @param message why
     */
    public RefusedRunException(String message) {
        super(message);
    }
}
