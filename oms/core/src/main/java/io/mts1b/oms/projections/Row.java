package io.mts1b.oms.projections;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A row of a table: values in the order of its columns, each a String, BigDecimal, Instant, Long, Double, or null. */
final class Row {

    private final @Nullable Object[] values;

    private Row(@Nullable Object[] values) {
        this.values = values;
    }

    static Row of(@Nullable Object... values) {
        return new Row(values.clone());
    }

    /** Reads a row that {@link Table#select} found. */
    static Row read(Table table, ResultSet rows) throws SQLException {
        @Nullable Object[] values = new @Nullable Object[table.columns().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = table.columns().get(i).read(rows, i + 1);
        }
        return new Row(values);
    }

    @Nullable Object get(int column) {
        return values[column];
    }

    /** Writes its key, for messages. */
    String key(Table table) {
        List<String> key = new ArrayList<>();
        for (int i = 0; i < table.keys().size(); i++) {
            key.add(String.valueOf(values[i]));
        }
        return String.join(" ", key);
    }

    /** Returns a time as the database holds it. */
    static Instant time(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS);
    }

    /** Returns the name of a value of a closed set, as JSON has it. */
    static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
