package io.mts1b.oms;

import io.mts1b.foundation.Require;
import io.mts1b.oms.archive.Archive;
import io.mts1b.oms.codec.ByteSource;
import io.mts1b.oms.codec.CodecException;
import io.mts1b.platform.journal.JournalOptions;
import io.mts1b.platform.journal.JournalReader;
import io.mts1b.platform.journal.Snapshot;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The log of an order management system as events. A record of the journal holds those that became durable together. */
public final class OmsLog {

    private OmsLog() {}

    /**
     * Opens a log in a journal for writing.
     *
     * @param directory where the journal stands or will stand
     * @param options how it is written
     * @return the log
     * @throws io.mts1b.platform.journal.JournalException if another writer has it, or it is damaged
     */
    public static EventLog open(Path directory, JournalOptions options) {
        return JournaledLog.open(directory, options);
    }

    /**
     * Reads a log from its beginning.
     *
     * @param directory where the journal stands
     * @param consumer who takes the events, in order
     * @return how many there were
     * @throws io.mts1b.platform.journal.JournalException if the journal is damaged
     * @throws IllegalArgumentException if a record holds what is no event
     */
    public static long forEach(Path directory, Consumer<OmsEvent> consumer) {
        EventCodec codec = new EventCodec();
        long count = 0;
        try (JournalReader reader = JournalReader.open(directory, 1)) {
            while (reader.next()) {
                count += decode(codec, reader, consumer);
            }
        }
        return count;
    }

    /**
     * Replays a log.
     *
     * @param directory where the journal stands
     * @return the state after its last event
     */
    public static OmsState replay(Path directory) {
        OmsState state = new OmsState();
        forEach(directory, state::apply);
        return state;
    }

    /**
     * Tells whether the snapshots of a log are what its events come to.
     *
     * @param directory where the journal stands
     * @param archive where orders that ended are kept meanwhile, in files, empty before and after
     * @return how many there are
     * @throws io.mts1b.platform.journal.JournalException if the journal or a snapshot is damaged
     * @throws IllegalArgumentException if a snapshot is not what a replay comes to
     */
    public static int verifySnapshots(Path directory, Archive archive) {
        Map<Long, byte[]> expected = new LinkedHashMap<>();
        for (Snapshot stored : Snapshot.in(directory)) {
            EventLog.Snapshot snapshot = JournaledLog.read(stored);
            expected.put(snapshot.events(), snapshot.parts().getFirst());
        }
        OmsState state = new OmsState(archive, OmsState.KEPT);
        long[] count = {0};
        if (!expected.isEmpty()) {
            forEach(directory, event -> {
                state.apply(event);
                byte[] snapshot = expected.get(++count[0]);
                Require.that(
                        snapshot == null || Arrays.equals(snapshot, StateSnapshot.write(state)),
                        () -> "snapshot after " + count[0] + " events must be what they come to");
            });
        }
        archive.back(List.of(), _ -> {});
        return expected.size();
    }

    /** Reads a log event by event, also while it is written. Confined to one thread. */
    public static final class Reader implements AutoCloseable {

        private final JournalReader records;
        private final EventCodec codec = new EventCodec();
        private final Deque<OmsEvent> events = new ArrayDeque<>();

        private Reader(JournalReader records) {
            this.records = records;
        }

        /**
         * Starts at the beginning of a log.
         *
         * @param directory where the journal stands
         * @return a reader before the first event; the caller closes it
         * @throws io.mts1b.platform.journal.JournalException if it is no log
         */
        public static Reader open(Path directory) {
            return new Reader(JournalReader.open(directory, 1));
        }

        /**
         * Takes the next event.
         *
         * @return the event; empty where the log ends for now
         * @throws io.mts1b.platform.journal.JournalException if the journal is damaged
         * @throws IllegalArgumentException if a record holds what is no event
         */
        public Optional<OmsEvent> next() {
            while (events.isEmpty() && records.next()) {
                decode(codec, records, events::add);
            }
            return Optional.ofNullable(events.poll());
        }

        /**
         * Takes the next event, and waits for it where the log ends.
         *
         * @param atMost how long to wait, about
         * @return the event; empty if there is none yet
         * @throws InterruptedException if the caller is interrupted
         * @throws io.mts1b.platform.journal.JournalException if the journal is damaged
         * @throws IllegalArgumentException if a record holds what is no event
         */
        public Optional<OmsEvent> next(Duration atMost) throws InterruptedException {
            if (events.isEmpty() && records.next(atMost)) {
                decode(codec, records, events::add);
            }
            return next();
        }

        @Override
        public void close() {
            records.close();
        }
    }

    /**
     * Reads a record.
     *
     * @return how many events were in it
     */
    static long decode(EventCodec codec, JournalReader record, Consumer<OmsEvent> consumer) {
        ByteSource in = new ByteSource(record.payload());
        long count = 0;
        while (in.hasMore()) {
            OmsEvent event;
            try {
                event = codec.read(in);
            } catch (CodecException e) {
                throw new IllegalArgumentException("record " + record.sequence() + " of the log: " + e.getMessage(), e);
            }
            consumer.accept(event);
            count++;
        }
        return count;
    }
}
