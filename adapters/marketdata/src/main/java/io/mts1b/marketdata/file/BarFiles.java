package io.mts1b.marketdata.file;

import io.mts1b.foundation.marketdata.PriceRange;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.symbology.Symbol;
import io.mts1b.marketdata.DailyBar;
import io.mts1b.marketdata.DailyBars;
import io.mts1b.marketdata.DailySeries;
import io.mts1b.marketdata.file.DateColumn.Dates;
import io.mts1b.marketdata.file.Layout.PriceColumns;
import java.io.IOException;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Reads daily bars from a file or from all files of a folder.
 *
 * <p>Understood are CSV (comma, semicolon or tab; plain, gzipped or zipped) and Parquet in three layouts: a
 * row per instrument and date, a column per instrument, or a file per instrument named for it.
 */
public final class BarFiles {

    /** Adjusting divides; this many decimals keep a cent-sized price to nine digits. */
    private static final int ADJUSTED_PLACES = 8;

    private final BarFileOptions options;
    private final SeriesCollector series = new SeriesCollector();
    private final PriceCell cells = new PriceCell();
    private final List<String> understood = new ArrayList<>();

    private BarFiles(BarFileOptions options) {
        this.options = options;
    }

    /**
     * Reads bars.
     *
     * @param path a file, or a folder all of whose files are read in the order of their names
     * @param options what a person says about them
     * @return the bars, and what was understood
     * @throws RefusedFileException if anything is not understood; nothing is returned then
     */
    public static DailyBars read(Path path, BarFileOptions options) {
        BarFiles reader = new BarFiles(options);
        for (Path file : files(path)) {
            for (SourceFile source : SourceFile.open(file)) {
                reader.read(
                        source.kind() == SourceFile.Kind.PARQUET ? ParquetTable.read(source) : CsvTable.read(source));
            }
        }
        List<DailySeries> all = reader.series.finish();
        if (all.isEmpty()) {
            throw new RefusedFileException(path, "no price in any row", "at least one price");
        }
        if (reader.cells.rounded() > 0) {
            reader.understood.add(reader.cells.rounded()
                    + " prices carried more digits than binary floating point means and were rounded to 15");
        }
        return new DailyBars(all, reader.understood, false);
    }

