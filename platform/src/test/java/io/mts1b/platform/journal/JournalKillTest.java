package io.mts1b.platform.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A process killed in the midst of writing, again and again on the same log. */
class JournalKillTest {

    private static final int KILLS = 8;

    @TempDir
    private Path temp;

    @ParameterizedTest
    @EnumSource
    void what_was_acknowledged_survives_the_death_of_the_process(DurabilityPolicy policy) throws Exception {
        SplittableRandom random = new SplittableRandom(policy.name().length());
        long acknowledged = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Process child = ChildWriter.start(ChildWriter.command(temp, Logs.small(policy), Long.MAX_VALUE));
            List<String> lines = ChildWriter.lines(child, 1 + random.nextInt(300));
            assertThat(child.waitFor()).as("killed, not finished").isNotZero();
            assertThat(ChildWriter.acknowledged(lines)).isGreaterThan(acknowledged);
            acknowledged = ChildWriter.acknowledged(lines);

            assertThat(JournalVerification.of(temp).isSound()).isTrue();
            try (Journal journal = Journal.open(temp, Logs.small(policy))) {
                assertThat(journal.durable()).isGreaterThanOrEqualTo(acknowledged);
                Logs.append(journal, 1);
            }
            long last = Logs.readAll(temp);
            assertThat(last).isGreaterThan(acknowledged);
            acknowledged = last;
        }
    }
}
