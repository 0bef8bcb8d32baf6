package io.mts1b.platform.security;

import java.util.Set;

/**
 * Watches words go by and notices a row of them that may be the seed phrase of a wallet.
 *
 * <p>Such a phrase is 12 to 24 words of 3 to 8 small letters (M. Palatinus, P. Rusnak, A. Voisine and S. Bowe,
 * "BIP-39: Mnemonic code for generating deterministic keys", 2013). None of the commonest words of English prose
 * is among them, which is how prose is told apart.
 */
final class SeedPhrase {

    private static final int FEWEST = 12;

    private static final Set<String> PROSE = Set.of(
            "the", "and", "for", "was", "not", "are", "has", "had", "but", "its", "been", "were", "from", "with",
            "which", "could", "would", "should");

    private int words;
    private int start;
    private int end;

    /** Takes a word of small letters that may belong to a phrase; returns whether it goes on the row or begins one. */
    boolean next(String text, int from, int to) {
        int length = to - from;
        if (length < 3 || length > 8) {
            return words == 0;
        }
        if (words == 0) {
            start = from;
        } else if (from != end + 1 || !isGap(text.charAt(end))) {
            return false;
        }
        words++;
        end = to;
        return true;
    }

    /** Tells the stretches of twelve or more words without a word of prose among them, in their order, and forgets the row. */
    void end(String text, Stretch found) {
        boolean complete = words >= FEWEST;
        words = 0;
        int count = 0;
        int first = start;
        int last = start;
        for (int i = start; complete && i < end; i = last + 1) {
            int before = last;
            last = TokenShapes.run(text, i);
            if (PROSE.contains(text.substring(i, last))) {
                if (count >= FEWEST) {
                    found.found(first, before);
                }
                count = 0;
                first = last + 1;
            } else {
                count++;
            }
        }
        if (complete && count >= FEWEST) {
            found.found(first, last);
        }
    }

    /** Who is told of a phrase. */
    interface Stretch {

        /** A phrase stands here. */
        void found(int from, int to);
    }

    private static boolean isGap(char c) {
        return c == ' ' || c == '\n' || c == ',';
    }
}
