package io.mts1b.oms;

import io.mts1b.oms.codec.ByteSink;
import io.mts1b.platform.journal.Journal;
import io.mts1b.platform.journal.JournalOptions;
import io.mts1b.platform.journal.JournalReader;
import java.nio.file.Path;
import java.util.function.Consumer;

/** A log in a journal. Events between two flushes are one record, or a few if they are many. */
final class JournaledLog implements EventLog {

    private static final int RECORD = 64 << 10;

    private final Journal journal;
    private final EventCodec codec = new EventCodec();
    private final ByteSink record = new ByteSink();

    private JournaledLog(Journal journal) {
        this.journal = journal;
    }

    static JournaledLog open(Path directory, JournalOptions options) {
        return new JournaledLog(Journal.open(directory, options));
    }

    @Override
    public void replay(Consumer<OmsEvent> consumer) {
        try (JournalReader reader = journal.read(1)) {
            while (reader.next()) {
                OmsLog.decode(codec, reader, consumer);
            }
        }
    }

    @Override
    public void append(OmsEvent event) {
        codec.write(event, record);
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