    private static List<Path> files(Path path) {
        if (!Files.isDirectory(path)) {
            if (!Files.exists(path)) {
                throw new RefusedFileException(path, "nothing", "a file or a folder");
            }
            return List.of(path);
        }
        try (Stream<Path> inside = Files.list(path)) {
            List<Path> files = inside.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new RefusedFileException(path, "an empty folder", "at least one file");
            }
            return files;
        } catch (IOException e) {
            throw new RefusedFileException(path, "an error on reading it (" + e + ")", "a readable folder");
        }
    }

    private void read(RawTable table) {
        Layout layout = Layout.detect(table);
        switch (layout) {
            case Layout.ColumnPerInstrument wide -> readWide(table, wide);
            case Layout.FilePerInstrument single -> {
                Dates dates = DateColumn.read(table, single.date(), OptionalInt.empty());
                Symbol symbol = symbol(table, table.name());
                for (int row = 0; row < table.rows().size(); row++) {
                    readRow(table, row, symbol, dates.values().get(row), single.prices());
                }
                tell(table, "one instrument, " + symbol, dates, single.prices());
            }
            case Layout.RowPerBar rows -> {
                Dates dates = DateColumn.read(table, rows.date(), OptionalInt.of(rows.symbol()));
                for (int row = 0; row < table.rows().size(); row++) {
                    Symbol symbol = cellSymbol(table, row, rows.symbol());
                    readRow(table, row, symbol, dates.values().get(row), rows.prices());
                }
                tell(table, "a row per instrument and date", dates, rows.prices());
            }
        }
    }

    private void readWide(RawTable table, Layout.ColumnPerInstrument wide) {
        Dates dates = DateColumn.read(table, wide.date(), OptionalInt.empty());
        for (int column : wide.symbols()) {
            Symbol symbol = symbol(table, table.header().get(column));
            for (int row = 0; row < table.rows().size(); row++) {
                LocalDate date = dates.values().get(row);
                Optional<Price> price = cells.price(table, row, column);
                if (price.isPresent()) {
                    DailyBar bar = new DailyBar(date, PriceRange.flat(price.get()), Quantity.ZERO);
                    series.add(symbol, bar, table, row, true);
                }
            }
        }
        understood.add(
                describe(table, "a column per instrument, " + wide.symbols().size() + " of them", dates)
                        + "; one price a day, so orders fill at closes");
    }

    private void readRow(RawTable table, int row, Symbol symbol, LocalDate date, PriceColumns columns) {
        Optional<Price> close = cells.price(table, row, columns.close());
        if (close.isEmpty()) {
            return;
        }
        PriceRange range = columns.hasRange() ? range(table, row, columns, close.get()) : PriceRange.flat(close.get());
        OptionalInt adjusted = columns.adjusted();
        if (adjusted.isPresent() && options.adjusted()) {
            Optional<Price> target = cells.price(table, row, adjusted.getAsInt());
            range = adjust(
                    range, target.orElseThrow(() -> table.refuse(row, adjusted.getAsInt(), "a price above zero")));
        }
        Quantity volume = columns.volume().isPresent()
                ? cells.volume(table, row, columns.volume().getAsInt())
                : Quantity.ZERO;
        series.add(symbol, new DailyBar(date, range, volume), table, row, !columns.hasRange());
    }

    private PriceRange range(RawTable table, int row, PriceColumns columns, Price close) {
        Price open = required(table, row, columns.open().orElseThrow());
        Price high = required(table, row, columns.high().orElseThrow());
        Price low = required(table, row, columns.low().orElseThrow());
        if (high.compareTo(open) < 0 || high.compareTo(close) < 0) {
            throw table.refuse(row, columns.high().getAsInt(), "a high not below open " + open + " or close " + close);
        }
        if (low.compareTo(open) > 0 || low.compareTo(close) > 0) {
            throw table.refuse(row, columns.low().getAsInt(), "a low not above open " + open + " or close " + close);
        }
        return new PriceRange(open, high, low, close);
    }

    private Price required(RawTable table, int row, int column) {
        return cells.price(table, row, column).orElseThrow(() -> table.refuse(row, column, "a price above zero"));
    }

    /** Scales a range so that its close becomes the target; rounding is monotone, so order is kept. */
    private static PriceRange adjust(PriceRange raw, Price target) {
        if (raw.close().equals(target)) {
            return raw;
        }
        return new PriceRange(
                scaled(raw.open(), target, raw.close()),
                scaled(raw.high(), target, raw.close()),
                scaled(raw.low(), target, raw.close()),
                scaled(raw.close(), target, raw.close()));
    }

    private static Price scaled(Price price, Price numerator, Price denominator) {
        return new Price(Decimal.of(price.value()
                .toBigDecimal()
                .multiply(numerator.value().toBigDecimal())
                .divide(denominator.value().toBigDecimal(), ADJUSTED_PLACES, RoundingMode.HALF_EVEN)));
    }

    private static Symbol symbol(RawTable table, String text) {
        try {
            return new Symbol(text.replace(' ', '_'));
        } catch (IllegalArgumentException e) {
            throw table.refuseHeader("the symbol '" + text + "'", "1 to 64 visible ASCII characters");
        }
    }

    private static Symbol cellSymbol(RawTable table, int row, int column) {
        try {
            return new Symbol(table.rows().get(row)[column]);
        } catch (IllegalArgumentException e) {
            throw table.refuse(row, column, "a symbol of 1 to 64 visible ASCII characters");
        }
    }

    private void tell(RawTable table, String layout, Dates dates, PriceColumns columns) {
        String prices = columns.hasRange() ? "open, high, low and close" : "one price a day, so orders fill at closes";
        String adjusted = columns.adjusted().isEmpty()
                ? ""
                : options.adjusted()
                        ? "; prices adjusted by "
                                + table.header().get(columns.adjusted().getAsInt())
                        : "; prices not adjusted";
        String ignored = columns.ignored().isEmpty() ? "" : "; ignored " + String.join(", ", columns.ignored());
        understood.add(describe(table, layout, dates) + "; " + prices + adjusted + ignored);
    }

    private static String describe(RawTable table, String layout, Dates dates) {
        LocalDate first = dates.values().stream().min(LocalDate::compareTo).orElseThrow();
        LocalDate last = dates.values().stream().max(LocalDate::compareTo).orElseThrow();
        return table.file().getFileName() + ": " + table.kind() + ", " + layout + ", "
                + table.rows().size() + " rows, " + first + " to " + last + ", dates as " + dates.format();
    }
}
