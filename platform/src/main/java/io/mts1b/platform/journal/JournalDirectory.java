package io.mts1b.platform.journal;

import io.mts1b.platform.journal.JournalException.Category;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files of a journal, by their names. */
final class JournalDirectory {

    static final String LOCK = "writer.lock";
    static final String UNFINISHED = ".unfinished";

    private static final Pattern NUMBERED = Pattern.compile("([0-9]{19})\\.(journal|snapshot)");

    private final Path path;

    JournalDirectory(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    Path lock() {
        return path.resolve(LOCK);
    }

    /** Returns the segment whose first record has a number. */
    Path segment(long first) {
        return path.resolve(String.format(Locale.ROOT, "%019d.journal", first));
    }

    /** Returns the snapshot of the state after a record. */
    Path snapshot(long sequence) {
        return path.resolve(String.format(Locale.ROOT, "%019d.snapshot", sequence));
    }

    /** Returns the segments by their first numbers, rising. */
    NavigableMap<Long, Path> segments() throws IOException {
        return numbered("journal");
    }

    /** Returns the snapshots by their numbers, rising. */
    NavigableMap<Long, Path> snapshots() throws IOException {
        return numbered("snapshot");
    }

    private NavigableMap<Long, Path> numbered(String kind) throws IOException {
        NavigableMap<Long, Path> found = new TreeMap<>();
        for (Path file : files()) {
            Matcher name = NUMBERED.matcher(file.getFileName().toString());
            if (name.matches() && name.group(2).equals(kind)) {
                found.put(Long.valueOf(name.group(1)), file);
            }
        }
        return found;
    }

    /** Returns what a crash left of files that were never put in place. */
    List<Path> unfinished() throws IOException {
        return files().stream()
                .filter(file -> isUnfinished(file.getFileName().toString()))
                .toList();
    }

    /** A journal has its directory for itself; anything else in it is a sign of a wrong path. */
    void requireNothingForeign() throws IOException {
        for (Path file : files()) {
            String name = file.getFileName().toString();
            if (!name.equals(LOCK)
                    && !isUnfinished(name)
                    && !NUMBERED.matcher(name).matches()) {
                throw new JournalException(
                        Category.FOREIGN, "journal needs a directory for itself, but " + path + " holds " + name, null);
            }
        }
    }

    private static boolean isUnfinished(String name) {
        return name.endsWith(UNFINISHED)
                && NUMBERED.matcher(name.substring(0, name.length() - UNFINISHED.length()))
                        .matches();
    }

    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(path)) {
            stream.forEach(files::add);
        } catch (NotDirectoryException | NoSuchFileException e) {
            throw new JournalException(Category.FOREIGN, "journal must be a directory, but " + path + " is none", e);
        }
        return files;
    }

    JournalException isNoLog() {
        return new JournalException(Category.FOREIGN, "journal has no segment in " + path, null);
    }
}
