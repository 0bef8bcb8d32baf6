package io.mts1b.platform.security;

import org.jspecify.annotations.Nullable;

/**
 * One pass over one text. Words (letters, digits, - and _) are looked at as a whole, what stands between them
 * by itself; nothing before the last replacement is ever looked at again but for a bounded stretch.
 */
final class RedactionScan {

    static final int LOWER = 1;
    static final int UPPER = 2;
    static final int DIGIT = 4;
    static final int JOINT = 8;

    /** What a character is; nothing but letters, digits, - and _ is part of a word. */
    private static final byte[] BITS = new byte[128];

    static {
        for (char c = 'a'; c <= 'z'; c++) {
            BITS[c] = LOWER;
            BITS[c - 32] = UPPER;
        }
        for (char c = '0'; c <= '9'; c++) {
            BITS[c] = DIGIT;
        }
        BITS['-'] = JOINT;
        BITS['_'] = JOINT;
    }

    /** A signing key of 64 bytes in Base64, as Kraken gives out. */
    private static final int LONG_KEY = 86;

    /** What ends the authority of a URL, in a URL or around it. */
    private static final String AFTER_AUTHORITY = "/?#\"'<>";

    /** What may follow the name of a value. */
    private static final String BEFORE_VALUE = ":=\"'\\>%";

    private final String text;
    private final int length;
    private final char[] chars;
    private final ValueEnds ends;
    private final SeedPhrase phrase = new SeedPhrase();
    private final SeedPhrase.Stretch cut = this::cut;
    private @Nullable StringBuilder out;
    private int copied;

    RedactionScan(String text) {
        this.text = text;
        this.chars = text.toCharArray();
        this.ends = new ValueEnds(text);
        this.length = chars.length;
    }

    static int bits(char c) {
        return c < 128 ? BITS[c] : 0;
    }

    String run() {
        int i = 0;
        while (i < length) {
            char c = chars[i];
            if (bits(c) != 0) {
                i = word(i);
            } else {
                i = c == ':' || c == '=' || c == '[' ? mark(i, c) : i + 1;
            }
        }
        phrase.end(text, cut);
        return out == null ? text : out.append(text, copied, length).toString();
    }

    /** Replaces a stretch, and returns where to go on. */
    int replace(int from, int to) {
        return replace(from, to, Redaction.MARK);
    }

    int replace(int from, int to, String with) {
        phrase.end(text, cut);
        cut(from, to, with);
        return to;
    }

    private void cut(int from, int to) {
        cut(from, to, Redaction.MARK);
    }

    private void cut(int from, int to, String with) {
        StringBuilder builder = out;
        if (builder == null) {
            builder = new StringBuilder(length + 16);
            out = builder;
        }
        builder.append(text, copied, from).append(with);
        copied = to;
    }

    private int mark(int i, char c) {
        if (c == '[' && text.startsWith(Redaction.MARK, i)) {
            return i + Redaction.MARK.length();
        }
        if (c == ':' && text.startsWith("//", i + 1)) {
            return userInfo(i + 3);
        }
        if (c == '=' && i + 1 < length && text.charAt(i + 1) == '=') {
            return longKey(i);
        }
        return i + 1;
    }

    /** What stands before the last @ of the authority of a URL. */
    private int userInfo(int start) {
        int at = -1;
        for (int i = start; i < length && text.charAt(i) > ' ' && AFTER_AUTHORITY.indexOf(text.charAt(i)) < 0; i++) {
            at = text.charAt(i) == '@' ? i : at;
        }
        if (at <= start || text.substring(start, at).equals(Redaction.MARK)) {
            return at < 0 ? start : at;
        }
        return replace(start, at);
    }

    private int longKey(int equals) {
        int from = equals - LONG_KEY;
        int i = equals - 1;
        while (i >= Math.max(from, copied) && isBase64(text.charAt(i))) {
            i--;
        }
        boolean whole = from >= copied && i == from - 1 && (from == 0 || !isBase64(text.charAt(from - 1)));
        return whole ? replace(from, equals + 2) : equals + 1;
    }

    private static boolean isBase64(char c) {
        return (bits(c) & (LOWER | UPPER | DIGIT)) != 0 || c == '+' || c == '/';
    }

    private int word(int start) {
        int seen = 0;
        int end = start;
        for (int bits = bits(chars[start]); bits != 0; bits = end < length ? bits(chars[end]) : 0) {
            seen |= bits;
            end++;
        }
        watch(start, end, seen);
        return look(start, end, seen);
    }

    private void watch(int start, int end, int seen) {
        if (seen != LOWER) {
            phrase.end(text, cut);
        } else if (!phrase.next(text, start, end)) {
            phrase.end(text, cut);
            phrase.next(text, start, end);
        }
    }

