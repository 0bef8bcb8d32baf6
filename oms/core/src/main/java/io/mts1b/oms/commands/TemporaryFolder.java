package io.mts1b.oms.commands;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder that is gone afterwards; what was in it must be gone before. */
record TemporaryFolder(Path path) implements Closeable {

    static TemporaryFolder make() throws IOException {
        return new TemporaryFolder(Files.createTempDirectory("mts-oms-"));
    }

    @Override
    public void close() throws IOException {
        Files.delete(path);
    }
}
