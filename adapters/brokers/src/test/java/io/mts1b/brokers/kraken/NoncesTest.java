package io.mts1b.brokers.kraken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.platform.clock.ManualClock;
import io.mts1b.testkit.ForAll;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoncesTest {

    private static final Instant START = Instant.parse("2026-05-05T10:00:00Z");

    /** A file that survives the process. */
    private static final class Kept implements Nonces.Reserve {

        private long upTo;
        private int writes;

        @Override
        public long reserved() {
            return upTo;
        }

        @Override
        public void reserve(long to) {
            assertThat(to).isGreaterThan(upTo);
            upTo = to;
            writes++;
        }
    }

    @Test
    void rises_whatever_the_clock_does_and_however_often_the_process_starts() {
        ForAll.cases(200, random -> {
            Kept kept = new Kept();
            ManualClock clock = new ManualClock(START);
            Nonces nonces = new Nonces(clock, kept);
            long last = 0;
            for (int i = 0; i < 200; i++) {
                switch (random.nextInt(4)) {
                    case 0 -> clock.set(clock.instant().plusMillis(random.nextLong(-100_000, 100_000)));
                    case 1 -> nonces = random.nextInt(5) == 0 ? new Nonces(clock, kept) : nonces;
                    default -> {}
                }
                long next = nonces.next();
                assertThat(next).isGreaterThan(last).isLessThanOrEqualTo(kept.upTo);
                last = next;
            }
        });
    }

    @Test
    void follows_the_clock_and_writes_once_a_minute() {
        Kept kept = new Kept();
        ManualClock clock = new ManualClock(START);
        Nonces nonces = new Nonces(clock, kept);
        for (int second = 0; second < 120; second++) {
            assertThat(nonces.next()).isEqualTo(clock.instant().toEpochMilli() * 1_000);
            clock.advance(Duration.ofSeconds(1));
        }
        assertThat(kept.writes).isEqualTo(2);
    }

    @Test
    void keeps_the_reserve_in_a_file(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("kraken.nonce");
        assertThat(new NonceFile(file).reserved()).isZero();
        new NonceFile(file).reserve(1_777_975_200_000_000L);
        new NonceFile(file).reserve(1_777_975_260_000_000L);
        assertThat(new NonceFile(file).reserved()).isEqualTo(1_777_975_260_000_000L);
        assertThat(folder).isDirectoryContaining("glob:**.nonce").isDirectoryNotContaining("glob:**.new");

        Files.writeString(file, "12x");
        assertThatThrownBy(() -> new NonceFile(file).reserved()).hasMessageContaining("must hold one number, does not");
    }
}
