package io.mts1b.oms.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps records in two mapped files: what was put, one after the other, and where each name's last record is.
 *
 * <p>A record stands as its length, its names and its bytes, so that a name that is found by its hash is compared whole.
 */
public final class FileArchive implements Archive {

    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED;
    private static final ValueLayout.OfByte BYTE = ValueLayout.JAVA_BYTE;

    private static final int WAITING = 32;

    /** So many records that waiting for memory overlaps, and so few that what came near is still there when it is used. */
    private static final int TOGETHER = 16;

    private static final long FIRST_NAMES = 1L << 16;
    /** To grow by more is to grow less often: whoever hands records over waits while the filter is filled anew. */
    private static final int GROWTH = 4;

    /** How many slots for the last names are in memory: 128 MB. */
    private static final long RECENT = 1L << 23;

    private final Path folder;
    private final Worker worker = new Worker("oms-archive", WAITING);

    // Of the caller.
    private final WaitingPuts waiting = new WaitingPuts();
    private boolean marked;

    /** Anything of what was brought near: what is kept nowhere would not be looked at. */
    @SuppressWarnings("UnusedVariable")
    private long near;

    /** The same, of the worker. */
    @SuppressWarnings("UnusedVariable")
    private long nearWorker;

    /** Has the names of what was written. The worker adds to it, and puts a larger one in its place. */
    private volatile NameFilter filter = new NameFilter(FIRST_NAMES);

    /** Those before it, the oldest first; the caller closes them, who may look there until it sees the larger one. */
    private final Queue<NameFilter> replaced = new ConcurrentLinkedQueue<>();

    /** Held by whoever looks into the files or writes there, so that a name can be looked up while others are written. */
    private final Object files = new Object();

    private MappedLog records;
    private NameIndex index;
    private boolean made;
    private long names;

    private FileArchive(Path folder) {
        this.folder = folder;
        this.records = new MappedLog(folder.resolve("records"));
        this.index = new NameIndex(folder, this::names, RECENT, files);
    }

    /**
     * Makes an empty one.
     *
     * @param folder where its files will be once there is a record; what an archive left there is deleted then, unless
     *     {@link #back} took it over
     * @return the archive, which alone uses the folder until it is closed
     */
    public static FileArchive create(Path folder) {
        return new FileArchive(folder);
    }

