package io.mts1b.oms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A log that outlives processes, and kills them. */
final class DeadlyLog implements EventLog {

    final List<OmsEvent> events = new ArrayList<>();
    int durable;
    private @Nullable Snapshot snapshot;
    private int works;
    int killAfter = Integer.MAX_VALUE;

    @Override
    public void replay(long after, Consumer<OmsEvent> consumer) {
        List.copyOf(events.subList((int) after, events.size())).forEach(consumer);
    }

    @Override
    public Optional<Snapshot> snapshot() {
        return Optional.ofNullable(snapshot);
    }

    @Override
    public void save(List<byte[]> parts) {
        flush();
        snapshot = new Snapshot(events.size(), parts);
    }

    @Override
    public void append(OmsEvent event) {
        events.add(event);
        // A start writes of the line alone; who died at that would never get any further.
        if (!(event instanceof OmsEvent.LineChanged) && ++works >= killAfter) {
            throw new Killed();
        }
    }

    int work() {
        return works;
    }

    /** Takes back the end. */
    void keep(int kept) {
        events.subList(kept, events.size()).clear();
        durable = kept;
        works = (int) events.stream()
                .filter(event -> !(event instanceof OmsEvent.LineChanged))
                .count();
    }

    @Override
    public void flush() {
        durable = events.size();
    }

    @Override
    public void close() {
        // It outlives the process.
    }

    static final class Killed extends RuntimeException {

        private static final long serialVersionUID = 1;
    }

    /** When processes die, and what of their last words is lost. */
    interface Killer {

        void plan(DeadlyLog log);

        void bury(DeadlyLog log);
    }

    static Killer never() {
        return new Killer() {

            @Override
            public void plan(DeadlyLog log) {
                // Nobody dies.
            }

            @Override
            public void bury(DeadlyLog log) {
                throw new AssertionError("nobody dies");
            }
        };
    }
}
