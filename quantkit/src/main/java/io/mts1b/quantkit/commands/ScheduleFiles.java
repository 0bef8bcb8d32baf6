package io.mts1b.quantkit.commands;

import io.mts1b.quantkit.costmodels.FeeSchedule;
import io.mts1b.quantkit.costmodels.FeeSchedules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fee schedules a command can use: the house's, and those of a file of the user's. */
record ScheduleFiles(List<FeeSchedule> schedules) {

    static ScheduleFiles read(@Nullable Path file, boolean extended) {
        List<FeeSchedule> all = new ArrayList<>();
        if (file != null) {
            try {
                all.addAll(FeeSchedules.parse(String.valueOf(file.getFileName()), Files.readString(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        // What the user says goes before what the house says.
        FeeSchedules.all().stream()
                .filter(house -> all.stream().noneMatch(own -> own.name().equals(house.name())))
                .forEach(all::add);
        return new ScheduleFiles(
                extended ? all.stream().map(FeeSchedule::extended).toList() : List.copyOf(all));
    }

    FeeSchedule of(String name) {
        return schedules.stream()
                .filter(schedule -> schedule.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("schedule must be one of "
                        + schedules.stream().map(FeeSchedule::name).toList() + ", was " + name));
    }

    /** Returns those that are named, set apart by commas, or all. */
    List<FeeSchedule> named(String names) {
        return names.equals("all")
                ? schedules
                : Arrays.stream(names.split(",", -1)).map(this::of).toList();
    }
}
