package io.mts1b.platform.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The right of one user in one process to a folder, with the number of that process in the file {@code lock}. The operating
 * system takes it back when the process dies.
 */
public final class FolderLock implements AutoCloseable {

    /** What this process holds: POSIX drops a lock as soon as anybody in the process closes the same file. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;

    private FolderLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Takes the right.
     *
     * @param of the folder, which is there
     * @param taken makes what is thrown out of who has it, such as {@code process 4711}
     * @return the right, until it is closed
     * @throws RuntimeException what {@code taken} made, if somebody else has it
     * @throws IOException if the file cannot be written
     */
    public static FolderLock acquire(Path of, Function<String, ? extends RuntimeException> taken) throws IOException {
        Path folder = of.toRealPath();
        Path file = folder.resolve("lock");
        if (!HELD.add(folder)) {
            throw taken.apply("this process");
        }
        FileChannel channel = null;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                throw taken.apply("process " + Files.readString(file).strip());
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII)));
            return new FolderLock(folder, channel);
        } catch (IOException | RuntimeException e) {
            if (channel != null) {
                channel.close();
            }
            HELD.remove(folder);
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            HELD.remove(folder);
        }
    }
}
