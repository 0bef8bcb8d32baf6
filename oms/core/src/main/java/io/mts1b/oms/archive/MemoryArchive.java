package io.mts1b.oms.archive;

import io.mts1b.foundation.Require;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps everything in memory: for logs that are short, or read once. */
public final class MemoryArchive implements Archive {

    private static final int NONE = -1;

    /** A name of a record, and the place that it had found before. */
    private record Named(Name name, int before) {}

    private final List<byte[]> records = new ArrayList<>();
    private final List<List<Named>> names = new ArrayList<>();
    // Looked up in, never walked through.
    private final Map<Name, Integer> places = new LinkedHashMap<>();

    /** Makes an empty one. */
    public MemoryArchive() {}

    @Override
    public void put(List<Name> found, Supplier<List<Name>> later, Supplier<byte[]> record) {
        List<Named> all = new ArrayList<>(found.size());
        found.forEach(name -> all.add(named(name)));
        later.get().forEach(name -> all.add(named(name)));
        names.add(all);
        records.add(record.get());
    }

    private Named named(Name name) {
        Integer before = places.put(name, records.size());
        return new Named(name, before == null ? NONE : before);
    }

    @Override
    public byte @Nullable [] find(Name name) {
        Integer place = places.get(name);
        return place == null ? null : records.get(place);
    }

    @Override
    public void forEach(Consumer<byte[]> consumer) {
        for (int i = 0; i < records.size(); i++) {
            if (places.getOrDefault(names.get(i).getFirst().name, NONE) == i) {
                consumer.accept(records.get(i));
            }
        }
    }

    @Override
    public List<Long> mark() {
        return List.of((long) records.size());
    }

    @Override
    public void back(List<Long> mark, Consumer<byte[]> consumer) {
        long left = mark.isEmpty() ? 0 : mark.getFirst();
        Require.that(left <= records.size(), () -> "mark must be at most " + records.size() + ", was " + mark);
        while (records.size() > left) {
            records.removeLast();
            for (Named name : names.removeLast()) {
                if (name.before == NONE) {
                    places.remove(name.name);
                } else {
                    places.put(name.name, name.before);
                }
            }
        }
        records.forEach(consumer);
    }

    @Override
    public void settle() {
        // They are made at once.
    }

    @Override
    public void close() {
        // The memory is given back with the object.
    }
}
