package io.mts1b.platform.bus;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/** Which events a stream has stored lately, by their ids. Guarded by the stream. */
final class DedupeWindow {

    private final long micros;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private record Entry(long sequence, long micros) {}

    DedupeWindow(long micros) {
        this.micros = micros;
    }

    void add(String id, long sequence, long now) {
        entries.put(id, new Entry(sequence, now));
        forgetBefore(now - micros);
    }

    /** Returns where an event stands; empty if it was not stored within the window. */
    OptionalLong find(String id, long now) {
        forgetBefore(now - micros);
        Entry entry = entries.get(id);
        return entry == null ? OptionalLong.empty() : OptionalLong.of(entry.sequence);
    }

    private void forgetBefore(long oldest) {
        Iterator<Entry> oldestFirst = entries.values().iterator();
        while (oldestFirst.hasNext() && oldestFirst.next().micros < oldest) {
            oldestFirst.remove();
        }
    }
}
