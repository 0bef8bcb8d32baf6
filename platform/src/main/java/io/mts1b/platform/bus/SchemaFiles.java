package io.mts1b.platform.bus;

import io.mts1b.foundation.events.Subject;
import io.mts1b.platform.bus.BusException.Category;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Schemas as files of a directory, each named by its subject. Thread-safe. */
final class SchemaFiles implements Schemas.Store {

    private static final String SUFFIX = ".json";

    private final Path directory;

    SchemaFiles(Path directory) {
        this.directory = directory;
    }

    @Override
    public synchronized Optional<String> find(Subject subject) {
        return Optional.ofNullable(all().get(subject.toString()));
    }

    @Override
    public synchronized void put(Subject subject, String schema) {
        try {
            Files.createDirectories(directory);
            SmallFile.replace(directory.resolve(subject + SUFFIX), schema);
        } catch (IOException e) {
            throw new BusException(Category.STORAGE, "cannot keep the schema of " + subject + ": " + e, e);
        }
    }

    @Override
    public synchronized SortedMap<String, String> all() {
        SortedMap<String, String> schemas = new TreeMap<>();
        if (!Files.isDirectory(directory)) {
            return schemas;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*" + SUFFIX)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                schemas.put(name.substring(0, name.length() - SUFFIX.length()), Files.readString(file));
            }
        } catch (IOException e) {
            throw new BusException(Category.STORAGE, "cannot read the schemas in " + directory + ": " + e, e);
        }
        return schemas;
    }
}
