package io.mts1b.datalake.bars;

import io.mts1b.foundation.marketdata.PanelField;
import io.mts1b.foundation.marketdata.PriceRange;
import io.mts1b.foundation.marketdata.UniversePanel;
import io.mts1b.foundation.symbology.InstrumentId;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Lays series of bars side by side. */
public final class Panels {

    private Panels() {}

    /**
     * Makes the panel of some series.
     *
     * @param series bars by instrument, each in the order of sessions
     * @return all sessions on which any instrument has a bar, by all instruments; NaN where one has none
     */
    public static UniversePanel of(SortedMap<InstrumentId, List<SessionBar>> series) {
        List<LocalDate> dates = series.values().stream()
                .flatMap(List::stream)
                .map(SessionBar::session)
                .distinct()
                .sorted()
                .toList();
        Map<PanelField, double[][]> columns = new EnumMap<>(PanelField.class);
        for (PanelField field : PanelField.values()) {
            double[][] values = new double[series.size()][dates.size()];
            for (double[] column : values) {
                Arrays.fill(column, Double.NaN);
            }
            columns.put(field, values);
        }
        int asset = 0;
        for (List<SessionBar> bars : series.values()) {
            for (SessionBar bar : bars) {
                fill(columns, asset, Collections.binarySearch(dates, bar.session()), bar);
            }
            asset++;
        }
        return UniversePanel.of(dates, List.copyOf(series.keySet()), columns);
    }

    private static void fill(Map<PanelField, double[][]> columns, int asset, int row, SessionBar one) {
        PriceRange range = one.bar().range();
        columns.forEach((field, values) -> values[asset][row] = switch (field) {
            case OPEN -> range.open().value().toReal();
            case HIGH -> range.high().value().toReal();
            case LOW -> range.low().value().toReal();
            case CLOSE -> range.close().value().toReal();
            case VOLUME -> one.bar().volume().value().toReal();
        });
    }
}
