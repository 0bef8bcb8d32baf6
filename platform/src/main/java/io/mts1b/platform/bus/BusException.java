package io.mts1b.platform.bus;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Something the bus cannot or will not do. The category says what to do about it. */
public final class BusException extends RuntimeException {

    /** What is wrong, and so what to do. */
    public enum Category {
        /** The subject is another artifact's: publish, keep or answer one of your own. */
        FOREIGN_SUBJECT,
        /** The message is longer than any may be: send less, or where to find it. */
        TOO_LONG,
        /** Producer and consumer do not mean the same by the subject: use the next version of it. */
        SCHEMA_BREAK,
        /** No stream, or more than one, keeps the subject, or one does where none should. */
        STREAM,
        /** Nobody answers: start the artifact that does. */
        NOBODY_ANSWERS,
        /** It took longer than the caller has patience for; it may have happened or not. */
        TIMEOUT,
        /** Whoever answers could not: read what it says. */
        ANSWER_FAILED,
        /** The server cannot be reached, or does not let us in: look at address and credentials. */
        UNREACHABLE,
        /** A stream cannot be written or read: look at the cause. */
        STORAGE,
        /** There is no room, and waiting would not make any. */
        OVERLOADED,
        /** The bus was closed. */
        CLOSED
    }

    @Serial
    private static final long serialVersionUID = 1;

    private final Category category;

    BusException(Category category, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.category = category;
    }

    BusException(Category category, String message) {
        this(category, message, null);
    }

    static BusException foreign(String artifact, String action, String subject) {
        return new BusException(
                Category.FOREIGN_SUBJECT, artifact + " must " + action + " its own subjects, was " + subject);
    }

    static BusException tooLong(String subject, long bytes) {
        return new BusException(
                Category.TOO_LONG,
                "message on " + subject + " must be at most " + Bus.MAX_MESSAGE_BYTES + " bytes, was " + bytes);
    }

    static BusException closed(String artifact) {
        return new BusException(Category.CLOSED, "the bus of " + artifact + " is closed");
    }

    /**
     * Returns what to do.
     *
     * @return the category
     */
    public Category category() {
        return category;
    }
}
