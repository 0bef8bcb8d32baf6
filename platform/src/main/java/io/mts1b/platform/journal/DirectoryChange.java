package io.mts1b.platform.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits for another process to write. */
final class DirectoryChange {

    /** A write between looking at the files and watching them is seen by looking again after at most this. */
    private static final Duration LONGEST = Duration.ofMillis(200);

    private DirectoryChange() {}

    /** Waits for a change, or until the time is up, or a little while: whoever waits must look again. */
    static boolean await(Path directory, Duration atMost) throws InterruptedException {
        long nanos = Math.min(atMost.toNanos(), LONGEST.toNanos());
        try (WatchService watch = directory.getFileSystem().newWatchService()) {
            directory.register(watch, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
            return watch.poll(nanos, TimeUnit.NANOSECONDS) != null;
        } catch (IOException e) {
            throw JournalException.of("watch", directory, e);
        }
    }
}
