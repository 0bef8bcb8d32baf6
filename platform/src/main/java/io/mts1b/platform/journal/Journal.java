package io.mts1b.platform.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The writing end of a log: {@link #append} returns when the record is safe, or {@link #submit} many and
 * {@link #awaitDurable} the last.
 *
 * <p>Records are numbered from 1, without gaps, in the order they were submitted. One thread of the journal
 * does all the writing, so an interrupted caller cannot close the file under the others; callers wait for it
 * without being interruptible. Under {@link DurabilityPolicy#GROUP} everything that is submitted during one
 * sync is covered by the next.
 *
 * <p>An append that throws says only that the record was not acknowledged: after the journal is opened again
 * it may be there. After the first failed write every later call fails with the same category.
 *
 * <p>Thread-safe.
 */
public final class Journal implements AutoCloseable {

    /** The longest record: a message larger than this does not belong into a log. */
    public static final int MAX_RECORD_BYTES = 16 << 20;

    private final JournalDirectory directory;
    private final Disk disk;
    private final JournalOptions options;
    private final WriterLock writerLock;
    private final Optional<TornTail> tornTail;
    private final Thread committer;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition submittedMore = lock.newCondition();
    private final Condition committedMore = lock.newCondition();

    // Guarded by the lock.
    private Batch filling;
    private Batch spare;
    private long submitted;
    private long durable;
    private long wanted;
    private boolean closing;
    private @Nullable JournalException failure;

    // Used by the committer alone.
    private SegmentWriter segment;
    private byte[] hash;

    private Journal(
            JournalDirectory directory, Disk disk, JournalOptions options, WriterLock writerLock, Recovery recovery)
            throws IOException {
        this.directory = directory;
        this.disk = disk;
        this.options = options;
        this.writerLock = writerLock;
        segment = recovery.run();
        hash = recovery.hash();
        tornTail = recovery.torn();
        submitted = recovery.next() - 1;
        durable = submitted;
        int maxRecords = options.durability() == DurabilityPolicy.EVERY ? 1 : Integer.MAX_VALUE;
        filling = new Batch(maxRecords);
        spare = new Batch(maxRecords);
        committer =
                Thread.ofPlatform().daemon().name("journal " + directory.path()).start(this::commitAll);
    }

    /**
     * Opens a log for writing, and begins one in a directory that is empty or missing.
     *
     * @param directory the log's own directory
     * @param options how to write
     * @return the log, after its last whole record
     * @throws JournalException if another writer has it, it is not a log, it is damaged, or the disk fails
     */
    public static Journal open(Path directory, JournalOptions options) {
        return open(directory, options, Disk.REAL);
    }

    static Journal open(Path path, JournalOptions options, Disk disk) {
        JournalDirectory directory = new JournalDirectory(path);
        WriterLock writerLock = null;
        try {
            if (Files.notExists(path)) {
                Files.createDirectories(path);
                disk.syncDirectory(path.toAbsolutePath().resolveSibling(""));
            }
            directory.requireNothingForeign();
            writerLock = WriterLock.acquire(directory, disk);
            return new Journal(directory, disk, options, writerLock, new Recovery(disk, directory));
        } catch (IOException | RuntimeException e) {
            if (writerLock != null) {
                writerLock.close();
            }
            throw e instanceof IOException cause ? JournalException.of("open", path, cause) : (RuntimeException) e;
        }
    }

    /**
     * Writes a record, and waits until it is safe.
     *
     * @param payload the record, at most {@value #MAX_RECORD_BYTES} bytes; copied
     * @return its sequence number
     * @throws JournalException if it could not be written, now or before
     */
    public long append(byte[] payload) {
        long sequence = submit(payload);
        awaitDurable(sequence);
        return sequence;
    }

    /**
     * Hands in a record without waiting; it is on its way, but not acknowledged. Waits only while a batch
     * of 1 MiB is full and the one before is still being written.
     *
     * @param payload the record, at most {@value #MAX_RECORD_BYTES} bytes; copied
     * @return its sequence number, for {@link #awaitDurable}
     * @throws JournalException if the journal has failed
     * @throws IllegalStateException if it is closed
     */
    public long submit(byte[] payload) {
        if (payload.length > MAX_RECORD_BYTES) {
            throw new IllegalArgumentException(
                    "payload must be at most " + MAX_RECORD_BYTES + " bytes, was " + payload.length);
        }
        lock.lock();
        try {
            requireWorking();
            while (!filling.hasRoomFor(payload)) {
                want(submitted);
                committedMore.awaitUninterruptibly();
                requireWorking();
            }
            if (filling.isEmpty()) {
                submittedMore.signal();
            }
            filling.add(++submitted, payload);
            return submitted;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until a record and all before it are safe.
     *
     * @param sequence the number of a record that was submitted
     * @throws JournalException if the journal failed before it was
     */
    public void awaitDurable(long sequence) {
        lock.lock();
        try {
            if (sequence > submitted) {
                throw new IllegalArgumentException("sequence must be at most " + submitted + ", was " + sequence);
            }
            while (durable < sequence) {
                requireNotFailed();
                want(sequence);
                committedMore.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until everything submitted is safe.
     *
     * @return the number of the last record, 0 if there is none
     * @throws JournalException if the journal failed before it was
     */
    public long flush() {
        long last;
        lock.lock();
        try {
            last = submitted;
        } finally {
            lock.unlock();
        }
        awaitDurable(last);
        return last;
    }

    /**
     * Returns how far the log is safe.
     *
     * @return the number of the last acknowledged record, 0 if there is none
     */
    public long durable() {
        lock.lock();
        try {
            return durable;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Returns where the log begins.
     *
     * @return the number of the first record that was not dropped, 1 as long as nothing was
     * @throws JournalException if the disk fails
     */
    public long first() {
        try {
            return directory.segments().firstKey();
        } catch (IOException e) {
            throw JournalException.of("read", directory.path(), e);
        }
    }

    /**
     * Starts reading; nothing is read that is not yet safe.
     *
     * @param from the number of the first record wanted, from 1; it may be yet to come
     * @return a reader for one thread; the caller closes it
     * @throws JournalException if a segment cannot be read
     */
    public JournalReader read(long from) {
        return new JournalReader(directory, disk, from, this::durable, this::awaitRecord);
    }

    /**
     * Returns what opening dropped.
     *
     * @return the end of an interrupted write; empty if there was none
     */
    public Optional<TornTail> tornTail() {
        return tornTail;
    }

    /**
     * Keeps the state that follows from the log, so that a restart need not read it from the beginning. The
     * two newest snapshots are kept.
     *
     * @param sequence the last record that is in the state, acknowledged
     * @param state the state
     * @throws JournalException if it could not be written
     */
    public void saveSnapshot(long sequence, byte[] state) {
        if (sequence < 1 || sequence > durable()) {
            throw new IllegalArgumentException("sequence must be in [1, " + durable() + "], was " + sequence);
        }
        SnapshotFiles.save(disk, directory, new Snapshot(sequence, state));
    }

    /**
     * Drops old records, as far as both snapshots that are kept hold them; whole segments, so some may stay.
     * A reader that is among them may read on to the end of its segment.
     *
     * @param before the first record to keep, from 1
     * @return the number of the first record that is left; 1 as long as there are not two snapshots
     * @throws JournalException if the disk fails
     */
    public long dropBefore(long before) {
        if (before < 1 || before > durable() + 1) {
            throw new IllegalArgumentException("before must be in [1, " + (durable() + 1) + "], was " + before);
        }
        return SnapshotFiles.drop(disk, directory, before);
    }

    /**
     * Waits for a record.
     *
     * @param sequence its number, perhaps yet to be submitted
     * @param patience how long to wait
     * @return whether it and all before it are safe
     * @throws InterruptedException if the caller is interrupted
     */
    public boolean awaitRecord(long sequence, Duration patience) throws InterruptedException {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (durable < sequence && left > 0 && failure == null && !closing) {
                left = committedMore.awaitNanos(left);
            }
            return durable >= sequence;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Returns the newest state that was kept.
     *
     * @return the snapshot; empty if there is none
     * @throws JournalException if it is damaged, or of records that the log does not hold
     */
    public Optional<Snapshot> latestSnapshot() {
        return SnapshotFiles.latest(disk, directory, durable());
    }

    /**
     * Waits until everything submitted is safe, and gives up the right to write. Closing again does nothing.
     *
     * @throws JournalException if the journal has failed, so that something submitted may not be safe
     */
    @Override
    public void close() {
        lock.lock();
        try {
            if (closing) {
                return;
            }
            closing = true;
            submittedMore.signal();
            committedMore.signalAll();
        } finally {
            lock.unlock();
        }
        joinUninterruptibly(committer);
        try {
            segment.close();
        } finally {
            writerLock.close();
        }
        lock.lock();
        try {
            requireNotFailed();
        } finally {
            lock.unlock();
        }
    }

    /** Tells the committer that somebody waits for a record. */
    private void want(long sequence) {
        if (wanted < sequence) {
            wanted = sequence;
            submittedMore.signal();
        }
    }

    private void requireWorking() {
        requireNotFailed();
        if (closing) {
            throw new IllegalStateException("journal " + directory.path() + " is closed");
        }
    }

    private void requireNotFailed() {
        if (failure != null) {
            throw JournalException.again(failure);
        }
    }

    private void commitAll() {
        try {
            for (Batch batch = takeBatch(); batch != null; batch = takeBatch()) {
                commit(batch);
                finish(batch);
            }
            segment.force();
        } catch (JournalException e) {
            fail(e);
        } catch (RuntimeException | Error e) {
            fail(new JournalException(JournalException.Category.IO, "journal failed: " + e, e));
        }
    }

    /** Waits for records; null when there are no more to come. */
    private @Nullable Batch takeBatch() {
        lock.lock();
        try {
            while (!hasWork() && !closing) {
                submittedMore.awaitUninterruptibly();
            }
            if (filling.isEmpty()) {
                return null;
            }
            Batch taken = filling;
            filling = spare;
            spare = taken;
            committedMore.signalAll();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    private boolean hasWork() {
        return !filling.isEmpty() && (options.durability() != DurabilityPolicy.ON_FLUSH || filling.first() <= wanted);
    }

    private void commit(Batch batch) {
        if (segment.size() + batch.sealedSize() > options.segmentBytes() && segment.size() > SegmentHeader.SIZE) {
            // Also under ASYNC: so all segments but the last are whole, whatever happens to the machine.
            segment.force();
            segment.close();
            segment = SegmentWriter.create(disk, directory, new SegmentHeader(batch.first(), hash));
        }
        hash = batch.seal(hash);
        segment.write(batch.frames());
        if (options.durability() != DurabilityPolicy.ASYNC) {
            segment.force();
        }
    }

    private void finish(Batch batch) {
        lock.lock();
        try {
            durable = batch.last();
            batch.clear();
            committedMore.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void fail(JournalException e) {
        lock.lock();
        try {
            failure = e;
            committedMore.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private static void joinUninterruptibly(Thread thread) {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
