package io.mts1b.frontends.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.frontends.SmallMarket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that are killed by the operating system, at any moment, and go on. */
class KillIT {

    private static final int KILLS = 50;
    private static final int KILLS_OF_A_RUN = 5;
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

        RandomGenerator random = new SplittableRandom(SEED);
        for (int run = 0; run * KILLS_OF_A_RUN < KILLS; run++) {
            Path out = temp.resolve("run" + run);
            int left = steps;
            for (int kill = 0; kill < KILLS_OF_A_RUN; kill++) {
                // Anywhere in what is left; the last steps, where results are written, as often as all others.
                int lives = random.nextBoolean() ? random.nextInt(left) : left - random.nextInt(Math.min(left, 3));
                left -= killAfter(KilledRun.start(data, out), lives);
                left = Math.max(left, 4);
            }
            Process last = KilledRun.start(data, out);
            KilledRun.await(last, Integer.MAX_VALUE);
            assertThat(last.waitFor()).as("seed " + SEED + ", run " + run).isZero();
            assertThat(Files.readAllBytes(out.resolve("summary.json")))
                    .as("seed " + SEED + ", run " + run)
                    .isEqualTo(expected);
        }
    }

    /** Kills while the process goes on, so that it dies somewhere behind the step. */
    private static int killAfter(Process process, int steps) throws Exception {
        int done = KilledRun.await(process, steps);
        process.destroyForcibly().waitFor();
        return done;
    }
}
