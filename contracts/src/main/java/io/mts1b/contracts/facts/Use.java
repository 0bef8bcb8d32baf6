package io.mts1b.contracts.facts;

import io.mts1b.contracts.house.Idiom;

/** Something that a piece of code uses. */
public sealed interface Use {

    /**
     * Returns who uses it.
     *
     * @return the binary name of a type
     */
    String type();

    /**
     * Returns where.
     *
     * @return the place
     */
    Place place();

    /**
     * A call of a method or constructor, a reference to one, or an access to a field.
     *
     * @param type who
     * @param place where
     * @param owner the binary name of the type it is called on
     * @param member its name, {@code <init>} for a constructor
     * @param parameters its parameter types, separated by commas
     */
    record Call(String type, Place place, String owner, String member, String parameters) implements Use {}

    /**
     * A mention of another type: in a signature, in code, in an import.
     *
     * @param type who
     * @param place where
     * @param target the binary name of the other type, or {@code package.*}
     */
    record Mention(String type, Place place, String target) implements Use {}

    /**
     * A type extends or implements another.
     *
     * @param type who
     * @param place where
     * @param parent the binary name of the other
     */
    record Extension(String type, Place place, String parent) implements Use {}

    /**
     * A constant text.
     *
     * @param type who
     * @param place where
     * @param value the text
     */
    record Text(String type, Place place, String value) implements Use {}

    /**
     * A shape of code.
     *
     * @param type who
     * @param place where
     * @param idiom which
     */
    record Shape(String type, Place place, Idiom idiom) implements Use {}
}
