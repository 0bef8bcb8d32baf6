package io.mts1b.contracts.house;

import java.util.Optional;

/**
 * Some methods, constructors or fields: {@code java.time.Instant.now()} is the one without parameters,
 * {@code java.time.LocalDate.now(java.time.ZoneId)} the one with exactly those, {@code java.util.List.of(E,E,..)} those
 * that begin so, {@code java.lang.System.getenv} every overload, {@code java.util.Random.<init>} a constructor, {@code java.lang.System.out} a field.
 *
 * @param owner the types that declare them
 * @param member the name
 * @param parameters the parameter types, separated by commas, {@code ..} at their end for any more; empty for any
 */
public record Signature(TypePattern owner, String member, Optional<String> parameters) {

    /**
     * Parses the form above.
     *
     * @param text the signature
     * @return what it names
     * @throws IllegalArgumentException if it has no type or no member
     */
    public static Signature parse(String text) {
        int open = text.indexOf('(');
        String path = open < 0 ? text : text.substring(0, open);
        int dot = path.lastIndexOf('.');
        if (dot < 1 || dot == path.length() - 1 || (open >= 0 && !text.endsWith(")"))) {
            throw new IllegalArgumentException(
                    "signature must be type.member, with or without (parameters), was " + text);
        }
        return new Signature(
                new TypePattern(path.substring(0, dot)),
                path.substring(dot + 1),
                open < 0 ? Optional.empty() : Optional.of(text.substring(open + 1, text.length() - 1)));
    }

    /**
     * Tells whether one member is among them.
     *
     * @param type the binary name of the type it is called on
     * @param name its name
     * @param types its parameter types, separated by commas
     * @return whether it is
     */
    public boolean matches(String type, String name, String types) {
        return member.equals(name)
                && owner.matches(type)
                && parameters.map(one -> accepts(one, types)).orElse(true);
    }

    private static boolean accepts(String wanted, String types) {
        return wanted.endsWith(",..")
                ? types.startsWith(wanted.substring(0, wanted.length() - 3))
                : wanted.equals(types);
    }
}
