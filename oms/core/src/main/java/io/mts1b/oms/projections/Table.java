package io.mts1b.oms.projections;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The tables that are written; the columns of the key come first. */
enum Table {
    EVENTS(
            1,
            "sequence bigint",
            "at timestamptz",
            "kind text",
            "fund text",
            "order_id text",
            "order_status text",
            "record json"),
    FUNDS(1, "fund text", "name text", "base_currency text"),
    BALANCES(2, "fund text", "currency text", "cash numeric"),
    ORDERS(
            1,
            "order_id text",
            "idempotency_key text",
            "fund text",
            "strategy text",
            "broker text",
            "actor text",
            "instrument text",
            "side text",
            "order_type text",
            "limit_price numeric",
            "stop_price numeric",
            "time_in_force text",
            "quantity numeric",
            "ordered numeric",
            "requested numeric",
            "filled numeric",
            "turnover numeric",
            "average_price numeric",
            "status text",
            "reason text",
            "venue_order_id text",
            "parent_order_id text",
            "targets_sequence bigint",
            "thesis text",
            "created_at timestamptz",
            "changed_at timestamptz",
            "changed_sequence bigint"),
    FILLS(
            2,
            "order_id text",
            "fill_id text",
            "fund text",
            "strategy text",
            "broker text",
            "instrument text",
            "side text",
            "quantity numeric",
            "price numeric",
            "fee numeric",
            "fee_currency text",
            "liquidity text",
            "at timestamptz",
            "busted_at timestamptz"),
    POSITIONS(
            2,
            "fund text",
            "instrument text",
            "quantity numeric",
            "average_price numeric",
            "lots bigint",
            "realized_pnl numeric",
            "fees numeric",
            "income numeric",
            "currency text"),
    TARGET_SETS(1, "sequence bigint", "fund text", "strategy text", "at timestamptz"),
    TARGETS(2, "sequence bigint", "ordinal bigint", "instrument text", "weight float8");

    private final int keys;
    private final List<Column> columns;

    Table(int keys, String... columns) {
        this.keys = keys;
        this.columns = Arrays.stream(columns).map(Column::parse).toList();
    }

    /** Returns the name, with its schema. */
    String sql() {
        return "oms." + name().toLowerCase(Locale.ROOT);
    }

    List<Column> columns() {
        return columns;
    }

    List<Column> keys() {
        return columns.subList(0, keys);
    }

    /** Rows in the order of their keys, as {@link #select} has them. */
    Comparator<Row> order() {
        return (one, other) -> {
            for (int i = 0; i < keys; i++) {
                int order = columns.get(i).compare(one.get(i), other.get(i));
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        };
    }

    /** Writes rows, given as an array for each column; a row whose key is there already replaces that one. */
    String upsert() {
        String arrays = columns.stream()
                .map(column -> "?::" + column.type().sql() + "[]")
                .collect(Collectors.joining(", "));
        String updates = columns.stream()
                .skip(keys)
                .map(column -> column.name() + " = EXCLUDED." + column.name())
                .collect(Collectors.joining(", "));
        return "INSERT INTO " + sql() + " (" + names(columns) + ") SELECT * FROM unnest(" + arrays + ") ON CONFLICT ("
                + names(keys()) + ") DO UPDATE SET " + updates;
    }

    /** Reads all rows that a condition holds for, in the order of their keys. */
    String select(String condition) {
        return "SELECT " + names(columns) + " FROM " + sql() + " WHERE " + condition + " ORDER BY " + names(keys());
    }

    /** Looks for the row of a key, given as one text for each of its columns. */
    String selectKey() {
        String condition = keys().stream()
                .map(column -> column.name() + " = ?::" + column.type().sql())
                .collect(Collectors.joining(" AND "));
        return "SELECT 1 FROM " + sql() + " WHERE " + condition;
    }

    private static String names(List<Column> columns) {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }
}