    private void delete(String files) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var found = Files.newDirectoryStream(folder, files)) {
            for (Path file : found) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void delete() {
        delete("{records,names}-*");
        try {
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void put(List<Name> found, Supplier<List<Name>> later, Supplier<byte[]> record) {
        if (waiting.add(new Put(found, later, record))) {
            hand();
        }
    }

    private void hand() {
        Puts some = waiting.hand();
        worker.take(() -> write(some));
    }

    @Override
    public void settle() {
        if (waiting.hasMore()) {
            hand();
        }
        worker.settle();
    }

    /** Writes the records, and then their names, some tens together: waiting for many places of memory takes little longer. */
    private void write(Puts some) {
        List<Written> written = new ArrayList<>();
        for (Put put : some.puts()) {
            written.add(write(put));
        }
        index.makeRoom(written.stream().mapToInt(one -> one.hashes.length).sum());
        for (int from = 0; from < written.size(); from += TOGETHER) {
            List<Written> together = written.subList(from, Math.min(written.size(), from + TOGETHER));
            for (Written one : together) {
                nearWorker = index.near(one.hashes) ^ filter.near(one.hashes);
            }
            for (Written one : together) {
                synchronized (files) {
                    index(one);
                }
            }
            together.forEach(one -> add(one.hashes));
        }
        some.written();
    }

    /** A record that stands in the file. */
    private static final class Written {

        private final byte[][] names;
        private final long[] hashes;
        private final long at;

        Written(byte[][] names, long[] hashes, long at) {
            this.names = names;
            this.hashes = hashes;
            this.at = at;
        }
    }

    private Written write(Put put) {
        byte[] record = put.record();
        List<Name> named = put.allNames();
        byte[][] texts = new byte[named.size()][];
        int length = Integer.BYTES + record.length;
        for (int i = 0; i < texts.length; i++) {
            texts[i] = named.get(i).bytes();
            length += 1 + texts[i].length;
            if (texts[i].length > 0xff) {
                throw new IllegalArgumentException("name must be at most 255 bytes, was " + named.get(i));
            }
        }
        synchronized (files) {
            return new Written(texts, put.allHashes(named), write(texts, record, length));
        }
    }

    private long write(byte[][] texts, byte[] record, int length) {
        if (!made) {
            make();
        }
        long at = records.reserve(Integer.BYTES + length);
        MemorySegment there = records.at(at, Integer.BYTES + length);
        there.set(INT, 0, length);
        long position = Integer.BYTES;
        there.set(INT, position, texts.length);
        position += Integer.BYTES;
        for (byte[] text : texts) {
            there.set(BYTE, position++, (byte) text.length);
            MemorySegment.copy(text, 0, there, BYTE, position, text.length);
            position += text.length;
        }
        MemorySegment.copy(record, 0, there, BYTE, position, record.length);
        return at;
    }

    private void index(Written one) {
        for (int i = 0; i < one.hashes.length; i++) {
            index.put(one.hashes[i], one.names[i], one.at);
        }
    }

    private void add(long[] hashes) {
        NameFilter into = filter;
        for (long hash : hashes) {
            into.add(hash);
        }
        names += hashes.length;
        if (names > into.names()) {
            grow();
        }
    }

    private void grow() {
        NameFilter small = filter;
        NameFilter larger = new NameFilter(GROWTH * Math.max(FIRST_NAMES, Long.highestOneBit(names)));
        index.forEachHash(larger::add);
        filter = larger;
        replaced.add(small);
    }

    private void make() {
        delete("{records,names}-*");
        open();
    }

    private void open() {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        made = true;
    }

    @Override
    public void expect(List<Name> names) {
        near = written().near(Put.hashes(names));
    }

    @Override
    public byte @Nullable [] find(Name name) {
        long hash = name.hash();
        if (waiting.has(hash)) {
            settle();
        }
        if (!written().mayContain(hash)) {
            return null;
        }
        synchronized (files) {
            long at = made ? index.find(hash, name.bytes()) : -1;
            return at < 0 ? null : read(at);
        }
    }

    private NameFilter written() {
        NameFilter now = filter;
        while (!replaced.isEmpty() && replaced.element() != now) {
            replaced.remove().close();
        }
        return now;
    }

    private List<byte[]> names(long at) {
        MemorySegment there = whole(at);
        int count = there.get(INT, Integer.BYTES);
        List<byte[]> names = new ArrayList<>(count);
        long position = 2 * Integer.BYTES;
        for (int i = 0; i < count; i++) {
            int length = there.get(BYTE, position++) & 0xff;
            byte[] text = new byte[length];
            MemorySegment.copy(there, BYTE, position, text, 0, length);
            position += length;
            names.add(text);
        }
        return names;
    }

    private MemorySegment whole(long at) {
        int length = records.at(at, Integer.BYTES).get(INT, 0);
        return records.at(at, Integer.BYTES + (long) length);
    }

    private byte[] read(long at) {
        MemorySegment there = whole(at);
        long position = 2 * Integer.BYTES;
        int count = there.get(INT, Integer.BYTES);
        for (int i = 0; i < count; i++) {
            position += 1 + (there.get(BYTE, position) & 0xff);
        }
        byte[] record = new byte[(int) (there.byteSize() - position)];
        MemorySegment.copy(there, BYTE, position, record, 0, record.length);
        return record;
    }

    @Override
    public void forEach(Consumer<byte[]> consumer) {
        settle();
        long at = records.first();
        while (at >= 0) {
            byte[] first = names(at).getFirst();
            if (index.find(Name.of(first).hash(), first) == at) {
                consumer.accept(read(at));
            }
            at = records.next(at, whole(at).byteSize());
        }
    }

    @Override
    public List<Long> mark() {
        settle();
        marked = true;
        return records.mark();
    }

    @Override
    public void back(List<Long> mark, Consumer<byte[]> consumer) {
        waiting.clear();
        worker.settle();
        records.close();
        index.close();
        written().close();
        filter = new NameFilter(FIRST_NAMES);
        names = 0;
        records = new MappedLog(folder.resolve("records"));
        index = new NameIndex(folder, this::names, RECENT, files);
        made = false;
        marked = !mark.isEmpty();
        if (!marked) {
            return;
        }
        delete("names-*");
        records.back(mark);
        open();
        for (long at = records.first(); at >= 0; at = records.next(at, whole(at).byteSize())) {
            for (byte[] name : names(at)) {
                long hash = Name.of(name).hash();
                index.put(hash, name, at);
                names++;
            }
            consumer.accept(read(at));
        }
        grow();
    }

    /** Deletes the files, unless there is a mark of them. */
    @Override
    public void close() {
        worker.close();
        records.close();
        index.close();
        written().close();
        waiting.close();
        if (!marked) {
            delete();
        }
    }
}
