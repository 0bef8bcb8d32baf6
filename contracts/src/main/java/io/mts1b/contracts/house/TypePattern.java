package io.mts1b.contracts.house;

/**
 * Some types: one type with what is nested in it, one package with all below it, or, with a closing {@code *}, every
 * type whose name starts so.
 *
 * @param text the pattern
 */
public record TypePattern(String text) {

    /** Validates. */
    public TypePattern {
        if (text.isBlank()) {
            throw new IllegalArgumentException("text must not be blank");
        }
    }

    /**
     * Tells whether a type is one of them.
     *
     * @param type the binary name, such as {@code java.util.Map$Entry}
     * @return whether it is
     */
    public boolean matches(String type) {
        if (text.endsWith("*")) {
            return type.startsWith(text.substring(0, text.length() - 1));
        }
        return type.startsWith(text)
                && (type.length() == text.length() || ".$".indexOf(type.charAt(text.length())) >= 0);
    }

    @Override
    public String toString() {
        return text;
    }
}
