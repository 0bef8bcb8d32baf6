package io.mts1b.benchmarks.platform;

import io.mts1b.benchmarks.measurement.Effort;
import io.mts1b.benchmarks.measurement.Measurement;
import io.mts1b.benchmarks.measurement.Row;
import io.mts1b.benchmarks.measurement.Samples;
import io.mts1b.benchmarks.measurement.ScratchFolder;
import io.mts1b.platform.clock.WallClock;
import io.mts1b.platform.config.Configuration;
import io.mts1b.platform.config.ConfigurationSources;
import io.mts1b.platform.db.Database;
import io.mts1b.platform.db.DatabaseSettings;
import io.mts1b.platform.logging.LogFormat;
import io.mts1b.platform.logging.LogLevel;
import io.mts1b.platform.logging.Logging;
import io.mts1b.platform.logging.LoggingSettings;
import io.mts1b.platform.retry.Waiter;
import io.mts1b.platform.security.Redaction;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a service does before it works: binds its configuration, and sets up its logging. Then, a line of the log. */
public final class StartOfAService implements Measurement {

    private static final LoggingSettings JSON =
            new LoggingSettings(LogFormat.JSON, LogLevel.INFO, Map.of(), 20, Duration.ofSeconds(10), List.of());

    /** For {@link io.mts1b.benchmarks.measurement.Fork}. */
    public StartOfAService() {}

    /** Some work, in milliseconds. */
    private interface Step {
        void run() throws Exception;
    }

    @Override
    public List<Row> rows(Effort effort, Consumer<String> progress) throws Exception {
        progress.accept("measuring the start of a service");
        List<Row> rows = new ArrayList<>();
        try (ScratchFolder folder = new ScratchFolder()) {
            Path file = Files.writeString(folder.path().resolve("mts.yaml"), """
                    logging:
                      format: json
                      level: warn
                      levels:
                        io/mts1b/oms: debug
                      repeat_window: 30s
                    """);
            rows.addAll(firstAndNext("configuration", effort, () -> {
                ConfigurationSources sources =
                        ConfigurationSources.of(Optional.of(file), Map.of("MTS_LOGGING_REPEATS", "7"), List.of());
                var _ = Configuration.load(Configuration.installedSections(), sources)
                        .section(LoggingSettings.class);
            }));
        }
        rows.addAll(firstAndNext(
                "logging set-up",
                effort,
                () -> Logging.start(JSON, Redaction.standard(), OutputStream.nullOutputStream())
                        .close()));
        rows.add(line(effort));
        rows.add(postgres(effort));
        return rows;
    }

    /** The first time is what a start costs; the next ones are what it costs beside loading classes. */
    private static List<Row> firstAndNext(String name, Effort effort, Step step) throws Exception {
        double first = millis(step);
        double[] next = new double[effort.of(20, 1)];
        for (int i = 0; i < next.length; i++) {
            next[i] = millis(step);
        }
        return List.of(
                Row.alone(name + ", first time", "ms", Samples.of(first), null),
                Row.alone(name + ", then", "ms", Samples.of(next), null));
    }

    private static double millis(Step step) throws Exception {
        long start = System.nanoTime();
        step.run();
        return (System.nanoTime() - start) / 1e6;
    }

    /** From the call to a pool that has been answered, where the data and the programs are there already. */
    private static Row postgres(Effort effort) throws Exception {
        Database.Surroundings surroundings = new Database.Surroundings(
                Redaction.standard(), WallClock.source(), Waiter.blocking(), new SplittableRandom(1));
        DatabaseSettings settings = Configuration.defaults(DatabaseSettings.class);
        double[] ready = new double[effort.of(10, 1)];
        try (ScratchFolder folder = new ScratchFolder()) {
            Path data = folder.path().resolve("postgresql");
            Database.open(settings, data, surroundings).close();
            for (int i = 0; i < ready.length; i++) {
                long start = System.nanoTime();
                Database database = Database.open(settings, data, surroundings);
                ready[i] = (System.nanoTime() - start) / 1e6;
                database.close();
            }
        }
        return Row.alone("embedded PostgreSQL ready, warm", "ms", Samples.of(ready), null);
    }

    private static Row line(Effort effort) {
        int lines = effort.of(100_000, 100);
        Logger log = LoggerFactory.getLogger("io.mts1b.oms.Router");
        double[] micros = new double[effort.of(5, 1)];
        try (Logging _ = Logging.start(JSON, Redaction.standard(), OutputStream.nullOutputStream())) {
            for (int round = effort.of(-1, 0); round < micros.length; round++) {
                long start = System.nanoTime();
                for (int i = 0; i < lines; i++) {
                    log.info("order accepted order=o-{} symbol=ESZ6.XCME side=buy qty=3 limit={}", i, 5_900 + i % 100);
                }
                if (round >= 0) {
                    micros[round] = (System.nanoTime() - start) / 1e3 / lines;
                }
            }
        }
        return Row.alone("a line of JSON in the log", "us", Samples.of(micros), null);
    }
}
