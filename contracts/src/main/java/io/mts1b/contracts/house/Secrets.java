package io.mts1b.contracts.house;

import java.nio.file.PathMatcher;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * What a secret looks like, and what only looks like one.
 *
 * @param patterns the looks
 * @param allow the exceptions
 */
public record Secrets(List<Look> patterns, List<Exempt> allow) {

    /** Copies. */
    public Secrets {
        patterns = List.copyOf(patterns);
        allow = List.copyOf(allow);
    }

    /**
     * The look of one kind of secret.
     *
     * @param id its name
     * @param keywords lower-case texts of which a file must hold one
     * @param regex the look; every repetition is bounded, so that matching is linear in the text
     * @param entropy how random its first group must be, in bits per character; empty if the look suffices
     * @param example a made-up secret that looks so
     */
    public record Look(String id, List<String> keywords, Pattern regex, OptionalDouble entropy, String example) {

        /** Copies. */
        public Look {
            keywords = List.copyOf(keywords);
        }
    }

    /**
     * Something that only looks like a secret.
     *
     * @param glob the files, by path from the folder that is looked at
     * @param path the same, ready to match
     * @param pattern the id of the look
     * @param reason why it is none
     */
    public record Exempt(String glob, PathMatcher path, String pattern, String reason) {}
}
