package io.mts1b.oms.api;

import io.mts1b.oms.EventLog;
import io.mts1b.oms.OmsEvent;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A log that says what is replayed from it. */
record Watched(EventLog log, Consumer<OmsEvent> replayed) implements EventLog {

    @Override
    public void replay(long after, Consumer<OmsEvent> consumer) {
        log.replay(after, event -> {
            replayed.accept(event);
            consumer.accept(event);
        });
    }

    @Override
    public Optional<Snapshot> snapshot() {
        return log.snapshot();
    }

    @Override
    public void append(OmsEvent event) {
        log.append(event);
    }

    @Override
    public void flush() {
        log.flush();
    }

    @Override
    public void save(List<byte[]> parts) {
        log.save(parts);
    }

    @Override
    public void close() {
        log.close();
    }
}
