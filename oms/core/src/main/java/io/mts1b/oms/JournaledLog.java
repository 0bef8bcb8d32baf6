package io.mts1b.oms;

import io.mts1b.platform.journal.Journal;
import io.mts1b.platform.journal.JournalOptions;
import io.mts1b.platform.journal.JournalReader;
import java.nio.file.Path;
import java.util.function.Consumer;

/** A log in a journal: one record, one event. */
final class JournaledLog implements EventLog {

    private final Journal journal;

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
                consumer.accept(OmsLog.decode(reader.payload()));
            }
        }
    }

    @Override
    public void append(OmsEvent event) {
        journal.submit(OmsLog.encode(event));
    }

    @Override
    public void flush() {
        journal.flush();
    }

    @Override
    public void close() {
        journal.close();
    }
}
