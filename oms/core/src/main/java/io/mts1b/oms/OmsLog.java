package io.mts1b.oms;

import io.mts1b.platform.journal.JournalReader;
import io.mts1b.platform.json.Json;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The log of an order management system as events: one record, one event, as JSON. */
public final class OmsLog {

    private OmsLog() {}

    /**
     * Reads a log from its beginning.
     *
     * @param directory where the journal stands
     * @param consumer who takes the events, in order
     * @return how many there were
     * @throws io.mts1b.platform.journal.JournalException if the journal is damaged
     * @throws io.mts1b.platform.json.JsonException if a record is no event
     */
    public static long forEach(Path directory, Consumer<OmsEvent> consumer) {
        long count = 0;
        try (JournalReader reader = JournalReader.open(directory, 1)) {
            while (reader.next()) {
                consumer.accept(decode(reader.payload()));
                count++;
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

    static byte[] encode(OmsEvent event) {
        return Json.bytes(event);
    }

    static OmsEvent decode(byte[] payload) {
        return Json.read(payload, OmsEvent.class);
    }
}
