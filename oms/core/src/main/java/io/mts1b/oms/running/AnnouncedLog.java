package io.mts1b.oms.running;

import io.mts1b.oms.EventLog;
import io.mts1b.oms.OmsEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * A log whose events are told to somebody once they are durable, in order, each with its place in the log. Those of an
 * earlier process that were not told then are told with the first that are written now. Only what is to be told is kept
 * until then. Confined to one thread.
 */
final class AnnouncedLog implements EventLog {

    private final EventLog log;
    private final long told;
    private final BooleanSupplier open;
    private final Listener listener;
    private final List<Entry> waiting = new ArrayList<>();
    private long count;

    /** An event and its place in the log, from 1. */
    record Entry(long number, OmsEvent event) {

        Entry {
            Objects.requireNonNull(event, "event");
        }
    }

    /** Who is told. */
    interface Listener {

        /** Tells whether there is anything to tell of an event; of the others nothing is kept. */
        boolean hears(OmsEvent event);

        /** Takes an event that is durable. */
        void take(Entry entry);

        /** Of everything up to here, it has taken what there is to tell, and it is durable. */
        void reached(long number);
    }

    /**
     * Makes one.
     *
     * @param told how many events were told by an earlier process
     * @param open whether the state that follows from the log is there: what it refuses is told to nobody
     * @param listener who is told
     */
    AnnouncedLog(EventLog log, long told, BooleanSupplier open, Listener listener) {
        this.log = log;
        this.told = told;
        this.open = open;
        this.listener = listener;
    }

    @Override
    public void replay(long after, Consumer<OmsEvent> consumer) {
        count = Math.min(after, told);
        log.replay(count, event -> {
            count++;
            if (count > after) {
                consumer.accept(event);
            }
            if (count > told) {
                keep(event);
            }
        });
    }

    @Override
    public Optional<Snapshot> snapshot() {
        return log.snapshot();
    }

    @Override
    public void save(List<byte[]> parts) {
        log.save(parts);
        tell();
    }

    @Override
    public void append(OmsEvent event) {
        log.append(event);
        count++;
        keep(event);
    }

    private void keep(OmsEvent event) {
        if (listener.hears(event)) {
            waiting.add(new Entry(count, event));
        }
    }

    @Override
    public void flush() {
        log.flush();
        tell();
    }

    private void tell() {
        waiting.forEach(listener::take);
        waiting.clear();
        listener.reached(count);
    }

    @Override
    public void close() {
        log.close();
        if (open.getAsBoolean()) {
            tell();
        }
    }
}
