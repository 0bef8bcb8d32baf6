package io.mts1b.oms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A log in memory, for tests: something is done whenever it is to be durable, which may fail. */
public final class MemoryLog implements EventLog {

    private final List<OmsEvent> events;
    private final Runnable flushing;

    /** Makes one with events that came before. */
    public MemoryLog(List<OmsEvent> events, Runnable flushing) {
        this.events = new ArrayList<>(events);
        this.flushing = flushing;
    }

    @Override
    public void replay(long after, Consumer<OmsEvent> consumer) {
        events.subList((int) after, events.size()).forEach(consumer);
    }

    @Override
    public Optional<Snapshot> snapshot() {
        return Optional.empty();
    }

    @Override
    public void save(List<byte[]> parts) {
        flush();
    }

    @Override
    public void append(OmsEvent event) {
        events.add(event);
    }

    @Override
    public void flush() {
        flushing.run();
    }

    @Override
    public void close() {
        flush();
    }
}
