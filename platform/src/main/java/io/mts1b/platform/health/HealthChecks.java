package io.mts1b.platform.health;

import io.mts1b.foundation.Require;
import io.mts1b.platform.security.Redaction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The checks of one process.
 *
 * <p>Thread-safe. Checks run beside each other, each on a thread of its own.
 */
public final class HealthChecks {

    private static final int LONGEST_NAME = 64;

    private final Duration patience;
    private final Redaction redaction;
    private final List<RunningCheck> live = new CopyOnWriteArrayList<>();
    private final List<RunningCheck> ready = new CopyOnWriteArrayList<>();
    private final Map<String, RunningCheck> names = new TreeMap<>();

    /**
     * Makes an empty set of checks.
     *
     * @param patience how long a check may take, positive
     * @param redaction takes secrets out of reasons
     */
    public HealthChecks(Duration patience, Redaction redaction) {
        Require.that(patience.isPositive(), "patience must be positive, was " + patience);
        this.patience = patience;
        this.redaction = redaction;
    }

    /**
     * Adds a check of what never mends by waiting.
     *
     * @param name which no other check has
     * @param check looks; called on other threads
     */
    public void live(String name, HealthCheck check) {
        live.add(add(name, check));
    }

    /**
     * Adds a check of what the process needs for its work.
     *
     * @param name which no other check has
     * @param check looks; called on other threads
     */
    public void ready(String name, HealthCheck check) {
        ready.add(add(name, check));
    }

    private synchronized RunningCheck add(String name, HealthCheck check) {
        Require.token("name", name, LONGEST_NAME);
        RunningCheck running = new RunningCheck(name, check, redaction);
        Require.that(names.putIfAbsent(name, running) == null, "checks must have names of their own, twice " + name);
        return running;
    }

    /**
     * Tells whether the process is to be left running.
     *
     * @return what the checks say that were added by {@link #live}
     */
    public HealthReport liveness() {
        return report(List.copyOf(live));
    }

    /**
     * Tells whether the process can do its work.
     *
     * @return what all checks say
     */
    public HealthReport readiness() {
        List<RunningCheck> all = new ArrayList<>(live);
        all.addAll(ready);
        return report(all);
    }

    private HealthReport report(List<RunningCheck> checks) {
        List<CompletableFuture<Health>> calls =
                checks.stream().map(RunningCheck::start).toList();
        await(calls);
        List<HealthReport.Check> said = new ArrayList<>();
        for (int i = 0; i < calls.size(); i++) {
            said.add(checks.get(i).said(calls.get(i), patience));
        }
        return new HealthReport(said.stream().allMatch(HealthReport.Check::up), said);
    }

    /** Waits until all have come back, or patience is at its end: those that have not are told apart afterwards. */
    private void await(List<CompletableFuture<Health>> calls) {
        try {
            CompletableFuture.allOf(calls.toArray(CompletableFuture[]::new))
                    .handle((_, _) -> true)
                    .get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // Seen in the calls themselves.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
