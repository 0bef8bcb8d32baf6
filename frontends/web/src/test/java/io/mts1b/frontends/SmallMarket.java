package io.mts1b.frontends;

import io.mts1b.foundation.time.Session;
import io.mts1b.marketdata.DailyBar;
import io.mts1b.marketdata.DailyBars;
import io.mts1b.marketdata.DailySeries;
import io.mts1b.marketdata.simulated.SimulatedMarket;
import io.mts1b.platform.calendars.Calendars;
import io.mts1b.platform.random.RandomStreams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** Four shares over three years, as a file: enough for two years of trading, and quick. */
public final class SmallMarket {

    private SmallMarket() {}

    /** Returns the bars of a seed. */
    public static DailyBars bars(long seed) {
        List<LocalDate> sessions =
                Calendars.of("XNYS").sessions(LocalDate.of(2015, 1, 1), LocalDate.of(2017, 12, 31)).stream()
                        .map(Session::date)
                        .toList();
        return new SimulatedMarket(new RandomStreams(seed)).simulate(4, sessions);
    }

    /** Writes the bars of a seed as long CSV. */
    public static Path write(Path file, long seed) throws IOException {
        StringBuilder csv = new StringBuilder("date,symbol,open,high,low,close,volume\n");
        for (DailySeries series : bars(seed).series()) {
            for (DailyBar bar : series.bars()) {
                csv.append(bar.date()).append(',').append(series.symbol());
                csv.append(',')
                        .append(bar.range().open())
                        .append(',')
                        .append(bar.range().high());
                csv.append(',')
                        .append(bar.range().low())
                        .append(',')
                        .append(bar.range().close());
                csv.append(',').append(bar.volume()).append('\n');
            }
        }
        return Files.writeString(file, csv);
    }
}
