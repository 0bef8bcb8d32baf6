package io.mts1b.oms.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What is to be kept, not written yet. */
final class Put {

    private final List<Name> names;
    private final long[] hashes;
    private final Supplier<List<Name>> later;
    private final Supplier<byte[]> record;

    Put(List<Name> names, Supplier<List<Name>> later, Supplier<byte[]> record) {
        this.names = names;
        this.later = later;
        this.record = record;
        hashes = hashes(names);
    }

    static long[] hashes(List<Name> names) {
        long[] hashes = new long[names.size()];
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = names.get(i).hash();
        }
        return hashes;
    }

    /** Returns the hashes of the names that are found before it is written. */
    long[] hashes() {
        return hashes;
    }

    byte[] record() {
        return record.get();
    }

    List<Name> allNames() {
        List<Name> more = later.get();
        if (more.isEmpty()) {
            return names;
        }
        List<Name> all = new ArrayList<>(names);
        all.addAll(more);
        return all;
    }

    /** Returns the hashes of all names. */
    long[] allHashes(List<Name> all) {
        return all.size() == hashes.length ? hashes : hashes(all);
    }
}
