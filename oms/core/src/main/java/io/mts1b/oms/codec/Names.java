package io.mts1b.oms.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Remembers some of the names that were read last, so that one that comes again is the same object.
 *
 * <p>What it forgets is made anew: it changes memory and time, and nothing else.
 */
final class Names<T> {

    private static final int SLOTS = 1 << 14;

    /** A name as it was read. */
    private static final class Known<T> {

        private final byte[] bytes;
        private final T name;

        Known(byte[] bytes, T name) {
            this.bytes = bytes;
            this.name = name;
        }
    }

    private final Function<String, T> parser;

    @SuppressWarnings({"unchecked", "rawtypes"})
    private final @Nullable Known<T>[] known = new Known[SLOTS];

    Names(Function<String, T> parser) {
        this.parser = parser;
    }

    T get(byte[] bytes, int from, int to) {
        int hash = 1;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + bytes[i];
        }
        int slot = (hash ^ hash >>> 14) & (SLOTS - 1);
        Known<T> there = known[slot];
        if (there != null && Arrays.equals(there.bytes, 0, there.bytes.length, bytes, from, to)) {
            return there.name;
        }
        T name = parser.apply(new String(bytes, from, to - from, StandardCharsets.UTF_8));
        known[slot] = new Known<>(Arrays.copyOfRange(bytes, from, to), name);
        return name;
    }
}
