package io.mts1b.oms.projections;

import io.mts1b.oms.archive.Records;
import io.mts1b.oms.archive.Series;
import io.mts1b.platform.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows that one table should hold, numbered in the order in which they came; kept as text in an archive. */
final class ExpectedRows {

    private final Table table;
    private final Series<Row> rows;

    /** The values of a row as the database reads them. */
    private record Texts(List<@Nullable String> values) {}

    /** Begins with none; {@code kind} is a letter of its own among the records. */
    ExpectedRows(Table table, char kind, Records records) {
        this.table = table;
        this.rows = new Series<>(kind, records, this::text, this::row);
    }

    private String text(Row row) {
        List<@Nullable String> values = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            values.add(Column.text(row.get(i)));
        }
        return Json.write(new Texts(values));
    }

    private Row row(String text) {
        List<@Nullable String> texts = Json.read(text, Texts.class).values();
        @Nullable Object[] values = new @Nullable Object[texts.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = table.columns().get(i).value(texts.get(i));
        }
        return Row.of(values);
    }

    /** Takes a row, in the place of one with the same key. */
    void put(Row row) {
        String key = row.key(table);
        rows.put(key, row);
        rows.file(key);
    }

    /** Returns the row that should be there instead of one with the same key; empty if none should. */
    Optional<Row> find(Row row) {
        return rows.find(row.key(table));
    }

    long count() {
        return rows.count();
    }

    /** Returns a row by its number, from 1. */
    Row at(long number) {
        return rows.at(number);
    }
}
