package io.mts1b.platform.bus;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.foundation.events.Subject;
import io.mts1b.foundation.ids.EventId;
import io.mts1b.platform.clock.WallClock;
import io.mts1b.platform.journal.JournalVerification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BusRetentionInProcessTest extends RetentionTck {

    @TempDir
    private Path temp;

    @Override
    BusNetwork open() {
        return InProcessNetwork.open(temp, WallClock.source());
    }

    /** What is not kept leaves the disk, and the stream can be opened again, sound and with the same events. */
    @Test
    void what_is_not_kept_takes_no_room() throws Exception {
        Path folder = Files.createDirectory(temp.resolve("other"));
        Topic<Note> topic = new Topic<>(Subject.parse("mts.v1.oms.notes.written"), Note.class);
        StreamOptions options =
                StreamOptions.of("NOTES", SubjectPattern.of(topic.subject())).withMaxBytes(1_000_000);
        String text = "x".repeat(20_000);
        Path log = LocalStreams.log(folder, "NOTES");
        try (BusNetwork network = InProcessNetwork.open(folder, WallClock.source());
                Bus oms = network.connect("oms")) {
            oms.keep(options);
            StreamPublisher<Note> publisher = oms.streamPublisher(topic);
            for (int number = 1; number <= 500; number++) {
                publisher
                        .publish(topic.event(new EventId("n-" + number), Instant.EPOCH, new Note(number, text)))
                        .join();
            }
            Inbox.until(() -> size(log) < 1_500_000);
        }

        assertThat(JournalVerification.of(log).isSound()).isTrue();
        try (BusNetwork network = InProcessNetwork.open(folder, WallClock.source());
                Bus oms = network.connect("oms")) {
            Inbox<Long> inbox = new Inbox<>();
            oms.consume(Feed.of(topic), ConsumerOptions.of("again"), delivery -> {
                delivery.ack();
                inbox.accept(delivery.event().payload().number());
            });
            long first = inbox.take();
            assertThat(first).isBetween(450L, 460L);
            assertThat(inbox.take((int) (500 - first))).endsWith(500L);
        }
    }

    private static long size(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException e) {
            // A segment is deleted just now.
            return Long.MAX_VALUE;
        }
    }
}
