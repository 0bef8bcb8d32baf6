package io.mts1b.foundation.marketdata;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.symbology.InstrumentId;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Daily bars of many instruments as numbers to calculate with: T dates by A assets, one column of T
 * {@code double}s per asset and field, NaN where there is no bar.
 *
 * <p>For research only: orders and ledgers take exact prices from {@link Bar}s. Immutable and
 * thread-safe; {@link #column} hands out copies.
 */
public final class UniversePanel {

    private final List<LocalDate> dates;
    private final List<InstrumentId> instruments;
    private final Map<PanelField, double[][]> columns;

    private UniversePanel(List<LocalDate> dates, List<InstrumentId> instruments, Map<PanelField, double[][]> columns) {
        this.dates = dates;
        this.instruments = instruments;
        this.columns = columns;
    }

    /**
     * Makes a panel.
     *
     * @param dates the T dates, rising
     * @param instruments the A instruments, each once
     * @param columns for each field present, A columns of T values, NaN where missing; copied. CLOSE must
     *     be among them; infinite values are refused
     * @return the panel
     * @throws IllegalArgumentException if dates do not rise, an instrument repeats, or a shape is not A by T
     */
    public static UniversePanel of(
            List<LocalDate> dates, List<InstrumentId> instruments, Map<PanelField, double[][]> columns) {
        List<LocalDate> days = List.copyOf(dates);
        List<InstrumentId> assets = List.copyOf(instruments);
        for (int t = 1; t < days.size(); t++) {
            Require.that(
                    days.get(t - 1).isBefore(days.get(t)),
                    "dates must rise, was " + days.get(t - 1) + " then " + days.get(t));
        }
        Require.that(
                assets.stream().distinct().count() == assets.size(), "instruments must be distinct, was " + assets);
        Require.that(columns.containsKey(PanelField.CLOSE), "columns must hold CLOSE, was " + columns.keySet());
        Map<PanelField, double[][]> copies = new EnumMap<>(PanelField.class);
        for (PanelField field : PanelField.values()) {
            double[][] column = columns.get(field);
            if (column != null) {
                copies.put(field, copyOf(field, column, assets.size(), days.size()));
            }
        }
        return new UniversePanel(days, assets, copies);
    }

    private static double[][] copyOf(PanelField field, double[][] columns, int assets, int days) {
        Require.that(columns.length == assets, field + " must have " + assets + " columns, had " + columns.length);
        double[][] copy = new double[assets][];
        for (int a = 0; a < assets; a++) {
            Require.that(
                    columns[a].length == days,
                    field + " of asset " + a + " must have " + days + " rows, had " + columns[a].length);
            copy[a] = columns[a].clone();
            for (int t = 0; t < days; t++) {
                Require.that(!Double.isInfinite(copy[a][t]), field + " of asset " + a + " must be finite in row " + t);
            }
        }
        return copy;
    }

    /**
     * Returns the dates.
     *
     * @return the T dates, rising
     */
    public List<LocalDate> dates() {
        return dates;
    }

    /**
     * Returns the instruments.
     *
     * @return the A instruments, in the order of the columns
     */
    public List<InstrumentId> instruments() {
        return instruments;
    }

    /**
     * Tells whether a field is there.
     *
     * @param field the field
     * @return true if the panel has its columns
     */
    public boolean has(PanelField field) {
        return columns.containsKey(field);
    }

    /**
     * Returns one value.
     *
     * @param field the field
     * @param row the date's index, 0 to T-1
     * @param asset the instrument's index, 0 to A-1
     * @return the value, NaN where there is no bar
     * @throws IllegalArgumentException if the panel lacks the field
     */
    public double at(PanelField field, int row, int asset) {
        return columns(field)[asset][row];
    }

    /**
     * Returns one asset's column.
     *
     * @param field the field
     * @param asset the instrument's index, 0 to A-1
     * @return a copy of its T values, oldest first, NaN where there is no bar
     * @throws IllegalArgumentException if the panel lacks the field
     */
    public double[] column(PanelField field, int asset) {
        return columns(field)[asset].clone();
    }

    /**
     * Returns the panel as it was known after some dates.
     *
     * @param rows how many dates to keep, 0 to T
     * @return the first {@code rows} dates of all assets
     */
    public UniversePanel head(int rows) {
        Map<PanelField, double[][]> cut = new EnumMap<>(PanelField.class);
        columns.forEach((field, values) -> cut.put(
                field,
                Arrays.stream(values).map(column -> Arrays.copyOf(column, rows)).toArray(double[][]::new)));
        return new UniversePanel(dates.subList(0, rows), instruments, cut);
    }

    private double[][] columns(PanelField field) {
        double[][] found = columns.get(field);
        if (found == null) {
            throw new IllegalArgumentException("panel has no " + field + ", only " + columns.keySet());
        }
        return found;
    }
}
