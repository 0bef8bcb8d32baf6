package io.mts1b.platform.journal;

import io.mts1b.platform.journal.SegmentScanner.Outcome;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads a log from one of its records on, also while somebody writes it: where the log ends,
 * {@link #next} is false, and may be true later.
 *
 * <p>Everything is checked before it is handed out, and nothing of a batch that is not whole.
 * Confined to one thread.
 */
public final class JournalReader implements AutoCloseable {

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final JournalDirectory directory;
    private final Disk disk;
    private final LongSupplier durable;
    private final Patience patience;
    private long wanted;
    private byte[] payload = {};
    private @Nullable SegmentScanner scanner;

    /** What is left of the current batch, and the number of its next record. */
    private ByteBuffer records = NOTHING;

    private long following;

    /** How to wait for a record. */
    @FunctionalInterface
    interface Patience {

        /** Waits until a record may be there, or the time is up. */
        boolean await(long sequence, Duration atMost) throws InterruptedException;
    }

    JournalReader(JournalDirectory directory, Disk disk, long from, LongSupplier durable, Patience patience) {
        if (from < 1) {
            throw new IllegalArgumentException("from must be at least 1, was " + from);
        }
        this.directory = directory;
        this.disk = disk;
        this.wanted = from;
        this.durable = durable;
        this.patience = patience;
    }

    /**
     * Starts reading a log that another process may be writing. What that process has written but not yet
     * synced is read too; {@link Journal#read} waits for the sync.
     *
     * @param directory the log's directory
     * @param from the number of the first record wanted, from 1; it may be yet to come
     * @return a reader; the caller closes it
     * @throws JournalException if it is not a log
     */
    public static JournalReader open(Path directory, long from) {
        JournalDirectory files = new JournalDirectory(directory);
        try {
            if (files.segments().isEmpty()) {
                throw files.isNoLog();
            }
        } catch (IOException e) {
            throw JournalException.of("read", directory, e);
        }
        return new JournalReader(
                files, Disk.REAL, from, () -> Long.MAX_VALUE, (_, atMost) -> DirectoryChange.await(directory, atMost));
    }

    /**
     * Moves to the next record.
     *
     * @return true if there is one; false if the log ends here for now
     * @throws JournalException if the log is damaged here, or cannot be read
     */
    public boolean next() {
        while (true) {
            while (records.hasRemaining()) {
                int length = Frame.length(records.getInt());
                records.position(records.position() + Frame.HEADER - Integer.BYTES);
                if (following++ == wanted) {
                    payload = new byte[length];
                    records.get(payload);
                    wanted++;
                    return true;
                }
                records.position(records.position() + length);
            }
            if (durable.getAsLong() < wanted || !nextBatch()) {
                return false;
            }
        }
    }

    /**
     * Moves to the next record, and waits for it if the log ends here.
     *
     * @param atMost how long to wait, about; of a log that another process writes, for the next change of its
     *     directory, so there may be nothing yet although time is left
     * @return true if there is one
     * @throws JournalException if the log is damaged here, or cannot be read
     * @throws InterruptedException if the caller is interrupted
     */
    public boolean next(Duration atMost) throws InterruptedException {
        if (next()) {
            return true;
        }
        patience.await(wanted, atMost);
        return next();
    }

    private boolean nextBatch() {
        try {
            SegmentScanner current = scanner == null ? openFirst() : scanner;
            if (current == null) {
                return false;
            }
            following = current.next();
            Outcome outcome = current.nextBatch();
            boolean mayGrow = (outcome == Outcome.END || outcome == Outcome.TORN) && isLast(current.file());
            if (outcome != Outcome.BATCH && !mayGrow) {
                // It may have grown until it was followed by another; now it is as it will be.
                outcome = current.nextBatch();
            }
            return switch (outcome) {
                case BATCH -> {
                    records = current.records();
                    yield true;
                }
                case END, TORN -> !mayGrow && openFollowing(current, outcome);
                case CORRUPT -> throw current.corruption();
            };
        } catch (IOException e) {
            throw JournalException.of("read", directory.path(), e);
        }
    }

    private boolean isLast(Path file) throws IOException {
        return directory.segments().lastEntry().getValue().equals(file);
    }

    /** Opens the segment that holds the first record wanted; null while the log is being created. */
    private @Nullable SegmentScanner openFirst() throws IOException {
        NavigableMap<Long, Path> segments = directory.segments();
        if (segments.firstKey() > wanted) {
            if (Recovery.mayBeginLate(directory, segments.firstKey())) {
                throw new JournalException(
                        JournalException.Category.DROPPED,
                        "journal " + directory.path() + " begins with record " + segments.firstKey() + ", record "
                                + wanted + " was dropped after a snapshot",
                        null);
            }
            throw JournalException.corrupt(new Corruption(
                    segments.firstEntry().getValue(), 0, wanted, "the log begins with record " + segments.firstKey()));
        }
        for (Map.Entry<Long, Path> segment :
                segments.headMap(wanted, true).descendingMap().entrySet()) {
            scanner = open(segment.getValue());
            if (scanner != null) {
                Recovery.requireLink(
                        segment.getValue(), scanner.next(), scanner.hash(), segment.getKey(), scanner.hash());
                return scanner;
            }
        }
        return null;
    }

    private boolean openFollowing(SegmentScanner ended, Outcome outcome) throws IOException {
        Path file = directory.segment(ended.next());
        // A segment without records is its own follower by name.
        if (outcome == Outcome.TORN || file.equals(ended.file()) || !Files.exists(file)) {
            throw ended.endsEarly();
        }
        SegmentScanner opened = open(file);
        if (opened == null) {
            return false;
        }
        Recovery.requireLink(file, opened.next(), opened.hash(), ended.next(), ended.hash());
        scanner = opened;
        ended.close();
        return true;
    }

    /** Opens a segment; null if it is the last and its header is not written yet. */
    private @Nullable SegmentScanner open(Path file) throws IOException {
        FileChannel channel = disk.open(file, StandardOpenOption.READ);
        try {
            Optional<SegmentHeader> header = SegmentHeader.read(channel, file);
            if (header.isPresent()) {
                return new SegmentScanner(channel, file, header.get());
            }
            if (!isLast(file)) {
                throw JournalException.corrupt(new Corruption(file, 0, wanted, Recovery.NO_HEADER));
            }
            channel.close();
            return null;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /**
     * Returns the number of the record that {@link #next} moved to.
     *
     * @return its sequence number
     */
    public long sequence() {
        return wanted - 1;
    }

    /**
     * Returns the record that {@link #next} moved to.
     *
     * @return its bytes, the caller's to keep
     */
    public byte[] payload() {
        return payload;
    }

    @Override
    public void close() {
        if (scanner != null) {
            try {
                scanner.close();
            } catch (IOException e) {
                throw JournalException.of("close", directory.path(), e);
            }
        }
    }
}
