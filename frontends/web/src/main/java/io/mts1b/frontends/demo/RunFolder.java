package io.mts1b.frontends.demo;

import io.mts1b.frontends.demo.RunPlan.Request;
import io.mts1b.platform.json.Json;
import io.mts1b.platform.json.JsonException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder of one run. Its plan is written first, and says that the folder is ours to replace; its lake
 * appears whole, so that a plan without one is a run that never began.
 */
final class RunFolder {

    private static final String PLAN = "run.json";
    private static final String LAKE = "lake";
    private static final String DISCARDED_LAKE = "lake.discarded";

    /** What a run makes; a folder that holds anything of it without a plan is somebody else's. */
    private static final List<String> MADE = List.of(
            LAKE,
            DISCARDED_LAKE,
            "journal",
            "bus",
            "report.html",
            "summary.json",
            "equity.parquet",
            "weights.parquet",
            "trades.parquet",
            "decisions.parquet");

    private final Path root;

    RunFolder(Path root) {
        this.root = root;
    }

    Path lake() {
        return root.resolve(LAKE);
    }

    Path journal() {
        return root.resolve("journal");
    }

    /** Tells whether a run began here. */
    boolean hasRun() {
        return hasPlan() && Files.exists(lake());
    }

    private boolean hasPlan() {
        return Files.exists(root.resolve(PLAN));
    }

    /** Returns the plan of the run that is to go on, if it is what is asked for. */
    RunPlan resumedPlan(Request request) {
        RunPlan plan = plan();
        if (!plan.request().equals(request)) {
            throw new RefusedRunException("the run in " + root + " was asked for " + plan.request() + ", not for "
                    + request + "; give the same options, or leave out --resume to start anew");
        }
        return plan;
    }

    /** Refuses a folder that holds what looks like ours but is not. */
    void requireOurs() {
        if (hasPlan()) {
            plan();
            return;
        }
        for (String name : MADE) {
            if (Files.exists(root.resolve(name))) {
                throw new RefusedRunException(root + " holds " + name + " but no " + PLAN
                        + ", so it is no run of the demo; choose another --out");
            }
        }
    }

    /** Returns what tells this run from others. */
    String name() {
        return root.toAbsolutePath().normalize().toString();
    }

    /** Reads the plan. */
    RunPlan plan() {
        try {
            return Json.read(root.resolve(PLAN), RunPlan.class);
        } catch (JsonException e) {
            throw new RefusedRunException(root.resolve(PLAN) + " is no plan of a run: " + e.getMessage());
        }
    }

    /**
     * Removes an earlier run. Its lake goes first, at once, so that nobody resumes half of it; its plan goes last,
     * so that whoever is interrupted here still finds that the folder is ours.
     */
    void clear() {
        try {
            Files.createDirectories(root);
            delete(root.resolve(DISCARDED_LAKE));
            if (Files.exists(lake())) {
                Files.move(lake(), root.resolve(DISCARDED_LAKE), StandardCopyOption.ATOMIC_MOVE);
            }
            for (String name : MADE) {
                delete(root.resolve(name));
            }
            Files.deleteIfExists(root.resolve(PLAN));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot clear " + root, e);
        }
    }

    void writePlan(RunPlan plan) {
        Path partial = root.resolve(PLAN + ".partial");
        try {
            Files.writeString(partial, Json.writePretty(plan) + "\n");
            Files.move(partial, root.resolve(PLAN), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + root.resolve(PLAN), e);
        }
    }

    private static void delete(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> inside = Files.walk(path)) {
            for (Path one : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }
}
