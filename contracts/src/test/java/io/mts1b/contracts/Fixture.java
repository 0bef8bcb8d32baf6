package io.mts1b.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A copy of the small reactor in {@code src/test/fixture}, to plant something in. */
record Fixture(Path root) {

    static Fixture copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
            return new Fixture(to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Fixture write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    Fixture replace(String path, String text, String by) throws IOException {
        Path file = root.resolve(path);
        String before = Files.readString(file);
        if (!before.contains(text)) {
            throw new IllegalArgumentException(path + " holds no " + text);
        }
        Files.writeString(file, before.replace(text, by));
        return this;
    }

    /** Adds a dependency to a module, with the scope {@code compile}, on the last line of its dependencies. */
    Fixture depend(String module, String group, String artifact) throws IOException {
        String dependency = "<dependency><groupId>" + group + "</groupId><artifactId>" + artifact
                + "</artifactId><version>0-fixture</version></dependency>";
        return replace(module + "/pom.xml", "    </dependencies>\n", dependency + "\n    </dependencies>\n");
    }

    /** Returns the number of the first line that holds a text. */
    int lineOf(String path, String text) throws IOException {
        List<String> lines = Files.readAllLines(root.resolve(path));
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(text)) {
                return i + 1;
            }
        }
        throw new IllegalArgumentException(path + " holds no " + text);
    }
}
