package io.mts1b.contracts.facts;

import java.nio.file.Path;

/** Paths as facts show them. */
final class Paths {

    private Paths() {}

    /** Returns a path from the root, with forward slashes; the path itself where it does not lie below. */
    static String relative(Path root, Path file) {
        Path base = root.toAbsolutePath().normalize();
        Path path = file.toAbsolutePath().normalize();
        return (path.startsWith(base) ? base.relativize(path) : path).toString().replace('\\', '/');
    }

    /** Returns the binary name of the type a file below a folder is named after. */
    static String typeName(Path folder, Path file, String suffix) {
        String text = relative(folder, file);
        return text.substring(0, text.length() - suffix.length()).replace('/', '.');
    }
}
