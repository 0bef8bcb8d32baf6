package io.mts1b.platform.journal;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A journal that cannot be opened, read or written. The category says what to do about it.
 *
 * <p>After a failed write the journal takes nothing more: whether the last records are on the disk is
 * then unknown, and opening it again finds out.
 */
public final class JournalException extends RuntimeException {

    /** What is wrong, and so what to do. */
    public enum Category {
        /** Another writer has the journal: stop, there must be one. */
        LOCKED,
        /** The directory or a file in it is not a journal: look at the path. */
        FOREIGN,
        /** A newer version of the house wrote it: update before opening it. */
        NEWER_VERSION,
        /** The record was dropped after a snapshot that holds it: begin with the snapshot. */
        DROPPED,
        /** What was written is not what is read: restore from a copy, and look at the disk. */
        CORRUPT,
        /** The disk or the quota is full: make room, then open again. */
        DISK_FULL,
        /** The operating system forbids it: mend the permissions, then open again. */
        DENIED,
        /** The disk failed in another way: look at the cause, then open again. */
        IO
    }

    @Serial
    private static final long serialVersionUID = 1;

    /** What Linux, macOS and Windows say when a disk, a quota or the largest file is full. */
    private static final List<String> FULL =
            List.of("No space left", "quota exceeded", "not enough space", "File too large");

    /** Below this many free bytes a failed write is taken for a full disk, in whatever language it is told. */
    private static final long NEARLY_FULL = 64 << 10;

    private final Category category;
    private final transient @Nullable Corruption corruption;

    JournalException(Category category, String message, @Nullable Throwable cause) {
        this(category, message, cause, null);
    }

    private JournalException(
            Category category, String message, @Nullable Throwable cause, @Nullable Corruption corruption) {
        super(message, cause);
        this.category = category;
        this.corruption = corruption;
    }

    /** Names what went wrong with a file. */
    static JournalException of(String action, Path file, IOException cause) {
        return new JournalException(
                category(file, cause), "journal cannot " + action + " " + file + ": " + cause, cause);
    }

    /** The same again, for another caller who waits for the same write. */
    static JournalException again(JournalException first) {
        return new JournalException(first.category, String.valueOf(first.getMessage()), first, first.corruption);
    }

    static JournalException corrupt(Corruption corruption) {
        return new JournalException(Category.CORRUPT, "journal is corrupt at " + corruption, null, corruption);
    }

    private static Category category(Path file, IOException cause) {
        String message = String.valueOf(cause.getMessage());
        if (cause instanceof AccessDeniedException
                || message.contains("Permission denied")
                || message.contains("Read-only file system")) {
            return Category.DENIED;
        }
        return FULL.stream().anyMatch(message::contains) || isNearlyFull(file) ? Category.DISK_FULL : Category.IO;
    }

    private static boolean isNearlyFull(Path file) {
        try {
            Path directory = file.toAbsolutePath().getParent();
            return directory != null && Files.getFileStore(directory).getUsableSpace() < NEARLY_FULL;
        } catch (IOException | ReadOnlyFileSystemException e) {
            return false;
        }
    }

    /**
     * Returns what to do.
     *
     * @return the category
     */
    public Category category() {
        return category;
    }

    /**
     * Returns what is damaged.
     *
     * @return the place; empty unless the category is CORRUPT
     */
    public Optional<Corruption> corruption() {
        return Optional.ofNullable(corruption);
    }
}
