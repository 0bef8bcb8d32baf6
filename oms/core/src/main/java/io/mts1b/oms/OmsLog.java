package io.mts1b.oms;

import io.mts1b.oms.codec.ByteSource;
import io.mts1b.oms.codec.CodecException;
import io.mts1b.platform.journal.JournalReader;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The log of an order management system as events. A record of the journal holds those that became durable together. */
public final class OmsLog {

    private OmsLog() {}

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
