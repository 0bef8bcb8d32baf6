package io.mts1b.platform.journal;

import io.mts1b.platform.journal.JournalException.Category;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;

/**
 * Writes and reads snapshots: the magic {@code MTSSNAP1}, the format version, the sequence number, SHA-256
 * of these and the state, the state.
 */
final class SnapshotFiles {

    private static final byte[] MAGIC = "MTSSNAP1".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;
    private static final int HASH_AT = MAGIC.length + Integer.BYTES + Long.BYTES;
    private static final int HEADER = HASH_AT + Frame.HASH;
    private static final int KEPT = 2;

    private SnapshotFiles() {}

    /** Puts a snapshot in place at once or not at all, and drops all but the newest. */
    static void save(Disk disk, JournalDirectory directory, Snapshot snapshot) {
        Path file = directory.snapshot(snapshot.sequence());
        Path unfinished = file.resolveSibling(file.getFileName() + JournalDirectory.UNFINISHED);
        try {
            syncLog(disk, directory, snapshot.sequence());
            try (FileChannel channel = disk.open(
                    unfinished,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE)) {
                Disk.write(channel, encode(snapshot), 0);
                channel.force(true);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            disk.syncDirectory(directory.path());
            NavigableMap<Long, Path> snapshots = directory.snapshots();
            while (snapshots.size() > KEPT) {
                Files.delete(snapshots.pollFirstEntry().getValue());
            }
        } catch (IOException e) {
            throw JournalException.of("write", file, e);
        }
    }

    /** A snapshot must not outlive its records, and under ASYNC they may not be on the disk yet. */
    private static void syncLog(Disk disk, JournalDirectory directory, long sequence) throws IOException {
        Map.Entry<Long, Path> segment = directory.segments().floorEntry(sequence);
        if (segment != null) {
            try (FileChannel channel = disk.open(segment.getValue(), StandardOpenOption.WRITE)) {
                channel.force(false);
            }
        }
    }

    /**
     * Deletes the segments that a log can do without: all their records are below a number, and in every
     * snapshot that is kept, of which there are two, so that one of them may yet be damaged.
     *
     * @return the number of the first record that is left
     */
    static long drop(Disk disk, JournalDirectory directory, long before) {
        try {
            NavigableMap<Long, Path> snapshots = directory.snapshots();
            NavigableMap<Long, Path> segments = directory.segments();
            long keep = snapshots.size() < KEPT ? 1 : Math.min(before, snapshots.firstKey() + 1);
            Long first = Objects.requireNonNullElse(segments.floorKey(keep), segments.firstKey());
            // Oldest first: whatever a crash leaves is the end of the log.
            for (Path segment : segments.headMap(first).values()) {
                Files.delete(segment);
            }
            disk.syncDirectory(directory.path());
            return first;
        } catch (IOException e) {
            throw JournalException.of("drop segments in", directory.path(), e);
        }
    }

    /** Reads the newest snapshot of a log that ends with a record. */
    static Optional<Snapshot> latest(Disk disk, JournalDirectory directory, long last) {
        try {
            Map.Entry<Long, Path> newest = directory.snapshots().lastEntry();
            return newest == null ? Optional.empty() : Optional.of(read(disk, newest, last));
        } catch (IOException e) {
            throw JournalException.of("read a snapshot in", directory.path(), e);
        }
    }

    /** Reads those that are kept. */
    static List<Snapshot> all(Disk disk, JournalDirectory directory) {
        List<Snapshot> all = new ArrayList<>();
        try {
            for (Map.Entry<Long, Path> snapshot : directory.snapshots().entrySet()) {
                if (Files.exists(snapshot.getValue())) {
                    all.add(read(disk, snapshot, Long.MAX_VALUE));
                }
            }
            return all;
        } catch (IOException e) {
            throw JournalException.of("read a snapshot in", directory.path(), e);
        }
    }

    /** Checks some snapshots, as far as they are still there, of a log that ends with a record. */
    static void verify(Disk disk, NavigableMap<Long, Path> snapshots, long last) throws IOException {
        for (Map.Entry<Long, Path> snapshot : snapshots.entrySet()) {
            if (Files.exists(snapshot.getValue())) {
                read(disk, snapshot, last);
            }
        }
    }

    private static Snapshot read(Disk disk, Map.Entry<Long, Path> entry, long last) throws IOException {
        Path file = entry.getValue();
        ByteBuffer in;
        try (FileChannel channel = disk.open(file, StandardOpenOption.READ)) {
            in = Frame.buffer((int) Math.min(Integer.MAX_VALUE - 8, channel.size()));
            Disk.read(channel, in, 0);
        }
        in.flip();
        if (in.limit() < HEADER || !in.slice(0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC))) {
            throw corrupt(entry, "the snapshot is cut short, or is none");
        }
        if (in.getInt(MAGIC.length) > VERSION) {
            throw new JournalException(
                    Category.NEWER_VERSION,
                    "journal knows snapshot version " + VERSION + ", but " + file + " has version "
                            + in.getInt(MAGIC.length),
                    null);
        }
        byte[] state = new byte[in.limit() - HEADER];
        in.get(HEADER, state);
        if (!in.slice(HASH_AT, Frame.HASH).equals(ByteBuffer.wrap(hash(in, state)))) {
            throw corrupt(entry, "the hash of the snapshot does not fit its state");
        }
        long sequence = in.getLong(MAGIC.length + Integer.BYTES);
        if (sequence != entry.getKey()) {
            throw corrupt(entry, "the snapshot is of record " + sequence);
        }
        if (sequence > last) {
            throw corrupt(entry, "the log ends before the snapshot, with record " + last);
        }
        return new Snapshot(sequence, state);
    }

    private static JournalException corrupt(Map.Entry<Long, Path> entry, String reason) {
        return JournalException.corrupt(new Corruption(entry.getValue(), 0, entry.getKey(), reason));
    }

    private static ByteBuffer encode(Snapshot snapshot) {
        byte[] state = snapshot.state();
        ByteBuffer out = Frame.buffer(HEADER + state.length);
        out.put(MAGIC).putInt(VERSION).putLong(snapshot.sequence());
        out.put(hash(out, state)).put(state);
        return out.flip();
    }

    private static byte[] hash(ByteBuffer header, byte[] state) {
        MessageDigest sha256 = Frame.sha256();
        sha256.update(header.slice(0, HASH_AT));
        return sha256.digest(state);
    }
}
