package io.mts1b.platform.config;

import java.util.List;
import java.util.stream.Collectors;

/** A configuration that cannot be used, with all that is wrong with it. */
public final class ConfigurationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /**
     * Makes one.
     *
     * @param problems what is wrong, at least one thing
     */
    public ConfigurationException(List<Problem> problems) {
        super("configuration is refused:"
                + problems.stream().map(problem -> "\n  " + problem).collect(Collectors.joining()));
        this.problems = List.copyOf(problems);
    }

    /**
     * One thing that is wrong.
     *
     * @param where the file and line, the variable, or the argument
     * @param key the full key; empty if it is about the whole
     * @param message what must be, and what was
     */
    public record Problem(String where, String key, String message) {

        @Override
        public String toString() {
            return where + ": " + (key.isEmpty() ? "" : key + " ") + message;
        }
    }

    /**
     * Returns what is wrong.
     *
     * @return the problems, in the order of the sources
     */
    public List<Problem> problems() {
        return problems;
    }
}
