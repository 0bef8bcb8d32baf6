package io.mts1b.oms.archive;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Records that are found by any of their names. Used by one thread at a time. */
public interface Archive extends AutoCloseable {

    /**
     * Keeps a record.
     *
     * @param names what it is found by, none of them twice; the first is what it is, and a name of nothing else: what is
     *     put again under it takes the place of what was there
     * @param later makes more names when the bytes are made, likewise none twice; it is found by these once {@link #settle}
     *     has returned
     * @param record makes its bytes, which are not copied
     *     <p>Both are asked once, perhaps on another thread, after those that were put before, and before {@link #settle}
     *     returns.
     */
    void put(List<Name> names, Supplier<List<Name>> later, Supplier<byte[]> record);

    /**
     * Keeps a record, all of whose names are known.
     *
     * @param names as above
     * @param record as above
     */
    default void put(List<Name> names, Supplier<byte[]> record) {
        put(names, List::of, record);
    }

    /**
     * Says that names will be looked for soon: who says so of some tens waits for memory about once, and not once for each.
     *
     * @param names the names
     */
    default void expect(List<Name> names) {
        // Nothing is far away.
    }

    /**
     * Finds a record.
     *
     * @param name one of its names
     * @return the record that was put last under the name, not to be changed; null if there is none
     */
    byte @Nullable [] find(Name name);

    /**
     * Walks through the records, without those whose place was taken.
     *
     * @param consumer who takes each, in the order in which they were put
     */
    void forEach(Consumer<byte[]> consumer);

    /**
     * Makes what was put durable, and keeps it beyond {@link #close} if it is in files.
     *
     * @return where it is now, for {@link #back}
     */
    List<Long> mark();

    /**
     * Goes back to where it was, and forgets all that was put since.
     *
     * @param mark what {@link #mark} returned, of this archive or of the one before in its files; nothing for the start
     * @param consumer who sees each record that is left, in the order in which they were put, also those whose place was
     *     taken
     * @throws IllegalArgumentException if it never was there, as far as that can be seen
     */
    void back(List<Long> mark, Consumer<byte[]> consumer);

    /** Returns when all that was put is found by all its names. */
    void settle();

    /** Gives back what it holds. */
    @Override
    void close();
}
