package io.mts1b.platform.json;

import java.io.Serial;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Text that is not the JSON form of what was asked for, or a value that has none.
 *
 * <p>The message says where, what was found and what was expected:
 * {@code orders.json:3:17: orders[3].limit_price must be text, was number 12.5}.
 */
public final class JsonException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final String path;
    private final @Nullable String file;
    private final int line;
    private final int column;

    private JsonException(
            String path, @Nullable String file, int line, int column, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.path = path;
        this.file = file;
        this.line = line;
        this.column = column;
    }

    /** Something wrong at a place in a text; lines and columns count from 1. */
    static JsonException at(
            @Nullable String file, int line, int column, String path, String problem, @Nullable Throwable cause) {
        String place = file == null ? "line " + line + ", column " + column : file + ":" + line + ":" + column;
        return new JsonException(path, file, line, column, place + ": " + sentence(path, problem), cause);
    }

    /** Something wrong with a file as a whole. */
    static JsonException in(String file, String problem, @Nullable Throwable cause) {
        return new JsonException("", file, 0, 0, file + ": " + sentence("", problem), cause);
    }

    /** Something wrong with a value or a text as a whole. */
    static JsonException of(String path, String problem) {
        return new JsonException(path, null, 0, 0, sentence(path, problem), null);
    }

    private static String sentence(String path, String problem) {
        return (path.isEmpty() ? "document" : path) + " " + problem;
    }

    /**
     * Returns which value it is about.
     *
     * @return the path from the root, such as {@code orders[3].limit_price}; empty for the whole document
     */
    public String path() {
        return path;
    }

    /**
     * Returns the file that was read.
     *
     * @return its path as it was given; empty if the text did not come from a file
     */
    public Optional<String> file() {
        return Optional.ofNullable(file);
    }

    /**
     * Returns the line.
     *
     * @return the line, from 1; empty if the problem has no place in a text
     */
    public OptionalInt line() {
        return line == 0 ? OptionalInt.empty() : OptionalInt.of(line);
    }

    /**
     * Returns the column.
     *
     * @return the column in UTF-16 characters, from 1; empty if the problem has no place in a text
     */
    public OptionalInt column() {
        return column == 0 ? OptionalInt.empty() : OptionalInt.of(column);
    }
}
