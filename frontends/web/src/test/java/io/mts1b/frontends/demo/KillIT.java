package io.mts1b.frontends.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.frontends.SmallMarket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that are killed by the operating system, at any moment, and go on. */
class KillIT {

    private static final int KILLS = 50;
    private static final int KILLS_OF_A_RUN = 10;
    private static final long SEED = 20_260_101;

    @TempDir
    private Path temp;

    @Test
    void a_run_that_is_killed_again_and_again_ends_like_one_that_was_not() throws Exception {
        Path data = SmallMarket.write(temp.resolve("market.csv"), 9);
        Path whole = temp.resolve("whole");
        Process undisturbed = KilledRun.start(data, whole);
        int steps = KilledRun.await(undisturbed, Integer.MAX_VALUE);
        assertThat(undisturbed.waitFor()).isZero();
        byte[] expected = Files.readAllBytes(whole.resolve("summary.json"));
        assertThat(steps).isGreaterThan(700);

        List<Callable<Void>> runs = new ArrayList<>();
        for (int run = 0; run * KILLS_OF_A_RUN < KILLS; run++) {
            Path out = temp.resolve("run" + run);
            long seed = SEED + run;
            runs.add(() -> {
                killAndGoOn(data, out, steps, new SplittableRandom(seed));
                assertThat(Files.readAllBytes(out.resolve("summary.json")))
                        .as("seed " + seed)
                        .isEqualTo(expected);
                return null;
            });
        }
        try (ExecutorService sideBySide = Executors.newFixedThreadPool(2)) {
            for (Future<Void> run : sideBySide.invokeAll(runs)) {
                run.get();
            }
        }
    }

    private static void killAndGoOn(Path data, Path out, int steps, RandomGenerator random) throws Exception {
        int left = steps;
        for (int kill = 0; kill < KILLS_OF_A_RUN; kill++) {
            // Anywhere in what is left; the last steps, where results are written, as often as all others.
            int lives = random.nextBoolean() ? random.nextInt(left) : left - random.nextInt(Math.min(left, 3));
            left -= killAfter(KilledRun.start(data, out), lives);
            left = Math.max(left, 4);
        }
        Process last = KilledRun.start(data, out);
        KilledRun.await(last, Integer.MAX_VALUE);
        assertThat(last.waitFor()).isZero();
    }

    /** Kills while the process goes on, so that it dies somewhere behind the step. */
    private static int killAfter(Process process, int steps) throws Exception {
        int done = KilledRun.await(process, steps);
        process.destroyForcibly().waitFor();
        return done;
    }
}
