package io.mts1b.marketdata.file;

import io.mts1b.foundation.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** What the columns of a table mean. */
sealed interface Layout {

    /** One instrument a row: date, symbol, prices. */
    record RowPerBar(int date, int symbol, PriceColumns prices) implements Layout {}

    /** One instrument a file: date, prices. */
    record FilePerInstrument(int date, PriceColumns prices) implements Layout {}

    /** One instrument a column: date, then a price per symbol. */
    record ColumnPerInstrument(int date, List<Integer> symbols) implements Layout {}

    /**
     * Where the prices of an instrument stand.
     *
     * @param close the closing price, always there
     * @param open the opening price; with {@code high} and {@code low} or not at all
     * @param high the highest price
     * @param low the lowest price
     * @param adjusted the close adjusted for splits and dividends
     * @param volume the quantity traded
     * @param ignored the names of the columns nobody asked for
     */
    record PriceColumns(
            int close,
            OptionalInt open,
            OptionalInt high,
            OptionalInt low,
            OptionalInt adjusted,
            OptionalInt volume,
            List<String> ignored) {

        boolean hasRange() {
            return open.isPresent() && high.isPresent() && low.isPresent();
        }
    }

    /** The columns that have a meaning, by the names sources give them. */
    enum Column {
        DATE("date", "day", "dt", "time", "timestamp", "datetime", "asof", "indexlevel0"),
        SYMBOL("symbol", "ticker", "asset", "instrument", "code"),
        OPEN("open"),
        HIGH("high"),
        LOW("low"),
        CLOSE("close", "price", "last", "settle"),
        ADJUSTED("adjclose", "adjustedclose", "closeadj"),
        VOLUME("volume", "vol"),
        RETURN("return", "returns", "ret", "pctchange");

        private final List<String> names;

        Column(String... names) {
            this.names = List.of(names);
        }
    }

    /** Finds out what a table is, or refuses it. */
    static Layout detect(RawTable table) {
        List<String> header = table.header();
        int date = find(table, Column.DATE).orElseGet(() -> {
            if (!header.getFirst().isEmpty()) {
                throw table.refuseHeader("the columns " + header, "a column called date, or without a name, first");
            }
            return 0;
        });
        OptionalInt symbol = find(table, Column.SYMBOL);
        OptionalInt close = find(table, Column.CLOSE);
        if (close.isPresent()) {
            PriceColumns prices = prices(table, close.getAsInt(), date, symbol);
            return symbol.isPresent()
                    ? new RowPerBar(date, symbol.getAsInt(), prices)
                    : new FilePerInstrument(date, prices);
        }
        if (symbol.isPresent()) {
            throw table.refuseHeader("the columns " + header, "a column called close or price beside the symbols");
        }
        return wide(table, date);
    }

    private static Layout wide(RawTable table, int date) {
        List<Integer> symbols = new ArrayList<>();
        for (int i = 0; i < table.header().size(); i++) {
            if (i != date) {
                symbols.add(i);
            }
        }
        boolean onlyFields =
                symbols.stream().allMatch(i -> isField(table.header().get(i)));
        if (onlyFields) {
            throw table.refuseHeader(
                    "the columns " + table.header(), "a column called close or price, or one column per symbol");
        }
        return new ColumnPerInstrument(date, symbols);
    }

    private static boolean isField(String name) {
        for (Column column : Column.values()) {
            if (column.names.contains(normal(name))) {
                return true;
            }
        }
        return false;
    }

    private static PriceColumns prices(RawTable table, int close, int date, OptionalInt symbol) {
        OptionalInt open = find(table, Column.OPEN);
        OptionalInt high = find(table, Column.HIGH);
        OptionalInt low = find(table, Column.LOW);
        OptionalInt adjusted = find(table, Column.ADJUSTED);
        OptionalInt volume = find(table, Column.VOLUME);
        List<Integer> used = new ArrayList<>(List.of(close, date));
        for (OptionalInt column : List.of(symbol, open, high, low, adjusted, volume)) {
            column.ifPresent(used::add);
        }
        List<String> ignored = new ArrayList<>();
        for (int i = 0; i < table.header().size(); i++) {
            if (!used.contains(i)) {
                ignored.add(table.header().get(i));
            }
        }
        return new PriceColumns(close, open, high, low, adjusted, volume, ignored);
    }

    private static OptionalInt find(RawTable table, Column column) {
        OptionalInt found = OptionalInt.empty();
        for (int i = 0; i < table.header().size(); i++) {
            if (column.names.contains(normal(table.header().get(i)))) {
                if (found.isPresent()) {
                    throw table.refuseHeader(
                            "two columns for the " + column.toString().toLowerCase(Locale.ROOT) + ", "
                                    + Quoted.of(table.header().get(found.getAsInt())) + " and "
                                    + Quoted.of(table.header().get(i)),
                            "one");
                }
                found = OptionalInt.of(i);
            }
        }
        return found;
    }

    private static String normal(String name) {
        return name.toLowerCase(Locale.ROOT).replace(" ", "").replace("_", "").replace("-", "");
    }
}
