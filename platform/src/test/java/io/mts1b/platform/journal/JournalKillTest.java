package io.mts1b.platform.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Processes killed in the midst of writing, again and again on the same logs: 200 logs are cut off at random points, or
 * as many as {@code -Dmts.journal.kills} says. Each process writes ten at once, so that 20 processes are enough.
 */
class JournalKillTest {

    private static final int LOGS = 10;
    private static final int PROCESSES =
            Integer.getInteger("mts.journal.kills", 200) / LOGS / DurabilityPolicy.values().length;

    @TempDir
    private Path temp;

    @ParameterizedTest
    @EnumSource
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void what_was_acknowledged_survives_the_death_of_the_process(DurabilityPolicy policy) throws Exception {
        SplittableRandom random = new SplittableRandom(policy.name().length());
        long[] before = new long[LOGS];
        for (int process = 0; process < PROCESSES; process++) {
            Process child = ChildWriter.start(ManyWriters.command(temp, Logs.small(policy), LOGS));
            List<String> lines = ChildWriter.lines(child, 1 + random.nextInt(20 * LOGS));
            assertThat(child.waitFor()).as("killed, not finished").isNotZero();
            long[] acknowledged = ManyWriters.acknowledged(lines, LOGS);
            assertThat(LongStream.of(acknowledged)).as("something was written").anyMatch(last -> last > 0);

            for (int log = 0; log < LOGS; log++) {
                before[log] = survived(ManyWriters.log(temp, log), policy, Math.max(before[log], acknowledged[log]));
            }
        }
    }

    /** Checks a log and appends to it; returns its last record. */
    private static long survived(Path log, DurabilityPolicy policy, long acknowledged) {
        if (acknowledged > 0) {
            assertThat(JournalVerification.of(log).isSound()).isTrue();
        }
        try (Journal journal = Journal.open(log, Logs.small(policy))) {
            assertThat(journal.durable()).isGreaterThanOrEqualTo(acknowledged);
            Logs.append(journal, 1);
        }
        long last = Logs.readAll(log);
        assertThat(last).isGreaterThan(acknowledged);
        return last;
    }
}
