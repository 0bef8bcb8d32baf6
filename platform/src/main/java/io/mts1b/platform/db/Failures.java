package io.mts1b.platform.db;

import io.mts1b.platform.db.DatabaseException.Category;
import io.mts1b.platform.security.Redaction;
import java.sql.SQLException;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Makes of what drivers and pools throw what callers are told.
 *
 * @param place of the database
 * @param redaction takes secrets out of what the database said
 */
record Failures(String place, Redaction redaction) {

    /** A transaction that could not be put in an order with others, or a deadlock. */
    private static final Pattern CONFLICT = Pattern.compile("40001|40P01");

    /** No connection any more: it broke, was ended by an operator or a crash, or was idle too long. A pool has no code. */
    private static final Pattern LOST = Pattern.compile("|08...|57P..|58...|25P03");

    /** Too little of something, or too slow. */
    private static final Pattern BUSY = Pattern.compile("53...|57014");

    /** Where in a transaction something failed. */
    enum Stage {
        CONNECT,
        WORK,
        COMMIT
    }

    DatabaseException of(Stage stage, SQLException failure) {
        SQLException real = root(failure);
        String state = Objects.requireNonNullElse(real.getSQLState(), "");
        Category category = category(stage, state);
        String what = switch (stage) {
            case CONNECT -> "no connection to ";
            case WORK -> "transaction failed on ";
            case COMMIT -> category == Category.UNKNOWN ? "commit was not answered by " : "commit failed on ";
        };
        String code = state.isEmpty() ? "" : " (SQLSTATE " + state + ")";
        return new DatabaseException(category, what + place + ": " + redaction.redact(words(real)) + code, real);
    }

    /** A pool says that it has no connection, and why only beneath; a batch says why next. */
    private static SQLException root(SQLException failure) {
        SQLException next = failure.getNextException();
        if (next != null) {
            return root(next);
        }
        boolean knowsMore = failure.getSQLState() == null && failure.getCause() instanceof SQLException;
        return knowsMore && failure.getCause() instanceof SQLException cause ? root(cause) : failure;
    }

    /** What the server says holds the values of rows in its details, which stay there. */
    private static String words(SQLException failure) {
        ServerErrorMessage said = failure instanceof PSQLException known ? known.getServerErrorMessage() : null;
        return said == null
                ? String.valueOf(failure.getMessage())
                : said.getMessage() + named("table", said.getTable()) + named("constraint", said.getConstraint());
    }

    private static String named(String kind, @Nullable String name) {
        return name == null ? "" : ", " + kind + " " + name;
    }

    private static Category category(Stage stage, String state) {
        if (CONFLICT.matcher(state).matches()) {
            return Category.CONFLICT;
        }
        if (LOST.matcher(state).matches()) {
            return stage == Stage.COMMIT ? Category.UNKNOWN : Category.UNAVAILABLE;
        }
        return BUSY.matcher(state).matches() ? Category.UNAVAILABLE : Category.REFUSED;
    }
}
