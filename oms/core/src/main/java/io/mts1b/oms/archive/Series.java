package io.mts1b.oms.archive;

import io.mts1b.foundation.Require;
import io.mts1b.oms.codec.ByteSink;
import io.mts1b.oms.codec.ByteSource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Things of one kind, numbered from one in the order in which they came: in memory until they are filed, then among the
 * records. One to which something happens after all is put again, and filed again. A part of the fold.
 *
 * <p>Confined to the thread of the state. What was filed is not to be changed: its text is made when there is time.
 *
 * @param <T> what they are
 */
public final class Series<T> {

    private static final char NUMBER = '#';

    private final char kind;
    private final Records records;
    private final Function<T, String> text;
    private final Function<String, T> parser;
    // Looked up in, never walked through.
    private final Map<String, Entry<T>> byId = new LinkedHashMap<>();
    private final NavigableMap<Long, Entry<T>> inMemory = new TreeMap<>();
    /** Of whatever thread the archive asks on. */
    private final RecordSum sum = new RecordSum();

    private long count;

    /** One of them. */
    private record Entry<T>(long number, String id, T one) {}

    /**
     * Begins with nothing.
     *
     * @param kind a letter that no other kind of record has
     * @param records where they are filed
     * @param text writes one, always the same; on any thread
     * @param parser makes one from its text
     */
    public Series(char kind, Records records, Function<T, String> text, Function<String, T> parser) {
        Require.that(kind >= 'a' && kind <= 'z', "kind must be a small letter, was " + kind);
        this.kind = kind;
        this.records = records;
        this.text = text;
        this.parser = parser;
    }

    /**
     * All of it but what is filed.
     *
     * @param count how many there were
     * @param inMemory those in memory
     * @param sum the sum of those that are filed
     */
    public record Form(long count, List<EntryForm> inMemory, String sum) {

        /** Copies. */
        public Form {
            inMemory = List.copyOf(inMemory);
        }
    }

    /** One that is in memory: its number, its identity, and itself as text. */
    public record EntryForm(long number, String id, String text) {}

    /** {@return all of it but what is filed, which is among the records} */
    public Form form() {
        records.settle();
        List<EntryForm> forms = new ArrayList<>();
        inMemory.values().forEach(entry -> forms.add(new EntryForm(entry.number, entry.id, text.apply(entry.one))));
        return new Form(count, forms, sum.digits());
    }

    /**
     * Takes over what another had; only at first.
     *
     * @param form what {@link #form} returned
     */
    public void restore(Form form) {
        count = form.count();
        sum.restore(form.sum());
        form.inMemory().forEach(entry -> keep(new Entry<>(entry.number(), entry.id(), parser.apply(entry.text()))));
    }

    private void keep(Entry<T> entry) {
        byId.put(entry.id, entry);
        inMemory.put(entry.number, entry);
    }

    /**
     * Has one in memory: a new one, one that has become another, or one that was filed.
     *
     * @param id its identity
     * @param one as it is now
     */
    public void put(String id, T one) {
        Entry<T> before = byId.get(id);
        keep(new Entry<>(before == null ? number(id) : before.number, id, one));
    }

    private long number(String id) {
        byte[] filed = records.find(new Name(kind, id));
        if (filed == null) {
            return ++count;
        }
        // The archive's thread adds to the sum.
        records.settle();
        sum.take(filed);
        return entry(filed).number;
    }

    /**
     * Files one that is in memory.
     *
     * @param id its identity
     */
    public void file(String id) {
        Entry<T> entry = Require.present(byId.remove(id), () -> "record " + kind + " " + id + " must be in memory");
        inMemory.remove(entry.number);
        records.put(List.of(new Name(kind, id), numbered(entry.number)), () -> bytes(entry), sum);
    }

    private Name numbered(long number) {
        return new Name(NUMBER, String.valueOf(kind), Long.toString(number));
    }

    private byte[] bytes(Entry<T> entry) {
        ByteSink out = new ByteSink();
        out.code(kind);
        out.count(entry.number);
        out.text(entry.id);
        out.bytes(text.apply(entry.one).getBytes(StandardCharsets.UTF_8));
        return out.toBytes();
    }

    private Entry<T> entry(byte[] bytes) {
        ByteSource in = new ByteSource(bytes);
        in.code("a kind of record");
        return new Entry<>(in.count(), in.text(), parser.apply(new String(in.bytes(), StandardCharsets.UTF_8)));
    }

    private Optional<T> filed(Name name) {
        return Optional.ofNullable(records.find(name)).map(bytes -> entry(bytes).one);
    }

    /**
     * Finds one, wherever it is.
     *
     * @param id its identity
     * @return the one in memory, or one made from what is filed; empty if there never was one
     */
    public Optional<T> find(String id) {
        if (count == 0) {
            return Optional.empty();
        }
        T one = inMemory(id);
        return one == null ? filed(new Name(kind, id)) : Optional.of(one);
    }

    /**
     * Finds one that is in memory.
     *
     * @param id its identity
     * @return it; null if there is none there
     */
    public @Nullable T inMemory(String id) {
        Entry<T> entry = byId.get(id);
        return entry == null ? null : entry.one;
    }

    /**
     * Finds one by its number.
     *
     * @param number from 1 to {@link #count}
     * @return it, wherever it is
     * @throws IllegalArgumentException if there is none
     */
    public T at(long number) {
        Entry<T> entry = inMemory.get(number);
        return entry == null
                ? filed(numbered(number))
                        .orElseThrow(() ->
                                new IllegalArgumentException("number must be from 1 to " + count + ", was " + number))
                : entry.one;
    }

    /** {@return how many there were} */
    public long count() {
        return count;
    }

    /** {@return those in memory, as they are now, in the order of their numbers} */
    public List<T> inMemory() {
        return inMemory.isEmpty()
                ? List.of()
                : inMemory.values().stream().map(Entry::one).toList();
    }

    /** {@return the sum of all, in memory and filed, as hexadecimal digits} */
    public String hash() {
        records.settle();
        RecordSum all = sum.copy();
        inMemory.values().forEach(entry -> all.add(bytes(entry)));
        return all.digits();
    }
}
