package io.mts1b.oms;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.oms.archive.Archive;
import io.mts1b.oms.archive.FileArchive;
import io.mts1b.oms.archive.MemoryArchive;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Takes a state up again in the middle of a log. */
final class Snapshots {

    /** So few that most orders are in the archive. */
    private static final int KEPT = 7;

    private Snapshots() {}

    /** From places by chance, what is read from a snapshot goes on to what all of the log comes to, to the byte. */
    static void goOn(Path folder, String what, List<OmsEvent> events, RandomGenerator random) {
        OmsState whole = new OmsState(new MemoryArchive(), KEPT);
        events.forEach(whole::apply);
        byte[] end = StateSnapshot.write(whole);
        for (int round = 0; round < 6; round++) {
            int at = random.nextInt(events.size() + 1);
            String where = what + ", after " + at + " of " + events.size();
            Path files = folder.resolve("archive-" + round);
            byte[] snapshot;
            try (Archive archive = FileArchive.create(files)) {
                OmsState part = new OmsState(archive, KEPT);
                events.subList(0, at).forEach(part::apply);
                snapshot = StateSnapshot.write(part);
                assertThat(StateSnapshot.write(part)).as(where).isEqualTo(snapshot);
                // What is put after the mark is not in the snapshot.
                int more = Math.min(events.size(), at + 50);
                events.subList(at, more).forEach(part::apply);
            }
            try (Archive archive = FileArchive.create(files)) {
                OmsState again = StateSnapshot.read(snapshot, archive, KEPT);
                assertThat(StateSnapshot.write(again)).as(where).isEqualTo(snapshot);
                events.subList(at, events.size()).forEach(again::apply);
                assertThat(again.hash()).as(where).isEqualTo(whole.hash());
                assertThat(withoutMark(StateSnapshot.write(again))).as(where).isEqualTo(withoutMark(end));
                assertThat(orders(again)).as(where).isEqualTo(orders(whole));
            }
        }
    }

    private static List<String> orders(OmsState state) {
        Stream.Builder<String> orders = Stream.builder();
        state.forEachOrder(order -> orders.add(order.toString()));
        return orders.build().toList();
    }

    /** How far an archive is, is said in files by bytes and in memory by records. */
    private static String withoutMark(byte[] snapshot) {
        return new String(snapshot, StandardCharsets.ISO_8859_1)
                .replaceFirst("^[^{]*", "")
                .replaceFirst("\"archive\":\\[[^]]*]", "");
    }
}
