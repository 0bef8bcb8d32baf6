package io.mts1b.platform.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A process killed in the midst of writing, again and again on the same logs: 8 times under each policy, or as
 * often as {@code -Dmts.journal.kills} says; with 67 there are 201 in all, which takes some minutes.
 */
class JournalKillTest {

    private static final int KILLS = Integer.getInteger("mts.journal.kills", 8);

    /** A log of small segments gets slow to read when it gets long. */
    private static final int KILLS_PER_LOG = 8;

    @TempDir
    private Path temp;

    @ParameterizedTest
    @EnumSource
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void what_was_acknowledged_survives_the_death_of_the_process(DurabilityPolicy policy) throws Exception {
        SplittableRandom random = new SplittableRandom(policy.name().length());
        long acknowledged = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Path log = temp.resolve("log-" + kill / KILLS_PER_LOG);
            acknowledged = kill % KILLS_PER_LOG == 0 ? 0 : acknowledged;
            Process child = ChildWriter.start(ChildWriter.command(log, Logs.small(policy), Long.MAX_VALUE));
            List<String> lines = ChildWriter.lines(child, 1 + random.nextInt(60));
            assertThat(child.waitFor()).as("killed, not finished").isNotZero();
            assertThat(ChildWriter.acknowledged(lines)).isGreaterThan(acknowledged);
            acknowledged = ChildWriter.acknowledged(lines);

            assertThat(JournalVerification.of(log).isSound()).isTrue();
            try (Journal journal = Journal.open(log, Logs.small(policy))) {
                assertThat(journal.durable()).isGreaterThanOrEqualTo(acknowledged);
                Logs.append(journal, 1);
            }
            long last = Logs.readAll(log);
            assertThat(last).isGreaterThan(acknowledged);
            acknowledged = last;
        }
    }
}
