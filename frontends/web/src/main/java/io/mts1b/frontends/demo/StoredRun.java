package io.mts1b.frontends.demo;

import io.mts1b.datalake.bars.BarStore;
import java.nio.file.Path;
import java.util.List;

/**
 * A run as its folder says: what every part of the demo reads before it begins.
 *
 * @param folder the folder
 * @param plan what the run is about
 * @param universe what may be traded, from the lake
 * @param timetable when it trades
 */
record StoredRun(RunFolder folder, RunPlan plan, Universe universe, Timetable timetable) {

    /** Reads the plan and the lake. */
    static StoredRun read(Path path) {
        RunFolder folder = new RunFolder(path);
        RunPlan plan = folder.plan();
        Universe universe = Universe.of(
                new BarStore(folder.lake()).read(DataLoader.DATA_SET),
                plan.request().cash().currency());
        Timetable timetable =
                Timetable.of(plan.calendar(), List.copyOf(universe.bars().keySet()));
        return new StoredRun(folder, plan, universe, timetable);
    }
}
