package io.mts1b.quantkit;

import io.mts1b.testkit.SharedData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/** A file of daily prices from the shared data: one row per date ascending, one column per name, NaN where empty. */
public final class PriceFile {

    private final List<String> names;
    private final List<String> dates;
    private final double[][] columns;

    private PriceFile(List<String> names, List<String> dates, double[][] columns) {
        this.names = names;
        this.dates = dates;
        this.columns = columns;
    }

    public static PriceFile read(String name) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(SharedData.path("equities_daily/" + name))),
                StandardCharsets.UTF_8))) {
            List<String> header = List.of(reader.readLine().split(","));
            List<String[]> rows = new ArrayList<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                rows.add(line.split(",", -1));
            }
            rows.sort(Comparator.comparing(row -> row[0]));
            double[][] columns = new double[header.size() - 1][rows.size()];
            for (int t = 0; t < rows.size(); t++) {
                for (int i = 0; i < columns.length; i++) {
                    String cell = rows.get(t)[i + 1];
                    columns[i][t] = cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
                }
            }
            List<String> dates = rows.stream().map(row -> row[0]).toList();
            return new PriceFile(header.subList(1, header.size()), dates, columns);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Drops the rows in which a price is missing. */
    public PriceFile complete() {
        return keep(columns);
    }

    /** Keeps one column, without the rows in which it is missing. */
    public PriceFile only(String name) {
        double[][] one = {columns[names.indexOf(name)]};
        PriceFile all = new PriceFile(List.of(name), dates, one);
        return all.keep(one);
    }

    private PriceFile keep(double[][] present) {
        int[] kept = IntStream.range(0, dates.size())
                .filter(t -> Arrays.stream(present).noneMatch(column -> Double.isNaN(column[t])))
                .toArray();
        double[][] rows = Arrays.stream(columns)
                .map(column -> Arrays.stream(kept).mapToDouble(t -> column[t]).toArray())
                .toArray(double[][]::new);
        return new PriceFile(names, Arrays.stream(kept).mapToObj(dates::get).toList(), rows);
    }

    public List<String> names() {
        return names;
    }

    public List<String> dates() {
        return dates;
    }

    public double[][] columns() {
        return columns;
    }
}
