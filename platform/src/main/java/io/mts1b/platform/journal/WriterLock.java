package io.mts1b.platform.journal;

import io.mts1b.platform.journal.JournalException.Category;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The right to write a journal: one writer in this process, and one among processes. The operating system
 * takes it back when the process dies.
 */
final class WriterLock implements AutoCloseable {

    /**
     * What this process holds. Asking the operating system is not enough: it counts processes, and POSIX
     * drops a lock as soon as anybody in the process closes the same file, such as a second writer refused.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path held;
    private final FileChannel channel;

    private WriterLock(Path held, FileChannel channel) {
        this.held = held;
        this.channel = channel;
    }

    static WriterLock acquire(JournalDirectory directory, Disk disk) throws IOException {
        Path held = directory.path().toRealPath();
        if (!HELD.add(held)) {
            throw taken(directory);
        }
        FileChannel channel = null;
        try {
            channel = disk.open(directory.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                throw taken(directory);
            }
            return new WriterLock(held, channel);
        } catch (IOException | RuntimeException e) {
            if (channel != null) {
                channel.close();
            }
            HELD.remove(held);
            throw e;
        }
    }

    private static JournalException taken(JournalDirectory directory) {
        return new JournalException(
                Category.LOCKED, "journal " + directory.path() + " has a writer already, there must be one", null);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw JournalException.of("unlock", held, e);
        } finally {
            HELD.remove(held);
        }
    }
}
