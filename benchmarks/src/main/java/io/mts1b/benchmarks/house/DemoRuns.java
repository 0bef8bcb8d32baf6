package io.mts1b.benchmarks.house;

import io.mts1b.benchmarks.measurement.Row;
import io.mts1b.benchmarks.measurement.Samples;
import io.mts1b.testkit.SharedData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The main job as a whole, as a user starts it: from the start of the process to its end, with half a GB of heap.
 * Nobody else does the same work, so there is no peer.
 */
final class DemoRuns {

    /** Twenty stocks, daily, from 1989 to 2018. */
    static final String DATA = "equities_daily/ppo_stock_prices.csv.gz";

    static final int RUNS = 5;

    private final int runs;

    DemoRuns(int runs) {
        this.runs = runs;
    }

    /** Returns the rows of the 20-stock file; none where it is not on this machine. */
    List<Row> rows(Consumer<String> progress) {
        Optional<Path> data = SharedData.find(DATA);
        if (data.isEmpty()) {
            progress.accept("left out: demo on 20 stocks, for there is no ../shared/data/" + DATA);
            return List.of();
        }
        return rows("demo on 20 stocks", List.of("--data", data.get().toString()), progress);
    }

    /**
     * Runs the demo.
     *
     * @param name what the rows are called
     * @param options the options that say what it runs on
     * @param progress told one line before each run
     * @return the wall time, and the peak memory where the system tells it
     */
    List<Row> rows(String name, List<String> options, Consumer<String> progress) {
        double[] seconds = new double[runs];
        List<Double> peaks = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            progress.accept("measuring " + name + ", run " + (run + 1) + " of " + runs);
            Path folder = temporary();
            try {
                seconds[run] = DemoProcess.run(folder, options);
                DemoProcess.peakMebibytes(folder).ifPresent(peaks::add);
            } finally {
                delete(folder);
            }
        }
        List<Row> rows = new ArrayList<>();
        rows.add(Row.alone(name, "s", Samples.of(seconds), null));
        if (peaks.size() == runs) {
            double[] memory = peaks.stream().mapToDouble(Double::doubleValue).toArray();
            rows.add(Row.alone(name + ", peak RSS", "MiB", Samples.of(memory), null));
        } else {
            progress.accept("left out: " + name + ", peak RSS, for this system does not tell it");
        }
        return rows;
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("mts-bench-demo");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
