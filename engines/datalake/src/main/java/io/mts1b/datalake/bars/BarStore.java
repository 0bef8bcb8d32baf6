package io.mts1b.datalake.bars;

import io.mts1b.datalake.LakeException;
import io.mts1b.datalake.parquet.ParquetColumn;
import io.mts1b.datalake.parquet.ParquetFile;
import io.mts1b.foundation.Require;
import io.mts1b.foundation.marketdata.Bar;
import io.mts1b.foundation.marketdata.BarInterval;
import io.mts1b.foundation.marketdata.PriceRange;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.platform.db.DuckDb;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Keeps bars in one Parquet file per data set, {@code <root>/bars/<data set>.parquet}, ordered by instrument
 * and session.
 *
 * <p>Thread-safe as far as the file system is: a data set is replaced as a whole.
 */
public final class BarStore {

    private final Path folder;

    /**
     * Makes a store.
     *
     * @param root the folder of the lake; made on the first write
     */
    public BarStore(Path root) {
        this.folder = root.resolve("bars");
    }

    /**
     * Stores a data set, in place of what it held.
     *
     * @param dataSet its name, letters, digits, {@code _} and {@code -}
     * @param bars the bars; of one instrument each session once
     * @throws IllegalArgumentException if a session repeats
     * @throws LakeException if it cannot be written
     */
    public void write(String dataSet, List<SessionBar> bars) {
        SortedMap<InstrumentId, SortedMap<LocalDate, SessionBar>> ordered = new TreeMap<>();
        for (SessionBar one : bars) {
            SessionBar before = ordered.computeIfAbsent(one.bar().instrument(), _ -> new TreeMap<>())
                    .put(one.session(), one);
            Require.that(before == null, "session must be there once, was " + before + " and " + one);
        }
        List<SessionBar> rows = ordered.values().stream()
                .flatMap(sessions -> sessions.values().stream())
                .toList();
        ParquetFile.write(
                file(dataSet),
                List.of(
                        new ParquetColumn.Texts(
                                "instrument",
                                each(rows, one -> one.bar().instrument().toString())),
                        new ParquetColumn.Dates("session", each(rows, SessionBar::session)),
                        new ParquetColumn.Instants(
                                "ended_at", each(rows, one -> one.bar().at())),
                        new ParquetColumn.Texts(
                                "bar_interval",
                                each(rows, one -> one.bar().interval().toString())),
                        new ParquetColumn.Decimals("open", prices(rows, PriceRange::open)),
                        new ParquetColumn.Decimals("high", prices(rows, PriceRange::high)),
                        new ParquetColumn.Decimals("low", prices(rows, PriceRange::low)),
                        new ParquetColumn.Decimals("close", prices(rows, PriceRange::close)),
                        new ParquetColumn.Decimals(
                                "volume", each(rows, one -> one.bar().volume().value()))));
    }

    /**
     * Reads a data set.
     *
     * @param dataSet its name
     * @return its bars by instrument, each series in the order of sessions
     * @throws LakeException if there is no such data set, or its file is damaged
     */
    public SortedMap<InstrumentId, List<SessionBar>> read(String dataSet) {
        Path file = file(dataSet).toAbsolutePath();
        if (!Files.exists(file)) {
            throw new LakeException("no data set " + dataSet + ", looked for " + file, null);
        }
        SortedMap<InstrumentId, List<SessionBar>> series = new TreeMap<>();
        try (Connection duck = DuckDb.openInMemory(List.of(folder));
                PreparedStatement query = duck.prepareStatement(
                        "SELECT instrument, session, ended_at, bar_interval, open, high, low, close, volume FROM read_parquet(?)")) {
            query.setString(1, file.toString());
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    SessionBar bar = bar(row);
                    series.computeIfAbsent(bar.bar().instrument(), _ -> new ArrayList<>())
                            .add(bar);
                }
            }
        } catch (SQLException | IllegalArgumentException | ArithmeticException e) {
            throw new LakeException("cannot read data set " + dataSet + " from " + file, e);
        }
        return series;
    }

    private Path file(String dataSet) {
        return folder.resolve(Require.token("dataSet", dataSet, 64) + ".parquet");
    }

    private static SessionBar bar(ResultSet row) throws SQLException {
        PriceRange range = new PriceRange(price(row, 5), price(row, 6), price(row, 7), price(row, 8));
        Bar bar = new Bar(
                InstrumentId.parse(row.getString(1)),
                BarInterval.parse(row.getString(4)),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                range,
                new Quantity(Decimal.of(row.getBigDecimal(9))));
        return new SessionBar(row.getObject(2, LocalDate.class), bar);
    }

    private static Price price(ResultSet row, int column) throws SQLException {
        return new Price(Decimal.of(row.getBigDecimal(column)));
    }

    private static <T> List<T> each(List<SessionBar> rows, Function<SessionBar, T> value) {
        return rows.stream().map(value).toList();
    }

    private static List<Decimal> prices(List<SessionBar> rows, Function<PriceRange, Price> price) {
        return each(rows, one -> price.apply(one.bar().range()).value());
    }
}
