package io.mts1b.platform.symbology;

import io.mts1b.foundation.Quoted;
import io.mts1b.foundation.Require;
import io.mts1b.foundation.TextValue;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An identifier of a security whose check digits are right.
 *
 * @param scheme whose numbers these are
 * @param value the identifier, with its check digits
 */
public record SecurityId(IdentifierScheme scheme, String value) implements TextValue {

    private static final String SEPARATOR = ":";

    /** Validates. */
    public SecurityId {
        int end = value.length() - scheme.checkLength();
        Require.that(
                end > 0
                        && scheme.isBody(value.substring(0, end))
                        && value.substring(end).matches("[0-9]+"),
                scheme + " must be " + scheme.words() + " and " + scheme.checkLength() + " check digit(s), was "
                        + Quoted.of(value));
        String expected = scheme.checkDigits(value.substring(0, end));
        Require.that(
                value.endsWith(expected),
                scheme + " " + value + " must have the check digit " + expected + ", was " + value.substring(end));
    }

    /**
     * Reads the text form.
     *
     * @param text such as {@code ISIN:US0378331005}
     * @return the identifier
     * @throws IllegalArgumentException if it is anything else
     */
    public static SecurityId parse(String text) {
        int colon = text.indexOf(SEPARATOR);
        for (IdentifierScheme scheme : IdentifierScheme.values()) {
            if (colon > 0 && text.substring(0, colon).equals(scheme.name())) {
                return new SecurityId(scheme, text.substring(colon + 1));
            }
        }
        throw new IllegalArgumentException("identifier must be such as ISIN:US0378331005, was " + Quoted.of(text));
    }

    /**
     * Tells by its form whose an identifier is: their lengths differ, but for ISIN and FIGI, and a FIGI is no ISIN.
     *
     * @param value an identifier, without a scheme
     * @return it with its scheme; empty if it has the form of none
     * @throws IllegalArgumentException if it has the form of one, with other check digits; says which are expected
     */
    public static Optional<SecurityId> recognise(String value) {
        return Stream.of(
                        IdentifierScheme.FIGI,
                        IdentifierScheme.ISIN,
                        IdentifierScheme.LEI,
                        IdentifierScheme.CUSIP,
                        IdentifierScheme.SEDOL)
                .filter(scheme -> value.matches(".*[0-9]{" + scheme.checkLength() + "}"))
                .filter(scheme -> scheme.isBody(value.substring(0, value.length() - scheme.checkLength())))
                .findFirst()
                .map(scheme -> new SecurityId(scheme, value));
    }

    /** Returns scheme, colon, value. */
    @Override
    public String toString() {
        return scheme + SEPARATOR + value;
    }
}
