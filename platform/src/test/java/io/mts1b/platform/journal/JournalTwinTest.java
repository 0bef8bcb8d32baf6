package io.mts1b.platform.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.testkit.ForAll;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The journal beside the obvious one: a list. */
class JournalTwinTest {

    @TempDir
    private Path temp;

    @Test
    void it_does_what_a_list_does() {
        ForAll.cases(200, random -> {
            Path directory = Files.createTempDirectory(temp, "log");
            List<byte[]> twin = new ArrayList<>();
            for (int life = 0; life < 3; life++) {
                JournalOptions options = new JournalOptions(
                        ForAll.oneOf(random, DurabilityPolicy.values()), random.nextLong(1_024, 10_000));
                try (Journal journal = Journal.open(directory, options);
                        JournalReader tail = journal.read(twin.size() + 1L)) {
                    assertThat(journal.durable()).isEqualTo(twin.size());
                    for (int step = 0; step < 30; step++) {
                        step(journal, twin, random);
                    }
                    assertThat(journal.flush()).isEqualTo(twin.size());
                    while (tail.next()) {
                        assertThat(tail.payload()).isEqualTo(twin.get((int) tail.sequence() - 1));
                    }
                    assertThat(tail.sequence()).isEqualTo(twin.size());
                }
            }
        });
    }

    private static void step(Journal journal, List<byte[]> twin, RandomGenerator random) {
        byte[] payload = new byte[random.nextInt(random.nextInt(20) == 0 ? 3_000 : 50)];
        random.nextBytes(payload);
        switch (random.nextInt(4)) {
            case 0 -> {
                twin.add(payload);
                assertThat(journal.append(payload)).isEqualTo(twin.size());
                assertThat(journal.durable()).isEqualTo(twin.size());
            }
            case 1, 2 -> {
                twin.add(payload);
                assertThat(journal.submit(payload)).isEqualTo(twin.size());
            }
            default -> {
                journal.flush();
                int from = random.nextInt(twin.size() + 1);
                try (JournalReader reader = journal.read(from + 1L)) {
                    for (byte[] expected : twin.subList(from, twin.size())) {
                        assertThat(reader.next()).isTrue();
                        assertThat(reader.payload()).isEqualTo(expected);
                    }
                    assertThat(reader.next()).isFalse();
                }
            }
        }
    }
}
