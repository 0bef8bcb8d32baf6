package io.mts1b.quantkit.commands;

import io.mts1b.platform.service.CsvFile;
import io.mts1b.quantkit.returns.Returns;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Prices of assets by date, ascending, as a file gives them to a command; NaN where a cell is empty. Immutable. */
public final class PriceTable {

    private final TimedColumns<LocalDate> table;

    private PriceTable(TimedColumns<LocalDate> table) {
        this.table = table;
    }

    /**
     * Reads a file whose first line names the columns, the first of which holds dates in any order.
     *
     * @param path the file, unpacked if its name ends in {@code .gz}
     * @return the prices
     * @throws IllegalArgumentException if a date, a price or a name is wrong, with the line
     */
    public static PriceTable read(Path path) {
        return new PriceTable(TimedColumns.read(path, CsvFile::date, _ -> TimedColumns.Rule.POSITIVE));
    }

    /**
     * Returns whose prices these are.
     *
     * @return the names of the columns
     */
    public List<String> assets() {
        return table.names();
    }

    List<LocalDate> dates() {
        return table.times();
    }

    double[] column(int asset) {
        return table.column(asset);
    }

    /** Returns one column, without the dates on which it has no price. */
    PriceTable only(String asset) {
        int index = assets().indexOf(asset);
        if (index < 0) {
            throw new IllegalArgumentException("column must be one of " + assets() + ", was " + asset);
        }
        return new PriceTable(table.only(index));
    }

    /**
     * Returns simple returns.
     *
     * @param tail how many of the last rows; 0 for all
     * @return one column per asset, NaN where a price is missing
     * @throws IllegalArgumentException if there are fewer rows
     */
    public double[][] returns(int tail) {
        double[][] all = Returns.simple(table.columns());
        for (double[] column : all) {
            if (column.length == 0) {
                throw new IllegalArgumentException("prices must be of at least 2 dates, were of " + table.rows());
            }
        }
        return last(all, tail);
    }

    /**
     * Returns simple returns of the dates on which no asset is missing.
     *
     * @param tail how many of the last of these rows; 0 for all
     * @return one column per asset
     * @throws IllegalArgumentException if there are fewer rows, or none
     */
    public double[][] completeReturns(int tail) {
        double[][] all = returns(0);
        int[] kept = IntStream.range(0, all[0].length)
                .filter(t -> Arrays.stream(all).noneMatch(column -> Double.isNaN(column[t])))
                .toArray();
        if (kept.length == 0) {
            throw new IllegalArgumentException(
                    "assets must share some returns, shared none: drop the one with the shortest" + " history");
        }
        double[][] complete = Arrays.stream(all)
                .map(column -> Arrays.stream(kept).mapToDouble(t -> column[t]).toArray())
                .toArray(double[][]::new);
        return last(complete, tail);
    }

    private static double[][] last(double[][] all, int tail) {
        int rows = all[0].length;
        if (tail < 0 || tail > rows) {
            throw new IllegalArgumentException("tail must be in [1, " + rows + "], was " + tail);
        }
        return tail == 0
                ? all
                : Arrays.stream(all)
                        .map(column -> Arrays.copyOfRange(column, rows - tail, rows))
                        .toArray(double[][]::new);
    }
}
