package io.mts1b.frontends.demo;

import io.mts1b.datalake.bars.BarStore;
import io.mts1b.foundation.time.Session;
import io.mts1b.frontends.demo.RunPlan.Request;
import io.mts1b.oms.OmsLog;
import io.mts1b.platform.bus.Bus;
import io.mts1b.reportslibrary.html.HtmlReport;
import io.mts1b.reportslibrary.run.RunInfo;
import io.mts1b.reportslibrary.run.RunResults;
import io.mts1b.reportslibrary.run.RunStore;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The main job: bars into the lake, through strategy, gates, orders and fills to values, and from the journal
 * to a report.
 */
public final class Demo {

    private static final String REPORT = "report.html";

    private Demo() {}

    /**
     * Runs, from the beginning or from where a run was interrupted.
     *
     * @param request what is asked for
     * @param data the file or folder of bars; null for the simulated market
     * @param out the folder of the run: its lake, its journal and its results; an earlier run of the demo in
     *     it is replaced
     * @param resume whether to go on with the run in {@code out}, if there is one
     * @param placement where the services of the run are
     * @param progress who is told how far it is
     * @return the results, which stand in {@code out} too
     * @throws io.mts1b.marketdata.file.RefusedFileException if the data are not understood; nothing is written
     * @throws RefusedRunException if the run cannot begin; nothing is written
     */
    public static RunResults run(
            Request request, @Nullable Path data, Path out, boolean resume, Placement placement, RunProgress progress) {
        RunFolder folder = new RunFolder(out);
        RunPlan plan = resume && folder.hasRun() ? folder.resumedPlan(request) : begin(request, data, folder, progress);
        plan.understood().forEach(progress::step);
        Timetable timetable = StoredRun.read(out).timetable();
        trade(folder, timetable, placement, out, progress);
        RunResults results = project(plan, timetable.sessions(), folder);
        progress.step("writing results and report to " + out);
        RunStore.write(out, results);
        HtmlReport.write(out.resolve(REPORT), results);
        return results;
    }

    private static RunPlan begin(Request request, @Nullable Path data, RunFolder folder, RunProgress progress) {
        folder.requireOurs();
        progress.step(data == null ? "simulating a market" : "reading " + data);
        DataLoader.Loaded loaded = DataLoader.load(data, request);
        folder.clear();
        folder.writePlan(loaded.plan());
        new BarStore(folder.lake()).write(DataLoader.DATA_SET, loaded.bars());
        return loaded.plan();
    }

    private static void trade(
            RunFolder folder, Timetable timetable, Placement placement, Path out, RunProgress progress) {
        try (DemoHost host = DemoHost.start(placement, out);
                Bus bus = host.connect()) {
            new RunDriver(bus, folder.name(), timetable, host.failure()).run(progress);
        }
    }

    private static RunResults project(RunPlan plan, List<Session> sessions, RunFolder folder) {
        RunProjection projection = new RunProjection(sessions);
        OmsLog.forEach(folder.journal(), projection::take);
        return projection.results(
                info(plan, sessions.getFirst().date(), sessions.getLast().date()));
    }

    private static RunInfo info(RunPlan plan, LocalDate first, LocalDate last) {
        Request request = plan.request();
        return RunInfo.builder()
                .title("12-1 momentum with hierarchical risk parity on " + request.data())
                .simulated(plan.simulated())
                .understood(plan.understood())
                .seed(plan.simulated() ? request.seed() : null)
                .fund(Trading.FUND)
                .strategy(Trading.STRATEGY)
                .calendar(plan.calendar())
                .currency(request.cash().currency())
                .start(first)
                .end(last)
                .periodsPerYear(plan.period().periodsPerYear().count())
                .addConfiguration(
                        setting("factor", "f_momentum_12_1"),
                        setting("allocation", "hierarchical risk parity, single linkage, better half"),
                        setting("volatility target", Double.toString(StrategyService.VOLATILITY_TARGET)),
                        setting("largest investment", Double.toString(StrategyService.LARGEST_INVESTMENT)),
                        setting("schedule", "last session of the month"),
                        setting("fills", "next open, or next close where only closes are known"),
                        setting("commission", "0.005 USD a share, at least 1 USD, at most 1 % of the trade"),
                        setting("slippage", "2 bps"),
                        setting("starting cash", request.cash().toString()))
                .build();
    }

    private static RunInfo.Setting setting(String name, String value) {
        return new RunInfo.Setting(name, value);
    }
}
