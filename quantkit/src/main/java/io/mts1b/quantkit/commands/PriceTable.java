package io.mts1b.quantkit.commands;

import io.mts1b.platform.service.CsvFile;
import io.mts1b.quantkit.returns.Returns;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Prices of assets by date, ascending, as a file gives them to a command; NaN where a cell is empty. Immutable. */
public final class PriceTable {

    /** How a missing price may be written. */
    private static final List<String> MISSING = List.of("", "NaN", "nan", "NA", "null");

    private final List<LocalDate> dates;
    private final List<String> assets;
    private final double[][] columns;

    private PriceTable(List<LocalDate> dates, List<String> assets, double[][] columns) {
        this.dates = dates;
        this.assets = assets;
        this.columns = columns;
    }

    /**
     * Reads a file whose first line names the columns, the first of which holds dates in any order.
     *
     * @param path the file, unpacked if its name ends in {@code .gz}
     * @return the prices
     * @throws IllegalArgumentException if a date, a price or a name is wrong, with the line
     */
    public static PriceTable read(Path path) {
        CsvFile file = CsvFile.read(path);
        if (file.lines().size() < 2 || file.lines().getFirst().size() < 2) {
            throw new IllegalArgumentException(
                    file.name() + " must have a header, a column of dates and one of prices");
        }
        List<String> assets =
                file.lines().getFirst().subList(1, file.lines().getFirst().size());
        if (assets.stream().distinct().count() < assets.size()) {
            throw file.wrong(0, "columns must have names of their own", assets.toString());
        }
        List<Integer> rows = new ArrayList<>();
        List<LocalDate> found = new ArrayList<>();
        for (int i = 1; i < file.lines().size(); i++) {
            if (!file.isBlank(i)) {
                rows.add(i);
                found.add(file.date(i));
            }
        }
        int[] order = IntStream.range(0, rows.size())
                .boxed()
                .sorted((i, j) -> found.get(i).compareTo(found.get(j)))
                .mapToInt(i -> i)
                .toArray();
        double[][] columns = new double[assets.size()][rows.size()];
        for (int t = 0; t < order.length; t++) {
            int line = rows.get(order[t]);
            if (t > 0 && found.get(order[t]).equals(found.get(order[t - 1]))) {
                throw file.wrong(
                        line, "date must come once", found.get(order[t]).toString());
            }
            fill(file, line, columns, t);
        }
        List<LocalDate> dates = Arrays.stream(order).mapToObj(found::get).toList();
        return new PriceTable(dates, assets, columns);
    }

    private static void fill(CsvFile file, int line, double[][] columns, int t) {
        List<String> cells = file.lines().get(line);
        if (cells.size() != columns.length + 1) {
            throw file.wrong(line, "line must have " + (columns.length + 1) + " cells", String.valueOf(cells.size()));
        }
        for (int i = 0; i < columns.length; i++) {
            String cell = cells.get(i + 1);
            columns[i][t] = MISSING.contains(cell) ? Double.NaN : price(file, line, cell);
        }
    }

    private static double price(CsvFile file, int line, String cell) {
        double price = file.number(line, cell);
        if (price <= 0) {
            throw file.wrong(line, "price must be positive", cell);
        }
        return price;
    }

    /**
     * Returns whose prices these are.
     *
     * @return the names of the columns
     */
    public List<String> assets() {
        return assets;
    }

    List<LocalDate> dates() {
        return dates;
    }

    double[] column(int asset) {
        return columns[asset].clone();
    }

    /** Returns one column, without the dates on which it has no price. */
    PriceTable only(String asset) {
        int index = assets.indexOf(asset);
        if (index < 0) {
            throw new IllegalArgumentException("column must be one of " + assets + ", was " + asset);
        }
        int[] kept = IntStream.range(0, dates.size())
                .filter(t -> !Double.isNaN(columns[index][t]))
                .toArray();
        double[] prices =
                Arrays.stream(kept).mapToDouble(t -> columns[index][t]).toArray();
        return new PriceTable(
                Arrays.stream(kept).mapToObj(dates::get).toList(), List.of(asset), new double[][] {prices});
    }

    /**
     * Returns simple returns.
     *
     * @param tail how many of the last rows; 0 for all
     * @return one column per asset, NaN where a price is missing
     * @throws IllegalArgumentException if there are fewer rows
     */
    public double[][] returns(int tail) {
        double[][] all = Returns.simple(columns);
        for (double[] column : all) {
            if (column.length == 0) {
                throw new IllegalArgumentException("prices must be of at least 2 dates, were of " + dates.size());
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
