package io.mts1b.contracts.house;

import java.util.List;

/**
 * A protected concept: what it is called, where its one home is, and what betrays a second one.
 *
 * @param number 1 to 17 in the house's own list
 * @param name what people call it
 * @param home the artifact it lives in, by name
 * @param room the package it lives in
 * @param canonical the simple names of the types to use
 * @param named the names that give a second definition away
 * @param uses what only the home may use
 */
public record Concept(
        int number, String name, String home, String room, List<String> canonical, Named named, Uses uses) {

    /** Copies. */
    public Concept {
        canonical = List.copyOf(canonical);
    }

    /**
     * The names of a concept.
     *
     * @param types what its types are called
     * @param methods what its methods are called
     * @param allow definitions that bear the name for a reason
     */
    public record Named(Words types, Words methods, List<Allowance> allow) {

        /** Copies. */
        public Named {
            allow = List.copyOf(allow);
        }
    }

    /**
     * What betrays a concept under another name.
     *
     * @param types types of libraries that do it
     * @param calls calls that do it
     * @param strings texts, such as end points, found in any case inside a constant
     * @param literals texts that are a constant, whole
     * @param idioms shapes of code
     * @param also packages outside the home where these are right
     */
    public record Uses(
            List<TypePattern> types,
            List<Signature> calls,
            List<String> strings,
            List<String> literals,
            List<Idiom> idioms,
            List<String> also) {

        /** Copies. */
        public Uses {
            types = List.copyOf(types);
            calls = List.copyOf(calls);
            strings = List.copyOf(strings);
            literals = List.copyOf(literals);
            idioms = List.copyOf(idioms);
            also = List.copyOf(also);
        }
    }

    /**
     * Tells whether a type is in the home.
     *
     * @param type the binary name
     * @return whether it is
     */
    public boolean atHome(String type) {
        return new TypePattern(room).matches(type);
    }

    /**
     * Returns where the first definition lives.
     *
     * @return artifact, package and types, for a person
     */
    public String address() {
        return home + ", package " + room + " (" + String.join(", ", canonical) + ")";
    }

    @Override
    public String toString() {
        return "concept " + number + ", " + name;
    }
}
