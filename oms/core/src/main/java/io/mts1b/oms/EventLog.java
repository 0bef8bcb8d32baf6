package io.mts1b.oms;

import java.util.function.Consumer;

/** Where the events are written: a journal on disk, or the memory of a simulation. Confined to one thread. */
public interface EventLog extends AutoCloseable {

    /**
     * Reads what is in it.
     *
     * @param consumer who takes the events, in order
     */
    void replay(Consumer<OmsEvent> consumer);

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
