package io.mts1b.platform.json;

import io.mts1b.foundation.marketdata.PanelField;
import io.mts1b.foundation.marketdata.UniversePanel;
import io.mts1b.foundation.symbology.InstrumentId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A {@link UniversePanel} as a record: for each field one list of values per instrument, null where the
 * panel says NaN.
 */
record PanelForm(
        List<LocalDate> dates,
        List<InstrumentId> instruments,
        SortedMap<PanelField, List<List<@Nullable Double>>> columns) {

    static final Form FORM = new Form.Adapted(
            UniversePanel.class,
            RecordForms.product(PanelForm.class, Map.of()),
            panel -> of((UniversePanel) panel),
            form -> ((PanelForm) form).toPanel());

    private static PanelForm of(UniversePanel panel) {
        SortedMap<PanelField, List<List<@Nullable Double>>> columns = new TreeMap<>();
        for (PanelField field : PanelField.values()) {
            if (panel.has(field)) {
                List<List<@Nullable Double>> assets = new ArrayList<>();
                for (int asset = 0; asset < panel.instruments().size(); asset++) {
                    assets.add(boxed(panel.column(field, asset)));
                }
                columns.put(field, assets);
            }
        }
        return new PanelForm(panel.dates(), panel.instruments(), Collections.unmodifiableSortedMap(columns));
    }

    private UniversePanel toPanel() {
        Map<PanelField, double[][]> arrays = new EnumMap<>(PanelField.class);
        columns.forEach((field, assets) ->
                arrays.put(field, assets.stream().map(PanelForm::unboxed).toArray(double[][]::new)));
        return UniversePanel.of(dates, instruments, arrays);
    }

    private static List<@Nullable Double> boxed(double[] values) {
        List<@Nullable Double> list = new ArrayList<>(values.length);
        for (double value : values) {
            list.add(Double.isNaN(value) ? null : Double.valueOf(value));
        }
        return list;
    }

    private static double[] unboxed(List<@Nullable Double> values) {
        double[] array = new double[values.size()];
        for (int i = 0; i < array.length; i++) {
            Double value = values.get(i);
            array[i] = value == null ? Double.NaN : value;
        }
        return array;
    }
}
