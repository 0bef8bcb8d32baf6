package io.mts1b.testkit.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A copy of a small project, to build and to plant something in.
 *
 * @param root the folder of the copy
 */
public record Fixture(Path root) {

    /**
     * Copies a folder.
     *
     * @param from the folder
     * @param to where the copy goes
     * @return the copy
     */
    public static Fixture copy(Path from, Path to) {
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

    /**
     * Writes a file.
     *
     * @param path the file, from the root
     * @param text what it says from now on
     * @return this copy
     */
    public Fixture write(String path, String text) {
        Path file = root.resolve(path);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /**
     * Replaces a text in a file wherever it stands.
     *
     * @param path the file, from the root
     * @param text what it says
     * @param by what it says from now on
     * @return this copy
     * @throws IllegalArgumentException if the file holds no such text
     */
    public Fixture replace(String path, String text, String by) {
        String before = read(path);
        if (!before.contains(text)) {
            throw new IllegalArgumentException(path + " holds no " + text);
        }
        return write(path, before.replace(text, by));
    }

    /**
     * Adds a dependency to a module, with the scope {@code compile}, on the last line of its dependencies.
     *
     * @param module the folder of the module
     * @param group the group of what it needs
     * @param artifact the artifact id
     * @return this copy
     */
    public Fixture depend(String module, String group, String artifact) {
        String dependency = "<dependency><groupId>" + group + "</groupId><artifactId>" + artifact
                + "</artifactId><version>0-fixture</version></dependency>";
        return replace(module + "/pom.xml", "    </dependencies>\n", dependency + "\n    </dependencies>\n");
    }

    /**
     * Finds a text in a file.
     *
     * @param path the file, from the root
     * @param text what is sought
     * @return the number of the first line that holds it
     * @throws IllegalArgumentException if there is none
     */
    public int lineOf(String path, String text) {
        String before = read(path);
        int at = before.indexOf(text);
        if (at < 0) {
            throw new IllegalArgumentException(path + " holds no " + text);
        }
        return 1 + (int) before.substring(0, at).chars().filter(c -> c == '\n').count();
    }

    private String read(String path) {
        try {
            return Files.readString(root.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
