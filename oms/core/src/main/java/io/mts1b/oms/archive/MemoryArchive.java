package io.mts1b.oms.archive;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keeps everything in memory: for logs that are short, or read once. */
public final class MemoryArchive implements Archive {

    private final SequencedMap<String, byte[]> records = new LinkedHashMap<>();
    private final Map<String, byte[]> byName = new LinkedHashMap<>();

    /** Makes an empty one. */
    public MemoryArchive() {}

    @Override
    public void put(List<String> names, byte[] record) {
        records.putLast(names.getFirst(), record);
        names.forEach(name -> byName.put(name, record));
    }

    @Override
    public byte @Nullable [] find(String name) {
        return byName.get(name);
    }

    @Override
    public void forEach(Consumer<byte[]> consumer) {
        records.values().forEach(consumer);
    }

    @Override
    public void close() {
        // The memory is given back with the object.
    }
}
