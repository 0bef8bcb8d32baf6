package io.mts1b.contracts.facts;

import java.util.List;
import java.util.Optional;

/**
 * A type or a method that somebody wrote.
 *
 * @param type the binary name of the type, or of the one that declares the method
 * @param method the body of the method and its name; empty for the type itself
 * @param place where it stands
 */
public record Definition(String type, Optional<Method> method, Place place) {

    /**
     * A method, as far as one can tell whether it does work of its own.
     *
     * @param name its name
     * @param present whether it has a body
     * @param loops whether the body loops
     * @param computes whether it does arithmetic
     * @param calls the names of the methods it calls, but for itself and for wrapping a value ({@code Optional.of})
     * @param touches types it calls into; in source, where calls have no types yet, what its file imports
     */
    public record Method(
            String name, boolean present, boolean loops, boolean computes, List<String> calls, List<String> touches) {

        /** Calls into these only wrap, unwrap or copy what is there. */
        static final List<String> WRAPPERS = List.of(
                "Optional",
                "OptionalDouble",
                "OptionalInt",
                "OptionalLong",
                "Objects",
                "List",
                "Collections",
                "Double",
                "Integer",
                "Long",
                "Boolean");

        /** Copies. */
        public Method {
            calls = List.copyOf(calls);
            touches = List.copyOf(touches);
        }
    }

    /**
     * Returns the last part of the name of the type.
     *
     * @return the simple name, without the types around it
     */
    public String simpleName() {
        return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
    }
}