    private int look(int start, int end, int seen) {
        int done = end - start >= TokenShapes.SHORTEST ? longWord(start, end) : -1;
        if (done < 0 && (seen & DIGIT) != 0) {
            done = number(start, end, seen);
        }
        if (done < 0 && end < length && (chars[end] == '/' || chars[end] == '.')) {
            done = place(start, end);
        }
        return done >= 0 ? done : named(start, end);
    }

    /** A word that is long enough for a token, which may begin at its start or after a joint. */
    private int longWord(int start, int end) {
        int from = afterEscape(start, end);
        boolean fresh = true;
        for (int i = start; i <= end - TokenShapes.SHORTEST; i++) {
            if (fresh || i == from) {
                int done = TokenShapes.end(text, i, end);
                if (done >= 0) {
                    return replace(i, done);
                }
            }
            fresh = bits(text.charAt(i)) == JOINT;
        }
        return -1;
    }

    /** In text that was written as JSON the letter of an escape clings to the word: \nghp_... */
    private int afterEscape(int start, int end) {
        return start > 0 && text.charAt(start - 1) == '\\' && end - start > 1 ? start + 1 : start;
    }

    private int number(int start, int end, int seen) {
        if ((seen & (LOWER | UPPER)) == 0) {
            char first = text.charAt(start);
            if (first >= '2' && first <= '6' && (end - start == 4 || end - start >= 13)) {
                int done = CardNumbers.end(text, start);
                if (done >= 0) {
                    return replace(start, done);
                }
            }
        }
        return end < length && text.charAt(end) == ':' ? botToken(start, end) : -1;
    }

    /** The token of a bot: its number, a colon, and AA with at least 32 more. */
    private int botToken(int start, int end) {
        int digits = 0;
        while (digits <= 10 && end - digits > start && bits(text.charAt(end - digits - 1)) == DIGIT) {
            digits++;
        }
        // In the path of the Bot API it is one whatever it looks like.
        boolean path = digits > 0 && after(end - digits, "/bot");
        if (!path && (digits < 8 || !text.startsWith(":AA", end))) {
            return -1;
        }
        int last = TokenShapes.run(text, end + 1);
        return last - end > (path ? 20 : 33) ? replace(end - digits, last) : -1;
    }

    /** A path that is a secret: of a webhook, or of an API key. */
    private int place(int start, int end) {
        if (chars[end] == '.') {
            int from = afterEscape(start, end);
            int done = TokenShapes.pointed(text, from, end);
            return done >= 0 ? replace(from, done) : -1;
        }
        boolean hook = is(start, end, "webhooks") || (is(start, end, "services") && after(start, "slack.com/"));
        boolean key = is(start, end, "apiKeys");
        if (!hook && !key) {
            return -1;
        }
        int last = end + 1;
        while (last < length && (bits(text.charAt(last)) != 0 || (hook && text.charAt(last) == '/'))) {
            last++;
        }
        return last - end > 20 ? replace(end + 1, last) : -1;
    }

    /** A word that may be the name of what follows, or announces it. */
    private int named(int start, int end) {
        if (end - start >= 10 && text.startsWith("-----BEGIN", end - 10)) {
            int done = PemBlock.end(text, end);
            return done >= 0 ? replace(end - 10, done) : end;
        }
        if (end == length) {
            return end;
        }
        char next = text.charAt(end);
        if (next == ' ' && isBearer(start, end)) {
            int done = ends.credential(end + 1);
            return done >= 0 ? replace(end + 1, done) : end;
        }
        if (next > ' ' ? BEFORE_VALUE.indexOf(next) < 0 : !isApart(start, end)) {
            return end;
        }
        SensitiveNames.Kind kind = SensitiveNames.at(text, start, end);
        return kind == SensitiveNames.Kind.NONE ? end : new Values(this, text, ends).after(start, end, kind);
    }

    /** Says whether a word and what follows after a blank may be name and value; in prose, hardly ever. */
    private boolean isApart(int start, int end) {
        char next = end + 1 < length ? text.charAt(end + 1) : 'a';
        return next == ':' || next == '=' || next <= ' ' || next == '-' || chars[start] == '-';
    }

    private boolean isBearer(int start, int end) {
        return (chars[start] | 0x20) == 'b'
                && ((end - start == 6 && text.regionMatches(true, start, "bearer", 0, 6))
                        || (end - start == 5 && text.regionMatches(true, start, "basic", 0, 5)));
    }

    private boolean is(int start, int end, String word) {
        return end - start == word.length() && text.startsWith(word, start);
    }

    private boolean after(int start, String before) {
        return text.startsWith(before, start - before.length());
    }
}
