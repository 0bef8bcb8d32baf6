package io.mts1b.foundation;

/**
 * A value with one plain text form: {@code toString()} writes it and a static {@code parse(String)} of
 * the same class reads it back, so that {@code T.parse(value.toString()).equals(value)}.
 *
 * <p>JSON, configuration, command lines and database columns carry such a value as that text. Exact
 * numbers are among them: a JSON number would pass through somebody's {@code double}.
 */
public interface TextValue {

    /**
     * Returns the text form.
     *
     * @return text that the static {@code parse} of this class reads back to an equal value
     */
    @Override
    String toString();
}
