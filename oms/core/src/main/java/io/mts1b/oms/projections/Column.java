package io.mts1b.oms.projections;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param name as the database knows it
 * @param type what it holds
 */
record Column(String name, Type type) {

    /** What a column holds, as a type of PostgreSQL and as one of Java. */
    enum Type {
        TEXT,
        JSON,
        NUMERIC,
        TIMESTAMPTZ,
        BIGINT,
        FLOAT8;

        /** Returns the name in SQL. */
        String sql() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Reads "name type". */
    static Column parse(String text) {
        int space = text.indexOf(' ');
        return new Column(
                text.substring(0, space), Type.valueOf(text.substring(space + 1).toUpperCase(Locale.ROOT)));
    }

    @Nullable Object read(ResultSet rows, int index) throws SQLException {
        return switch (type) {
            case TEXT, JSON -> rows.getString(index);
            case NUMERIC -> rows.getBigDecimal(index);
            case TIMESTAMPTZ -> {
                OffsetDateTime time = rows.getObject(index, OffsetDateTime.class);
                yield time == null ? null : time.toInstant();
            }
            case BIGINT -> rows.getObject(index, Long.class);
            case FLOAT8 -> rows.getObject(index, Double.class);
        };
    }

    /** Whether two values of this column are the same; 1.0 is 1. */
    boolean same(@Nullable Object one, @Nullable Object other) {
        return (one instanceof BigDecimal number && other instanceof BigDecimal second)
                ? number.compareTo(second) == 0
                : one == null ? other == null : one.equals(other);
    }

    /** Orders two values of a key. */
    int compare(@Nullable Object one, @Nullable Object other) {
        return switch (type) {
            case TEXT -> String.valueOf(one).compareTo(String.valueOf(other));
            case BIGINT -> Long.compare((Long) present(one), (Long) present(other));
            case JSON, NUMERIC, TIMESTAMPTZ, FLOAT8 ->
                throw new IllegalStateException("key must be of text or whole numbers, was " + this);
        };
    }

    private Object present(@Nullable Object value) {
        if (value == null) {
            throw new IllegalStateException("key must have a value, had none in " + name);
        }
        return value;
    }

    /** Writes a value as PostgreSQL reads it. */
    static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case BigDecimal number -> number.toPlainString();
            case Instant instant -> instant.toString();
            default -> value.toString();
        };
    }

    /** Reads what {@link #text} wrote. */
    @Nullable Object value(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return switch (type) {
            case TEXT, JSON -> text;
            case NUMERIC -> new BigDecimal(text);
            case TIMESTAMPTZ -> Instant.parse(text);
            case BIGINT -> Long.valueOf(text);
            case FLOAT8 -> Double.valueOf(text);
        };
    }
}
