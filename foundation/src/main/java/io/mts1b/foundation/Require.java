package io.mts1b.foundation;

import java.util.function.IntPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The checks that constructors share, with one form of message: name, rule, value.
 *
 * <p>Each returns the value it checked, so that it can stand in an assignment.
 */
public final class Require {

    private Require() {}

    /**
     * Checks a text that becomes one token of a subject, a file name or a table key.
     *
     * @param name what the value is called
     * @param value the text
     * @param maxLength the largest length allowed
     * @return {@code value}
     * @throws IllegalArgumentException if it is empty, too long, or holds anything but letters, digits,
     *     {@code _} and {@code -}
     */
    public static String token(String name, String value, int maxLength) {
        return text(name, value, maxLength, "letters, digits, _ and -", Require::isTokenCharacter);
    }

    /**
     * Checks a text that identifies something to us or to a venue.
     *
     * @param name what the value is called
     * @param value the text
     * @param maxLength the largest length allowed
     * @return {@code value}
     * @throws IllegalArgumentException if it is empty, too long, or holds anything but visible ASCII
     */
    public static String visible(String name, String value, int maxLength) {
        return text(name, value, maxLength, "visible ASCII characters", c -> c > ' ' && c < 0x7f);
    }

    /**
     * Checks free text, such as a note.
     *
     * @param name what the value is called
     * @param value the text, possibly empty
     * @param maxLength the largest length allowed
     * @return {@code value}
     * @throws IllegalArgumentException if it is too long or holds a control character other than a line feed
     */
    public static String note(String name, String value, int maxLength) {
        if (value.length() > maxLength) {
            throw new IllegalArgumentException(
                    name + " must be at most " + maxLength + " characters, was " + value.length());
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (Character.isISOControl(c) && c != '\n') {
                throw new IllegalArgumentException(
                        name + " must be without control characters, was " + Quoted.of(value));
            }
        }
        return value;
    }

    /**
     * Checks a statement about the arguments.
     *
     * @param holds whether it is true
     * @param message what must be, and what was
     * @throws IllegalArgumentException if it is not
     */
    public static void that(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    /**
     * Checks a statement where it is checked so often that its message is made only when it is needed.
     *
     * @param holds whether it is true
     * @param message what must be, and what was
     * @throws IllegalArgumentException if it is not
     */
    public static void that(boolean holds, Supplier<String> message) {
        if (!holds) {
            throw new IllegalArgumentException(message.get());
        }
    }

    /**
     * Checks that something was found where that is done so often that the message is made only when it is needed.
     *
     * @param value what was looked for, null if it is not there
     * @param message what must be there
     * @param <T> its type
     * @return {@code value}
     * @throws IllegalArgumentException if it is null
     */
    public static <T> T present(@Nullable T value, Supplier<String> message) {
        if (value == null) {
            throw new IllegalArgumentException(message.get());
        }
        return value;
    }

    /**
     * Checks that something was found.
     *
     * @param value what was looked for, null if it is not there
     * @param message what must be there
     * @param <T> its type
     * @return {@code value}
     * @throws IllegalArgumentException if it is null
     */
    public static <T> T present(@Nullable T value, String message) {
        if (value == null) {
            throw new IllegalArgumentException(message);
        }
        return value;
    }

    private static boolean isTokenCharacter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    }

    private static String text(String name, String value, int maxLength, String allowed, IntPredicate isAllowed) {
        int length = value.length();
        boolean good = length > 0 && length <= maxLength;
        for (int i = 0; good && i < length; i++) {
            good = isAllowed.test(value.charAt(i));
        }
        if (!good) {
            throw new IllegalArgumentException(
                    name + " must be 1 to " + maxLength + " " + allowed + ", was " + Quoted.of(value));
        }
        return value;
    }
}
