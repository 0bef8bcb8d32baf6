package io.mts1b.platform.journal;

import io.mts1b.platform.journal.SegmentScanner.Outcome;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds where a log goes on: checks that its segments are one chain, reads the last in full, and drops the
 * end of an interrupted write. The writer's lock must be held.
 */
final class Recovery {

    /** The hash of the chain before the first record. */
    static final byte[] GENESIS = new byte[Frame.HASH];

    static final String NO_HEADER = "the header of the segment is missing";

    private final Disk disk;
    private final JournalDirectory directory;
    private long next = 1;
    private byte[] hash = GENESIS;
    private @Nullable TornTail torn;

    Recovery(Disk disk, JournalDirectory directory) {
        this.disk = disk;
        this.directory = directory;
    }

    /** Recovers, and returns the open end of the log. */
    SegmentWriter run() throws IOException {
        for (Path file : directory.unfinished()) {
            Files.delete(file);
        }
        NavigableMap<Long, Path> segments = directory.segments();
        if (!segments.isEmpty()) {
            dropUnborn(segments);
        }
        if (segments.isEmpty()) {
            if (!directory.snapshots().isEmpty()) {
                throw corrupt(directory.path(), 0, 1, "there are snapshots, but no segments");
            }
            return SegmentWriter.create(disk, directory, new SegmentHeader(1, GENESIS));
        }
        begin(segments);
        followChain(segments);
        return SegmentWriter.resume(disk, segments.lastEntry().getValue(), readLast(segments.lastEntry()));
    }

    /** A crash can leave a last segment without a header; it holds no record, because the header comes first. */
    private void dropUnborn(NavigableMap<Long, Path> segments) throws IOException {
        Path file = segments.lastEntry().getValue();
        long size = Files.size(file);
        if (size <= SegmentHeader.SIZE && header(file).isEmpty()) {
            torn = new TornTail(file, 0, size, segments.lastKey());
            Files.delete(file);
            disk.syncDirectory(directory.path());
            segments.pollLastEntry();
        }
    }

    /** Where records were dropped, the chain goes on from the header of the first segment that is left. */
    private void begin(NavigableMap<Long, Path> segments) throws IOException {
        if (mayBeginLate(directory, segments.firstKey())) {
            next = segments.firstKey();
            hash = header(segments.firstEntry().getValue())
                    .map(SegmentHeader::previousHash)
                    .orElse(GENESIS);
        }
    }

    /** Tells whether the records before a first segment may have been dropped: there is a snapshot that holds them. */
    static boolean mayBeginLate(JournalDirectory directory, long first) throws IOException {
        return first > 1 && directory.snapshots().ceilingKey(first - 1) != null;
    }

    /** Checks that each segment ends where, and with the hash with which, the next begins. */
    private void followChain(NavigableMap<Long, Path> segments) throws IOException {
        Iterator<Map.Entry<Long, Path>> rest = segments.entrySet().iterator();
        Map.Entry<Long, Path> segment = rest.next();
        requireLink(segment);
        while (rest.hasNext()) {
            Map.Entry<Long, Path> following = rest.next();
            next = following.getKey();
            hash = lastSeal(segment.getValue(), next - 1);
            requireLink(following);
            segment = following;
        }
    }

    private void requireLink(Map.Entry<Long, Path> segment) throws IOException {
        SegmentHeader header =
                header(segment.getValue()).orElseThrow(() -> corrupt(segment.getValue(), 0, next, NO_HEADER));
        requireLink(segment.getValue(), header.first(), header.previousHash(), next, hash);
    }

    /** Checks that a segment, by its header, begins where the chain has come to. */
    static void requireLink(Path file, long first, byte[] previousHash, long next, byte[] hash) {
        if (first != next) {
            throw corrupt(file, 0, next, "the segment begins with record " + first);
        }
        if (!Arrays.equals(previousHash, hash)) {
            throw corrupt(file, 0, next, "the segment does not continue the hash chain");
        }
    }

    private static JournalException corrupt(Path file, long offset, long sequence, String reason) {
        return JournalException.corrupt(new Corruption(file, offset, sequence, reason));
    }

    private byte[] lastSeal(Path file, long sequence) throws IOException {
        ByteBuffer seal = Frame.buffer(Frame.SEAL_SIZE);
        long offset = Math.max(0, Files.size(file) - Frame.SEAL_SIZE);
        try (FileChannel channel = disk.open(file, StandardOpenOption.READ)) {
            Disk.read(channel, seal, offset);
        }
        Frame frame = new Frame();
        int word = seal.getInt(0);
        if (Frame.kind(word) != Frame.SEAL
                || Frame.HEADER + Frame.length(word) != Frame.SEAL_SIZE
                || seal.getInt(Frame.HEADER_CHECK) != frame.headerCheck(word, sequence)
                || seal.getInt(Frame.BODY_CHECK) != frame.bodyCheck(seal.slice(Frame.HEADER, Frame.length(word)))) {
            throw corrupt(file, offset, sequence, "the segment does not end with the seal of record " + sequence);
        }
        byte[] last = new byte[Frame.HASH];
        seal.get(Frame.HEADER, last);
        return last;
    }

    /** Reads the last segment in full, and returns where it goes on. */
    private long readLast(Map.Entry<Long, Path> segment) throws IOException {
        Path file = segment.getValue();
        SegmentHeader header = new SegmentHeader(next, hash);
        try (SegmentScanner scanner = new SegmentScanner(disk.open(file, StandardOpenOption.READ), file, header)) {
            Outcome outcome = scanner.nextBatch();
            while (outcome == Outcome.BATCH) {
                outcome = scanner.nextBatch();
            }
            // The segment before an unborn one was synced to its end before the other was begun.
            if (outcome == Outcome.CORRUPT) {
                throw scanner.corruption();
            }
            if (outcome == Outcome.TORN && torn != null) {
                throw scanner.endsEarly();
            }
            next = scanner.next();
            hash = scanner.hash();
            settle(file, scanner.endOffset());
            return scanner.endOffset();
        }
    }

    /** Drops what is behind the last whole batch, and makes sure of the rest: its writer may have died before a sync. */
    private void settle(Path file, long end) throws IOException {
        try (FileChannel channel = disk.open(file, StandardOpenOption.WRITE)) {
            if (channel.size() > end) {
                torn = new TornTail(file, end, channel.size() - end, next);
                channel.truncate(end);
            }
            channel.force(true);
            disk.syncDirectory(directory.path());
        }
    }

    private Optional<SegmentHeader> header(Path file) throws IOException {
        try (FileChannel channel = disk.open(file, StandardOpenOption.READ)) {
            return SegmentHeader.read(channel, file);
        }
    }

    /** Returns the number the next record takes. */
    long next() {
        return next;
    }

    /** Returns the hash of the chain so far. */
    byte[] hash() {
        return hash;
    }

    Optional<TornTail> torn() {
        return Optional.ofNullable(torn);
    }
}
