package io.mts1b.oms.service;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The writer did not take a command, or ended before it was answered. */
public final class WriterException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Category category;

    /** Why. */
    public enum Category {
        /** Too many commands wait; nothing of this one was done, and it may be asked again. */
        BUSY,
        /** The writer has ended; nothing of this one was done. */
        CLOSED,
        /** The log could not be written, or the writer failed otherwise; whether this one is in it is known after a restart. */
        FAILED
    }

    WriterException(Category category, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.category = Objects.requireNonNull(category, "category");
    }

    /**
     * Returns why.
     *
     * @return the category
     */
    public Category category() {
        return category;
    }
}
