package io.mts1b.platform.db;

import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A database did not do what it was asked. The message says what, where and why, and holds no secret. */
public final class DatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is known of the work, and what the caller can do. */
    public enum Category {
        /** Nothing was done, and the same would be refused again: a constraint, a mistake in SQL, a password. */
        REFUSED,
        /** Nothing was done, because other transactions were in the way to the last attempt. */
        CONFLICT,
        /** Nothing was done, because the database is out of reach or overloaded; it may be asked again later. */
        UNAVAILABLE,
        /** The connection was lost while the transaction was being committed: look whether it was. */
        UNKNOWN
    }

    private final Category category;
    private final @Nullable String sqlState;

    /**
     * Makes one.
     *
     * @param category what the caller can do
     * @param message what, where and why, without secrets
     */
    DatabaseException(Category category, String message) {
        this(category, message, null);
    }

    /**
     * Makes one.
     *
     * @param cause of which the state and the stack are kept, and not the message, for it may hold a secret
     */
    DatabaseException(Category category, String message, @Nullable Throwable cause) {
        super(message);
        this.category = category;
        this.sqlState = cause instanceof SQLException sql ? sql.getSQLState() : null;
        if (cause != null) {
            setStackTrace(cause.getStackTrace());
        }
    }

    /**
     * Returns what the caller can do.
     *
     * @return the category
     */
    public Category category() {
        return category;
    }

    /**
     * Returns the code of the failure, as the SQL standard and PostgreSQL define them.
     *
     * @return five letters and digits, such as {@code 23505} for a key that exists; empty if it failed elsewhere
     */
    public Optional<String> sqlState() {
        return Optional.ofNullable(sqlState);
    }
}
