package io.mts1b.platform.bus;

import io.mts1b.platform.journal.JournalReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Reads the events that an {@link InProcessNetwork} has kept in a stream, from another process and while it is
 * written. Confined to one thread.
 */
public final class StreamLog implements AutoCloseable {

    private final JournalReader reader;
    private String event = "";

    private StreamLog(JournalReader reader) {
        this.reader = reader;
    }

    /**
     * Opens a stream.
     *
     * @param network the directory of the network
     * @param stream the name of the stream
     * @param from the first event wanted, from 1
     * @return the log; the caller closes it
     * @throws io.mts1b.platform.journal.JournalException if there is no such stream
     */
    public static StreamLog open(Path network, String stream, long from) {
        return new StreamLog(JournalReader.open(LocalStreams.log(network, stream), from));
    }

    /**
     * Moves to the next event.
     *
     * @return true if there is one; false if the stream ends here for now
     * @throws io.mts1b.platform.journal.JournalException if the stream is damaged here, or cannot be read
     */
    public boolean next() {
        if (!reader.next()) {
            return false;
        }
        event = new String(Stored.decode(reader.payload()).envelope(), StandardCharsets.UTF_8);
        return true;
    }

    /**
     * Returns where the event stands that {@link #next} moved to.
     *
     * @return its sequence number
     */
    public long sequence() {
        return reader.sequence();
    }

    /**
     * Returns the event that {@link #next} moved to.
     *
     * @return a line of JSON
     */
    public String event() {
        return event;
    }

    @Override
    public void close() {
        reader.close();
    }
}
