package io.mts1b.platform.bus;

import io.mts1b.platform.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a consumer stands.
 *
 * @param sequence the last event of the stream before which all are acknowledged, 0 at the beginning
 * @param pattern what it reads
 */
record Position(long sequence, SubjectPattern pattern) {

    static Optional<Position> read(Path file) {
        return Files.exists(file) ? Optional.of(Json.read(file, Position.class)) : Optional.empty();
    }

    void write(Path file) throws IOException {
        SmallFile.replace(file, Json.write(this));
    }
}
