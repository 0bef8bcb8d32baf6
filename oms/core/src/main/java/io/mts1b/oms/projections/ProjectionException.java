package io.mts1b.oms.projections;

/** The tables and the log do not belong together. The message says what to do. */
public final class ProjectionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ProjectionException(String message) {
        super(message);
    }
}
