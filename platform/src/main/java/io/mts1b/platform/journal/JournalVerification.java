package io.mts1b.platform.journal;

import io.mts1b.platform.journal.SegmentScanner.Outcome;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What reading a whole log, without changing it, has found.
 *
 * @param firstSequence the number of the first record; above 1 if those before it were dropped after a snapshot
 * @param lastSequence the number of the last sound record, 0 if there is none
 * @param chainHash the hash of the chain after it, as 64 hexadecimal digits
 * @param tornTail the end of an interrupted write, or of one that is going on; null if there is none
 * @param corruption the first thing that is wrong; null if the log is sound
 */
public record JournalVerification(
        long firstSequence,
        long lastSequence,
        String chainHash,
        @Nullable TornTail tornTail,
        @Nullable Corruption corruption) {

    /**
     * Reads a log from its first record to its last, and its snapshots. Nothing is written, not even a lock;
     * a log that somebody is writing may be verified.
     *
     * @param directory the log's directory
     * @return what was found
     * @throws JournalException if it is not a log, or cannot be read
     */
    public static JournalVerification of(Path directory) {
        return new Verifier(new JournalDirectory(directory)).verify();
    }

    /**
     * Tells whether every record is what was written.
     *
     * @return true unless there is a corruption; a torn tail is none
     */
    public boolean isSound() {
        return corruption == null;
    }

    private static final class Verifier {

        private final JournalDirectory directory;
        private long first = 1;
        private long next = 1;
        private byte[] hash = Recovery.GENESIS;
        private @Nullable TornTail torn;

        Verifier(JournalDirectory directory) {
            this.directory = directory;
        }

        JournalVerification verify() {
            try {
                NavigableMap<Long, Path> segments = directory.segments();
                if (segments.isEmpty()) {
                    throw directory.isNoLog();
                }
                // Found before the log is read, so that a writer at work cannot add one that is ahead of it.
                NavigableMap<Long, Path> snapshots = directory.snapshots();
                begin(segments);
                for (Map.Entry<Long, Path> segment : segments.entrySet()) {
                    verify(segment.getValue(), segment.getKey().equals(segments.lastKey()));
                }
                SnapshotFiles.verify(Disk.REAL, snapshots, next - 1);
                return result(null);
            } catch (JournalException e) {
                return result(e.corruption().orElseThrow(() -> e));
            } catch (IOException e) {
                throw JournalException.of("read", directory.path(), e);
            }
        }

        private void begin(NavigableMap<Long, Path> segments) throws IOException {
            if (Recovery.mayBeginLate(directory, segments.firstKey())) {
                Path file = segments.firstEntry().getValue();
                try (FileChannel channel = Disk.REAL.open(file, StandardOpenOption.READ)) {
                    Optional<SegmentHeader> header = SegmentHeader.read(channel, file);
                    first = segments.firstKey();
                    next = first;
                    hash = header.map(SegmentHeader::previousHash).orElse(hash);
                }
            }
        }

        private JournalVerification result(@Nullable Corruption corruption) {
            return new JournalVerification(first, next - 1, HexFormat.of().formatHex(hash), torn, corruption);
        }

        private void verify(Path file, boolean isLast) throws IOException {
            try (FileChannel channel = Disk.REAL.open(file, StandardOpenOption.READ)) {
                Optional<SegmentHeader> header = SegmentHeader.read(channel, file);
                if (header.isEmpty()) {
                    end(file, 0, channel.size(), isLast && channel.size() <= SegmentHeader.SIZE);
                    return;
                }
                Recovery.requireLink(file, header.get().first(), header.get().previousHash(), next, hash);
                SegmentScanner scanner = new SegmentScanner(channel, file, header.get());
                Outcome outcome = Outcome.BATCH;
                while (outcome == Outcome.BATCH) {
                    outcome = scanner.nextBatch();
                    next = scanner.next();
                    hash = scanner.hash();
                }
                if (outcome == Outcome.CORRUPT) {
                    throw scanner.corruption();
                }
                if (outcome == Outcome.TORN) {
                    end(file, scanner.endOffset(), channel.size(), isLast);
                }
            }
        }

        /** A file that ends too early: a torn tail at the end of the log, a corruption before it. */
        private void end(Path file, long offset, long size, boolean isLast) {
            if (!isLast) {
                throw JournalException.corrupt(new Corruption(file, offset, next, "the segment ends within a batch"));
            }
            torn = new TornTail(file, offset, size - offset, next);
        }
    }
}
