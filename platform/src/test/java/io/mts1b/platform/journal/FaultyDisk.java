package io.mts1b.platform.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * A disk that fails as it is told, and that forgets on a power cut what was not synced. Thread-safe.
 *
 * <p>It stands on real files. What a power cut leaves is modelled as file systems promise it: a file keeps at
 * least what was synced, perhaps more of what was written after, perhaps zeros in place of the rest; a new
 * file whose directory was not synced may be gone.
 */
final class FaultyDisk implements Disk {

    private static final long PLENTY = Long.MAX_VALUE / 2;

    /** What of a file survives a power cut: its name in the directory, and so many of its bytes. */
    private record Safe(boolean name, long bytes) {}

    private final Map<Path, Safe> files = new TreeMap<>();

    private long room = PLENTY;
    private int longestWrite = Integer.MAX_VALUE;
    private long operationsLeft = PLENTY;
    private String syncFailure = "";
    private String openFailure = "";

    /** Lets only so many more bytes be written; the write that reaches the end is short. */
    synchronized void leaveRoomFor(long bytes) {
        room = bytes;
    }

    /** Takes no more than so many bytes in one write. */
    synchronized void shortenWritesTo(int bytes) {
        longestWrite = bytes;
    }

    /** Makes syncs fail with a message. */
    synchronized void failSyncs(String message) {
        syncFailure = message;
    }

    /** Makes opening for writing fail with a message. */
    synchronized void failOpening(String message) {
        openFailure = message;
    }

    /** Cuts the power after so many more writes and syncs. */
    synchronized void cutPowerAfter(long operations) {
        operationsLeft = operations;
    }

    /** Loses what a power cut may lose. The journal must have been closed. */
    synchronized void loseUnsynced(RandomGenerator random) throws IOException {
        for (Map.Entry<Path, Safe> entry : files.entrySet()) {
            Path file = entry.getKey();
            if (!Files.exists(file)) {
                continue;
            }
            if (!entry.getValue().name() && random.nextBoolean()) {
                Files.delete(file);
                continue;
            }
            byte[] bytes = Files.readAllBytes(file);
            int kept = random.nextInt((int) entry.getValue().bytes(), bytes.length + 1);
            int length = random.nextBoolean() ? kept : random.nextInt(kept, bytes.length + 1);
            Files.write(file, Arrays.copyOf(Arrays.copyOf(bytes, kept), length));
        }
    }

    @Override
    public synchronized FileChannel open(Path file, OpenOption... options) throws IOException {
        boolean writes = Arrays.asList(options).contains(StandardOpenOption.WRITE);
        if (writes && !openFailure.isEmpty()) {
            throw new IOException(openFailure);
        }
        boolean isNew = !Files.exists(file);
        FileChannel channel = FileChannel.open(file, options);
        if (writes) {
            files.putIfAbsent(file, new Safe(!isNew, channel.size()));
        }
        return new Channel(file, channel);
    }

    private synchronized void operation() throws IOException {
        if (operationsLeft-- <= 0) {
            throw new IOException("the power is out");
        }
    }

    private synchronized int write(FileChannel channel, ByteBuffer bytes, long position) throws IOException {
        operation();
        int length = (int) Math.min(Math.min(bytes.remaining(), longestWrite), room);
        if (length == 0 && bytes.hasRemaining()) {
            throw new IOException("No space left on device");
        }
        room -= length;
        int written = channel.write(bytes.slice(bytes.position(), length), position);
        bytes.position(bytes.position() + written);
        return written;
    }

    private synchronized void force(Path file, FileChannel channel) throws IOException {
        operation();
        if (!syncFailure.isEmpty()) {
            throw new IOException(syncFailure);
        }
        if (Files.isDirectory(file)) {
            files.replaceAll((name, safe) -> file.equals(name.getParent()) ? new Safe(true, safe.bytes()) : safe);
        } else {
            files.put(
                    file,
                    new Safe(
                            Objects.requireNonNull(files.get(file), "opened for writing")
                                    .name(),
                            channel.size()));
        }
    }

    /** A channel whose writes and syncs go through the disk. */
    private final class Channel extends FileChannel {

        private final Path file;
        private final FileChannel real;

        Channel(Path file, FileChannel real) {
            this.file = file;
            this.real = real;
        }

        @Override
        public int write(ByteBuffer bytes, long position) throws IOException {
            return FaultyDisk.this.write(real, bytes, position);
        }

        @Override
        public void force(boolean metaData) throws IOException {
            FaultyDisk.this.force(file, real);
        }

        @Override
        public int read(ByteBuffer into, long position) throws IOException {
            return real.read(into, position);
        }

        @Override
        public long size() throws IOException {
            return real.size();
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            real.truncate(size);
            return this;
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return real.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            real.close();
        }

        // What the journal does not use.

        @Override
        public int read(ByteBuffer into) {
            throw new AssertionError();
        }

        @Override
        public long read(ByteBuffer[] into, int offset, int length) {
            throw new AssertionError();
        }

        @Override
        public int write(ByteBuffer bytes) {
            throw new AssertionError();
        }

        @Override
        public long write(ByteBuffer[] bytes, int offset, int length) {
            throw new AssertionError();
        }

        @Override
        public long position() {
            throw new AssertionError();
        }

        @Override
        public FileChannel position(long newPosition) {
            throw new AssertionError();
        }

        @Override
        public long transferTo(long position, long count, WritableByteChannel target) {
            throw new AssertionError();
        }

        @Override
        public long transferFrom(ReadableByteChannel source, long position, long count) {
            throw new AssertionError();
        }

        @Override
        public MappedByteBuffer map(MapMode mode, long position, long size) {
            throw new AssertionError();
        }

        @Override
        public FileLock lock(long position, long size, boolean shared) {
            throw new AssertionError();
        }
    }
}
