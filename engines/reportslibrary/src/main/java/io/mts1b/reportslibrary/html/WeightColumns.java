package io.mts1b.reportslibrary.html;

import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.reportslibrary.run.WeightRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What was held, instrument by session.
 *
 * @param session the sessions, in order
 * @param instrument the instruments, those first that were held most over time
 * @param weight by instrument, by session: the share of the fund as a fraction, zero where nothing was held
 */
record WeightColumns(List<LocalDate> session, List<String> instrument, List<List<Double>> weight) {

    private static final int PLACES = 5;

    static WeightColumns of(List<WeightRow> rows) {
        Map<InstrumentId, Map<LocalDate, Double>> byInstrument = new TreeMap<>();
        TreeSet<LocalDate> sessions = new TreeSet<>();
        for (WeightRow row : rows) {
            sessions.add(row.session());
            byInstrument
                    .computeIfAbsent(row.instrument(), _ -> new TreeMap<>())
                    .put(row.session(), EquityColumns.rounded(row.weight(), PLACES));
        }
        // The sort is stable, so equals stay in the order of their names.
        List<InstrumentId> instruments = byInstrument.keySet().stream()
                .sorted(Comparator.comparingDouble(id -> -size(byInstrument, id)))
                .toList();
        List<List<Double>> weights = new ArrayList<>();
        for (InstrumentId instrument : instruments) {
            Map<LocalDate, Double> held = byInstrument.getOrDefault(instrument, Map.of());
            weights.add(sessions.stream()
                    .map(session -> held.getOrDefault(session, 0.0))
                    .toList());
        }
        return new WeightColumns(
                List.copyOf(sessions),
                instruments.stream().map(InstrumentId::toString).toList(),
                weights);
    }

    private static double size(Map<InstrumentId, Map<LocalDate, Double>> byInstrument, InstrumentId instrument) {
        return byInstrument.getOrDefault(instrument, Map.of()).values().stream()
                .mapToDouble(Math::abs)
                .sum();
    }
}
