package io.mts1b.contracts.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Names that a concept goes by, recognised inside identifiers whatever their case: {@code max-drawdown} is in
 * {@code MaxDrawdown}, {@code maxDrawDown}, {@code MAX_DRAWDOWN} and {@code rollingMaxDrawdown2}, and not in
 * {@code Maxdrawdowns}.
 *
 * @param names each in lower case; a {@code -} between words is for the reader and left out
 */
public record Words(List<String> names) {

    /** Validates, and joins the words of each name. */
    public Words {
        for (String name : names) {
            if (!name.equals(lower(name)) || name.isBlank()) {
                throw new IllegalArgumentException("names must be in lower case, was " + name);
            }
        }
        names = names.stream().map(name -> name.replace("-", "")).toList();
    }

    /**
     * Tells whether an identifier bears one of the names.
     *
     * @param identifier the identifier
     * @return whether it does
     */
    public boolean in(String identifier) {
        return in(identifier, List.of());
    }

    /**
     * Tells whether an identifier bears one of the names and does not go on to end in a carrier: with the carrier
     * {@code column}, {@code SharpeColumn} is not a {@code sharpe}.
     *
     * @param identifier the identifier
     * @param carriers last words that turn the name into something else
     * @return whether it does
     */
    public boolean in(String identifier, List<String> carriers) {
        List<String> words = split(identifier);
        boolean carried = !words.isEmpty() && carriers.contains(words.getLast());
        for (int from = 0; from < words.size(); from++) {
            StringBuilder run = new StringBuilder();
            for (int to = from; to < words.size(); to++) {
                run.append(words.get(to));
                boolean ends = to == words.size() - 1;
                if ((ends || !carried) && names.contains(run.toString())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Splits at underscores, around digits, and where an upper-case letter begins a word: HRPWeights is hrp, weights. */
    static List<String> split(String identifier) {
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= identifier.length(); i++) {
            if (i == identifier.length() || breaks(identifier, i)) {
                String word = lower(identifier.substring(start, i)).replace("_", "");
                if (!word.isEmpty()) {
                    words.add(word);
                }
                start = i;
            }
        }
        return List.copyOf(words);
    }

    private static boolean breaks(String text, int i) {
        char before = text.charAt(i - 1);
        char here = text.charAt(i);
        boolean capitalEnds = i + 1 < text.length() && Character.isLowerCase(text.charAt(i + 1));
        return before == '_'
                || Character.isDigit(before) != Character.isDigit(here)
                || (Character.isUpperCase(here) && (!Character.isUpperCase(before) || capitalEnds));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
