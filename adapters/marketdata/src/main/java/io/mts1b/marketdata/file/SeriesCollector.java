package io.mts1b.marketdata.file;

import io.mts1b.foundation.symbology.Symbol;
import io.mts1b.marketdata.DailyBar;
import io.mts1b.marketdata.DailySeries;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Collects bars in the order of a file and puts them in the order of time; a file may start with the newest. */
final class SeriesCollector {

    private record Placed(DailyBar bar, RawTable table, int row) {

        Path file() {
            return table.file();
        }

        /** The table within its file; an archive holds several. */
        Path source() {
            return table.file().resolve(table.name());
        }

        String place() {
            return "line " + table.lines().get(row);
        }
    }

    private record Series(List<Placed> bars, boolean closesOnly) {}

    private final SortedMap<Symbol, Series> series = new TreeMap<>();

    /** Starts or continues a series. */
    void add(Symbol symbol, DailyBar bar, RawTable table, int row, boolean closesOnly) {
        Series one = series.computeIfAbsent(symbol, _ -> new Series(new ArrayList<>(), closesOnly));
        Placed placed = new Placed(bar, table, row);
        if (!one.bars.isEmpty() && !one.bars.getFirst().source().equals(placed.source())) {
            throw new RefusedFileException(
                    table.file(),
                    placed.place(),
                    "another series of " + symbol + ", which stands in "
                            + one.bars.getFirst().file().getFileName() + " too",
                    "each instrument in one file");
        }
        one.bars.add(placed);
    }

    /** Returns the series by symbol, each in the order of time. */
    List<DailySeries> finish() {
        List<DailySeries> finished = new ArrayList<>();
        series.forEach((symbol, one) -> {
            List<Placed> bars = new ArrayList<>(one.bars);
            if (bars.size() > 1 && date(bars, 0).isAfter(date(bars, bars.size() - 1))) {
                Collections.reverse(bars);
            }
            for (int i = 1; i < bars.size(); i++) {
                requireRising(symbol, bars.get(i - 1), bars.get(i));
            }
            finished.add(new DailySeries(symbol, bars.stream().map(Placed::bar).toList(), one.closesOnly));
        });
        return finished;
    }

    private static LocalDate date(List<Placed> bars, int at) {
        return bars.get(at).bar.date();
    }

    private static void requireRising(Symbol symbol, Placed before, Placed after) {
        LocalDate earlier = before.bar.date();
        LocalDate later = after.bar.date();
        if (!earlier.isBefore(later)) {
            Placed first = before.row < after.row ? before : after;
            Placed second = before.row < after.row ? after : before;
            throw new RefusedFileException(
                    second.file(),
                    second.place(),
                    second.bar.date() + " of " + symbol + " after " + first.bar.date() + " on " + first.place(),
                    "each date once, oldest or newest first");
        }
    }
}
