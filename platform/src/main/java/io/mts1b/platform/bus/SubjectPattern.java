package io.mts1b.platform.bus;

import io.mts1b.foundation.Quoted;
import io.mts1b.foundation.Require;
import io.mts1b.foundation.TextValue;
import io.mts1b.foundation.events.Subject;
import java.util.List;

/**
 * Which subjects: tokens joined by points, where {@code *} stands for any one token and a {@code >} at the end
 * for one or more, such as {@code mts.v1.oms.orders.*} or {@code mts.*.oms.>}.
 *
 * @param tokens the tokens, of which the first is {@code mts}
 */
public record SubjectPattern(List<String> tokens) implements TextValue {

    private static final String ROOT = "mts";
    private static final String ANY = "*";
    private static final String REST = ">";
    private static final int SOURCE = 2;
    private static final int MAX_TOKENS = 13;
    private static final int MAX_TOKEN = 64;

    /** Validates, and copies. */
    public SubjectPattern {
        tokens = List.copyOf(tokens);
        Require.that(
                tokens.size() >= 2
                        && tokens.size() <= MAX_TOKENS
                        && tokens.getFirst().equals(ROOT),
                "pattern must be mts and 1 to " + (MAX_TOKENS - 1) + " tokens, was "
                        + Quoted.of(String.join(".", tokens)));
        for (int i = 1; i < tokens.size(); i++) {
            String token = tokens.get(i);
            boolean isRest = token.equals(REST) && i == tokens.size() - 1;
            if (!isRest && !token.equals(ANY)) {
                Require.token("token of a pattern", token, MAX_TOKEN);
            }
        }
    }

    /**
     * Reads the text form.
     *
     * @param text the pattern
     * @return the pattern
     * @throws IllegalArgumentException if it breaks the grammar
     */
    public static SubjectPattern parse(String text) {
        return new SubjectPattern(List.of(text.split("\\.", -1)));
    }

    /**
     * Returns the pattern of one subject, without the parts it may be split into.
     *
     * @param subject the subject
     * @return the pattern
     */
    public static SubjectPattern of(Subject subject) {
        return parse(subject.toString());
    }

    /**
     * Tells whether a subject is one of these.
     *
     * @param subject any subject
     * @return true if it fits
     */
    public boolean matches(Subject subject) {
        return covers(of(subject));
    }

    /**
     * Tells whether all subjects of a pattern are of this one too.
     *
     * @param other the pattern
     * @return true if none of its subjects is missing here
     */
    public boolean covers(SubjectPattern other) {
        List<String> theirs = other.tokens;
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.get(i);
            if (i >= theirs.size()) {
                return false;
            }
            if (token.equals(REST)) {
                return true;
            }
            boolean covered = token.equals(theirs.get(i))
                    || (token.equals(ANY) && !theirs.get(i).equals(REST));
            if (!covered) {
                return false;
            }
        }
        return tokens.size() == theirs.size();
    }

    /**
     * Tells whether there may be a subject that is of both.
     *
     * @param other the pattern
     * @return true if they meet
     */
    public boolean meets(SubjectPattern other) {
        List<String> theirs = other.tokens;
        int both = Math.min(tokens.size(), theirs.size());
        for (int i = 0; i < both; i++) {
            String mine = tokens.get(i);
            String yours = theirs.get(i);
            if (mine.equals(REST) || yours.equals(REST)) {
                return true;
            }
            if (!mine.equals(yours) && !mine.equals(ANY) && !yours.equals(ANY)) {
                return false;
            }
        }
        return tokens.size() == theirs.size();
    }

    /** Tells whether every subject of the pattern names an artifact as its source. */
    boolean isOf(String artifact) {
        return tokens.size() > SOURCE && tokens.get(SOURCE).equals(artifact);
    }

    /** Returns the tokens joined by points. */
    @Override
    public String toString() {
        return String.join(".", tokens);
    }
}
