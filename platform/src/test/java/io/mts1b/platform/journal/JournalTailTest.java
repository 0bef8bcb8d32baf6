package io.mts1b.platform.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Readers that wait for what is written next. */
class JournalTailTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final JournalOptions OPTIONS = Logs.small(DurabilityPolicy.GROUP);

    @TempDir
    private Path temp;

    private Path log() {
        return temp.resolve("log");
    }

    @Test
    void who_waits_is_woken_by_every_record() throws Exception {
        try (Journal journal = Journal.open(log(), OPTIONS);
                JournalReader reader = journal.read(1)) {
            CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> Logs.append(journal, 200));
            for (long sequence = 1; sequence <= 200; sequence++) {
                assertThat(reader.next(LONG)).isTrue();
                assertThat(reader.sequence()).isEqualTo(sequence);
                assertThat(reader.payload()).isEqualTo(Logs.payload(sequence));
            }
            writing.join();
            assertThat(reader.next(Duration.ofMillis(1))).isFalse();
            assertThat(journal.awaitRecord(200, Duration.ZERO)).isTrue();
            assertThat(journal.awaitRecord(201, Duration.ofMillis(1))).isFalse();
        }
    }

    @Test
    void who_waits_is_woken_when_the_journal_is_closed() throws Exception {
        Journal journal = Journal.open(log(), OPTIONS);
        CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(() -> {
            try {
                return journal.awaitRecord(1, LONG);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        journal.close();

        assertThat(waiting.join()).isFalse();
    }

    @Test
    void another_process_is_followed() throws Exception {
        Logs.write(log(), OPTIONS, 3);
        Process writer = ChildWriter.start(ChildWriter.command(log(), OPTIONS, 100));
        CompletableFuture<List<String>> output = CompletableFuture.supplyAsync(() -> {
            try {
                return ChildWriter.lines(writer, Integer.MAX_VALUE);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        try (JournalReader reader = JournalReader.open(log(), 1)) {
            for (long sequence = 1; sequence <= 103; sequence++) {
                while (!reader.next(LONG)) {
                    assertThat(writer.isAlive() || JournalVerification.of(log()).lastSequence() >= sequence)
                            .isTrue();
                }
                assertThat(reader.payload()).isEqualTo(Logs.payload(sequence));
            }
        }
        assertThat(output.join()).endsWith("103;");
    }
}
