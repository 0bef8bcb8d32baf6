package io.mts1b.frontends.demo;

import io.mts1b.datalake.bars.Panels;
import io.mts1b.datalake.bars.SessionBar;
import io.mts1b.foundation.marketdata.Bar;
import io.mts1b.foundation.marketdata.PriceRange;
import io.mts1b.foundation.marketdata.UniversePanel;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.symbology.ContractTerms;
import io.mts1b.foundation.symbology.Instrument;
import io.mts1b.foundation.symbology.InstrumentId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The instruments of a run and their bars, as the lake holds them.
 *
 * @param instruments the instruments
 * @param bars the bars of each session, in the order of instruments
 * @param panel the same bars as numbers to calculate with
 * @param closesOnly the instruments that have one price a day, which is known at its end
 */
record Universe(
        SortedMap<InstrumentId, Instrument> instruments,
        SortedMap<LocalDate, List<Bar>> bars,
        UniversePanel panel,
        List<InstrumentId> closesOnly) {

    static Universe of(SortedMap<InstrumentId, List<SessionBar>> series, Currency currency) {
        SortedMap<InstrumentId, Instrument> instruments = new TreeMap<>();
        SortedMap<LocalDate, List<Bar>> bars = new TreeMap<>();
        List<InstrumentId> closesOnly = new ArrayList<>();
        series.forEach((id, ofOne) -> {
            instruments.put(id, new Instrument.Equity(id, terms(ofOne, currency)));
            if (ofOne.stream().allMatch(one -> isFlat(one.bar().range()))) {
                closesOnly.add(id);
            }
            for (SessionBar one : ofOne) {
                bars.computeIfAbsent(one.session(), _ -> new ArrayList<>()).add(one.bar());
            }
        });
        return new Universe(instruments, bars, Panels.of(series), closesOnly);
    }

    /** Adjusted prices have no tick of a market: the finest decimal that occurs is the step they come in. */
    private static ContractTerms terms(List<SessionBar> bars, Currency currency) {
        int decimals = bars.stream()
                .map(one -> one.bar().range())
                .flatMap(range -> List.of(range.open(), range.high(), range.low(), range.close()).stream())
                .mapToInt(price -> price.value().scale())
                .max()
                .orElseThrow();
        return new ContractTerms(new Price(new Decimal(1, decimals)), Quantity.of(1), Decimal.ONE, currency);
    }

    private static boolean isFlat(PriceRange range) {
        return range.high().equals(range.low());
    }
}
