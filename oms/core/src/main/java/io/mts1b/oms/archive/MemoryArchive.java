package io.mts1b.oms.archive;

import io.mts1b.foundation.Require;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keeps everything in memory: for logs that are short, or read once. */
public final class MemoryArchive implements Archive {

    private static final int NONE = -1;

    /** A name of a record, and the place that it had found before. */
    private record Name(String name, int before) {}

    private final List<byte[]> records = new ArrayList<>();
    private final List<List<Name>> names = new ArrayList<>();
    // Looked up in, never walked through.
    private final Map<String, Integer> places = new LinkedHashMap<>();

    /** Makes an empty one. */
    public MemoryArchive() {}

    @Override
    public void put(List<String> texts, byte[] record) {
        List<Name> all = new ArrayList<>(texts.size());
        for (String text : texts) {
            Integer before = places.put(text, records.size());
            all.add(new Name(text, before == null ? NONE : before));
        }
        names.add(all);
        records.add(record);
    }

    @Override
    public byte @Nullable [] find(String name) {
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
            for (Name name : names.removeLast()) {
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
    public void close() {
        // The memory is given back with the object.
    }
}
