package io.mts1b.reportslibrary.html;

import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.reportslibrary.run.TradeRow;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The executions: quantities and prices exact, amounts in whole minor units of the currency.
 *
 * @param name the instruments that were traded
 * @param instrument of each execution, by index of {@code name}
 * @param at when
 * @param order of which order
 * @param side its side
 * @param quantity how much
 * @param price at what price
 * @param value what changed hands
 * @param fee what it cost
 * @param gain what it realized
 */
record TradeColumns(
        List<String> name,
        List<Integer> instrument,
        List<Instant> at,
        List<String> order,
        List<Side> side,
        List<Decimal> quantity,
        List<Decimal> price,
        List<Decimal> value,
        List<Decimal> fee,
        List<Decimal> gain) {

    static TradeColumns of(List<TradeRow> rows, int minorUnits) {
        SortedMap<InstrumentId, Integer> index = new TreeMap<>();
        rows.forEach(row -> index.put(row.fill().instrument(), 0));
        List<String> names = new ArrayList<>();
        index.replaceAll((instrument, _) -> {
            names.add(instrument.toString());
            return names.size() - 1;
        });
        return new TradeColumns(
                names,
                each(rows, row -> index.getOrDefault(row.fill().instrument(), 0)),
                each(rows, row -> row.fill().at()),
                each(rows, row -> row.fill().orderId().toString()),
                each(rows, row -> row.fill().side()),
                each(rows, row -> row.fill().quantity().value()),
                each(rows, row -> row.fill().price().value()),
                each(rows, row -> rounded(row.value(), minorUnits)),
                each(rows, row -> rounded(row.fill().fee().amount(), minorUnits)),
                each(rows, row -> rounded(row.realizedGain(), minorUnits)));
    }

    private static Decimal rounded(Decimal amount, int minorUnits) {
        return amount.rounded(minorUnits, RoundingMode.HALF_EVEN);
    }

    private static <T> List<T> each(List<TradeRow> rows, Function<TradeRow, T> value) {
        return rows.stream().map(value).toList();
    }
}
