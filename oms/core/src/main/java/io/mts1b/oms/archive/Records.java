package io.mts1b.oms.archive;

import io.mts1b.foundation.Require;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The archive of a state, in which its parts file what has ended, and the sum of all that was ever put there: whoever goes
 * back in it learns whether it is what it was. The first byte of a record says whose it is. Used by one thread.
 */
public final class Records {

    private final Archive archive;
    /** Of whatever thread the archive asks on. */
    private final RecordSum puts = new RecordSum();

    private long count;

    /**
     * Begins with nothing.
     *
     * @param archive where the records are, empty or about to go back; the caller closes it
     */
    public Records(Archive archive) {
        this.archive = archive;
    }

    /**
     * How far an archive is.
     *
     * @param count how many records were put
     * @param archive what {@link Archive#mark} returned
     * @param puts their sum
     */
    public record Form(long count, List<Long> archive, String puts) {

        /** Validates, and copies. */
        public Form {
            archive = List.copyOf(archive);
            Objects.requireNonNull(puts, "puts");
        }
    }

    /**
     * Makes what was put durable.
     *
     * @return where it is now
     */
    public Form form() {
        List<Long> mark = archive.mark();
        return new Form(count, mark, puts.digits());
    }

    /**
     * Goes back to where it was; only at first.
     *
     * @param form what {@link #form} returned
     * @throws IllegalArgumentException if the archive is not what it was
     */
    public void restore(Form form) {
        archive.back(form.archive(), bytes -> {
            puts.add(bytes);
            count++;
        });
        Require.that(
                count == form.count() && puts.digits().equals(form.puts()),
                "archive must be as it was after " + form.count() + " records");
    }

    /**
     * Files a record.
     *
     * @param names what it is found by, as {@link Archive#put} has it
     * @param record makes its bytes, perhaps on another thread and later
     * @param sum what it is added to when its bytes are made
     */
    public void put(List<Name> names, Supplier<byte[]> record, RecordSum sum) {
        put(names, List::of, record, sum);
    }

    /**
     * Files a record some of whose names are made later.
     *
     * @param names what it is found by at once
     * @param later what it is found by once {@link #settle} has returned, as {@link Archive#put} has it
     * @param record makes its bytes, perhaps on another thread and later
     * @param sum what it is added to when its bytes are made
     */
    public void put(List<Name> names, Supplier<List<Name>> later, Supplier<byte[]> record, RecordSum sum) {
        archive.put(names, later, () -> {
            byte[] bytes = record.get();
            puts.add(bytes, sum);
            return bytes;
        });
        count++;
    }

    /**
     * Says that names will be looked for soon, as {@link Archive#expect} has it.
     *
     * @param names the names
     */
    public void expect(List<Name> names) {
        archive.expect(names);
    }

    /**
     * Finds a record.
     *
     * @param name one of its names
     * @return the last that was put under the name; null if there is none
     */
    public byte @Nullable [] find(Name name) {
        return count == 0 ? null : archive.find(name);
    }

    /**
     * Walks through the records whose place was not taken, in the order in which they were put.
     *
     * @param consumer who takes each
     */
    public void forEach(Consumer<byte[]> consumer) {
        archive.forEach(consumer);
    }

    /** Returns when the bytes of all that was put are made. */
    public void settle() {
        archive.settle();
    }
}
