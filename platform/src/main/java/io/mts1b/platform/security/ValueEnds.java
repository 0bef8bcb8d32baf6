package io.mts1b.platform.security;

/** Where values end, in the ways that people and programs write them. */
final class ValueEnds {

    private static final String CLOSERS = ",;)]}";

    /** What begins something else behind a comma or a closing bracket; the line feed also stands for the end. */
    private static final String OPENERS = "\n\"'\\[{" + CLOSERS;

    private final String text;

    ValueEnds(String text) {
        this.text = text;
    }

    /** Returns a character, or a line feed beyond the end. */
    char at(int i) {
        return i < text.length() ? text.charAt(i) : '\n';
    }

    /** Returns the end of a quote at a place, with the backslashes before it, or the place itself. */
    int quote(int from) {
        int i = from;
        while (at(i) == '\\') {
            i++;
        }
        return at(i) == '"' || at(i) == '\'' ? i + 1 : from;
    }

    /** Returns where a quote that has been opened stands again, as deep in backslashes; else the end of the line. */
    int quoted(int from, String quote) {
        char mark = quote.charAt(quote.length() - 1);
        int depth = quote.length() - 1;
        int slashes = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == mark && closes(depth, slashes)) {
                return depth == 0 ? i : i - slashes;
            }
            if (c == '\n') {
                return i;
            }
            slashes = c == '\\' ? slashes + 1 : 0;
        }
        return text.length();
    }

    private static boolean closes(int depth, int slashes) {
        return depth == 0 ? slashes % 2 == 0 : slashes <= depth;
    }

    /** Returns the end of what is in brackets, with the brackets in it; across lines only if it is JSON. */
    int bracketed(int from, boolean json) {
        char open = at(from);
        char close = open == '[' ? ']' : open == '{' ? '}' : ')';
        int depth = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == open ? 1 : c == close ? -1 : 0;
            if (depth == 0) {
                return i + 1;
            }
            if (c == '\n' && !json) {
                return i;
            }
        }
        return text.length();
    }

    /** Returns the end of the line, also of one in quotes, or in JSON. */
    int line(int from) {
        int i = from;
        while (i < text.length() && "\n\r\"'<".indexOf(text.charAt(i)) < 0 && !isEscape(i)) {
            i++;
        }
        return i;
    }

    /** Returns the end of the word. */
    int bare(int from) {
        int i = from;
        while (i < text.length() && !endsBare(i)) {
            i++;
        }
        return i;
    }

    private boolean endsBare(int i) {
        char c = text.charAt(i);
        return switch (c) {
            case '&', '"', '\'', '<' -> true;
            case '%' -> text.startsWith("%26", i);
            case '\\' -> isEscape(i);
            // They may be a part of a password, so they end it only where something else begins.
            case ',', ';', ')', ']', '}' -> at(i + 1) <= ' ' || OPENERS.indexOf(at(i + 1)) >= 0;
            default -> c <= ' ';
        };
    }

    private boolean isEscape(int i) {
        return text.charAt(i) == '\\' && "nr\"".indexOf(at(i + 1)) >= 0;
    }

    /** Returns the end of the blanks. */
    int blanks(int from) {
        int i = from;
        while (at(i) == ' ' || at(i) == '\t') {
            i++;
        }
        return i;
    }

    /**
     * Returns where the credential after the name of its scheme ends, or -1 if what follows is a word of
     * prose: a credential is 8 or more long and holds a digit, a capital or a sign.
     */
    int credential(int from) {
        int i = from;
        boolean dense = false;
        while (RedactionScan.bits(at(i)) != 0 || "+/=.~".indexOf(at(i)) >= 0) {
            char c = at(i);
            dense |= i > from && c != '-' && c != '.' && RedactionScan.bits(c) != RedactionScan.LOWER;
            i++;
        }
        return dense && i - from >= 8 ? i : -1;
    }
}
