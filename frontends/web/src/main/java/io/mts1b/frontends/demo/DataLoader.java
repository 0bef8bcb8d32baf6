package io.mts1b.frontends.demo;

import io.mts1b.datalake.bars.SessionBar;
import io.mts1b.foundation.marketdata.Bar;
import io.mts1b.foundation.marketdata.BarInterval;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.foundation.symbology.Venue;
import io.mts1b.foundation.time.Session;
import io.mts1b.frontends.demo.RunPlan.Request;
import io.mts1b.marketdata.DailyBar;
import io.mts1b.marketdata.DailyBars;
import io.mts1b.marketdata.DailySeries;
import io.mts1b.marketdata.file.BarFileOptions;
import io.mts1b.marketdata.file.BarFiles;
import io.mts1b.marketdata.simulated.SimulatedMarket;
import io.mts1b.platform.calendars.Calendars;
import io.mts1b.platform.random.RandomStreams;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds the bars of a run: in files, or in the simulated market where there are none. */
final class DataLoader {

    /** Where everything of a run trades. */
    static final Venue VENUE = new Venue("PAPER");

    static final String DATA_SET = "daily";

    private static final int SIMULATED_SHARES = 20;
    private static final LocalDate SIMULATED_FROM = LocalDate.of(2008, 1, 1);
    private static final LocalDate SIMULATED_TO = LocalDate.of(2023, 12, 31);

    private DataLoader() {}

    /**
     * What was loaded, not stored yet.
     *
     * @param plan what the run is about
     * @param bars the bars
     */
    record Loaded(RunPlan plan, List<SessionBar> bars) {}

    /** Reads the bars, and says what the run is about; nothing is written. */
    static Loaded load(@Nullable Path data, Request request) {
        DailyBars bars =
                data == null ? simulate(request.seed()) : BarFiles.read(data, new BarFileOptions(request.adjusted()));
        Timetable timetable = Timetable.of(request.calendar(), bars.dates());
        List<String> understood = new ArrayList<>(bars.understood());
        if (!timetable.dropped().isEmpty()) {
            understood.add(timetable.dropped().size() + " dates are no sessions of "
                    + timetable.calendar().name() + " and were left out, the first being "
                    + timetable.dropped().getFirst());
        }
        List<LocalDate> dates = timetable.sessions().stream().map(Session::date).toList();
        RunPlan plan = new RunPlan(
                request, bars.simulated(), understood, timetable.calendar().name(), BarPeriod.of(dates));
        return new Loaded(plan, sessionBars(bars, timetable));
    }

    private static DailyBars simulate(long seed) {
        List<LocalDate> sessions = Calendars.of("XNYS").sessions(SIMULATED_FROM, SIMULATED_TO).stream()
                .map(Session::date)
                .toList();
        return new SimulatedMarket(new RandomStreams(seed)).simulate(SIMULATED_SHARES, sessions);
    }

    private static List<SessionBar> sessionBars(DailyBars bars, Timetable timetable) {
        SortedMap<LocalDate, Session> sessions = new TreeMap<>();
        timetable.sessions().forEach(session -> sessions.put(session.date(), session));
        List<SessionBar> all = new ArrayList<>();
        for (DailySeries series : bars.series()) {
            InstrumentId id = new InstrumentId(series.symbol(), VENUE);
            for (DailyBar daily : series.bars()) {
                Session session = sessions.get(daily.date());
                if (session != null) {
                    all.add(new SessionBar(
                            daily.date(),
                            new Bar(id, BarInterval.DAY_1, session.close(), daily.range(), daily.volume())));
                }
            }
        }
        return all;
    }
}
