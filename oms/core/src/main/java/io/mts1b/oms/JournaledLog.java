package io.mts1b.oms;

import io.mts1b.oms.codec.ByteSink;
import io.mts1b.oms.codec.ByteSource;
import io.mts1b.platform.journal.Journal;
import io.mts1b.platform.journal.JournalException;
import io.mts1b.platform.journal.JournalException.Category;
import io.mts1b.platform.journal.JournalOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A log in a journal. Events between two flushes are one record, or a few if they are many. */
final class JournaledLog implements EventLog {

    private static final int RECORD = 64 << 10;
    private static final Place START = new Place(0, 0);

    /** Up to which record so many events stand. */
    private record Place(long events, long sequence) {}

    private final Journal journal;
    private final EventCodec codec = new EventCodec();
    private final ByteSink record = new ByteSink();
    private long events;
    private Place place = START;

    private JournaledLog(Journal journal) {
        this.journal = journal;
    }

    static JournaledLog open(Path directory, JournalOptions options) {
        return new JournaledLog(Journal.open(directory, options));
    }

    /** Reads a snapshot as {@link #save} wrote it: how many events, and the parts. */
    static Snapshot read(io.mts1b.platform.journal.Snapshot stored) {
        ByteSource in = new ByteSource(stored.state());
        long count = in.count();
        List<byte[]> parts = new ArrayList<>();
        while (in.hasMore()) {
            parts.add(in.bytes());
        }
        return new Snapshot(count, parts);
    }

    @Override
    public Optional<Snapshot> snapshot() {
        try {
            return journal.latestSnapshot().map(stored -> {
                Snapshot snapshot = read(stored);
                place = new Place(snapshot.events(), stored.sequence());
                return snapshot;
            });
        } catch (JournalException e) {
            if (e.category() == Category.CORRUPT || e.category() == Category.NEWER_VERSION) {
                // All that is in it is in the log too.
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public void save(List<byte[]> parts) {
        flush();
        if (events > 0) {
            ByteSink out = new ByteSink();
            out.count(events);
            parts.forEach(out::bytes);
            journal.saveSnapshot(journal.durable(), out.toBytes());
        }
    }

    @Override
    public void replay(long after, Consumer<OmsEvent> consumer) {
        Place from = place.events <= after ? place : START;
        events = from.events;
        Consumer<OmsEvent> counting = event -> {
            events++;
            if (events > after) {
                consumer.accept(event);
            }
        };
        ReadAhead.forEach(() -> journal.read(from.sequence + 1), counting);
    }

    @Override
    public void append(OmsEvent event) {
        codec.write(event, record);
        events++;
        if (record.size() >= RECORD) {
            submit();
        }
    }

    private void submit() {
        if (record.size() > 0) {
            journal.submit(record.toBytes());
            record.clear();
        }
    }

    @Override
    public void flush() {
        submit();
        journal.flush();
    }

    @Override
    public void close() {
        try (journal) {
            submit();
        }
    }
}
