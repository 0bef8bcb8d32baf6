package io.mts1b.oms;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Where the events are written: a journal on disk, or the memory of a simulation. Confined to one thread. */
public interface EventLog extends AutoCloseable {

    /** What followed from the log up to one of its events. Immutable, as long as nobody changes the bytes. */
    final class Snapshot {

        private final long events;
        private final List<byte[]> parts;

        /**
         * Makes one.
         *
         * @param events how many events it follows from
         * @param parts the state, and after it what those around the log keep of it; the bytes are not copied
         */
        public Snapshot(long events, List<byte[]> parts) {
            this.events = events;
            this.parts = List.copyOf(parts);
        }

        /** {@return how many events it follows from} */
        public long events() {
            return events;
        }

        /** {@return the state, and after it what those around the log keep of it; the bytes are not copied} */
        public List<byte[]> parts() {
            return parts;
        }
    }

    /**
     * Reads what is in it.
     *
     * @param after how many events to pass over
     * @param consumer who takes the others, in order
     */
    void replay(long after, Consumer<OmsEvent> consumer);

    /**
     * Returns the last snapshot.
     *
     * @return what was saved last; empty if nothing was, or it is damaged
     */
    Optional<Snapshot> snapshot();

    /**
     * Keeps what follows from all that was added. Flushes first.
     *
     * @param parts the state, and after it what those around the log keep of it
     */
    void save(List<byte[]> parts);

    /**
     * Adds an event. It may be lost with the process until {@link #flush} has returned.
     *
     * @param event what happened
     */
    void append(OmsEvent event);

    /** Returns when everything that was added outlives the process and the machine. */
    void flush();

    /** Makes everything durable, and gives up the log. */
    @Override
    void close();
}
