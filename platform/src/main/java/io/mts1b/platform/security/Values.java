package io.mts1b.platform.security;

import io.mts1b.platform.security.SensitiveNames.Kind;
import java.util.List;

/** Takes out the value that follows a sensitive name. */
final class Values {

    private static final List<String> SCHEMES = List.of("Bearer", "Basic", "Token", "Digest", "Negotiate");

    /** The separators of a value that was encoded for a URL. */
    private static final List<String> ENCODED = List.of("%3D", "%3d", "%3A", "%3a");

    private static final int LONGEST_TAG = 64;

    private final RedactionScan scan;
    private final String text;
    private final ValueEnds ends;

    Values(RedactionScan scan, String text, ValueEnds ends) {
        this.scan = scan;
        this.text = text;
        this.ends = ends;
    }

    /** Takes out the value of the name that stands between two places, if it has one; returns where to go on. */
    int after(int start, int end, Kind kind) {
        int afterQuote = ends.quote(end);
        int i = ends.blanks(afterQuote);
        int value = separator(i);
        if (value >= 0) {
            // Where the name is quoted the text is JSON, and the mark must be a text in it.
            return value(ends.blanks(value), kind, text.substring(end, afterQuote));
        }
        if (afterQuote > end) {
            return end;
        }
        if (ends.at(end) == '>' && isTag(start)) {
            int close = text.indexOf('<', end);
            int last = close < 0 ? text.length() : close;
            return isNothing(end + 1, last) ? last : scan.replace(end + 1, last);
        }
        boolean flag = i > end && text.startsWith("--", start) && ends.at(i) != '-';
        return flag ? value(i, kind, "") : end;
    }

    /** Returns where what separates a name from its value ends, or -1 if nothing does. */
    private int separator(int i) {
        char next = ends.at(i + 1);
        return switch (ends.at(i)) {
            case ':', '=' -> next == '=' || next == '>' ? i + 2 : i + 1;
            case '-' -> next == '>' ? i + 2 : -1;
            case '%' -> ENCODED.stream().anyMatch(code -> text.startsWith(code, i)) ? i + 3 : -1;
            default -> -1;
        };
    }

    private int value(int from, Kind kind, String quote) {
        if (text.startsWith(Redaction.MARK, from)) {
            return from;
        }
        int opened = ends.quote(from);
        if (opened > from) {
            int close = ends.quoted(opened, text.substring(from, opened));
            return isNothing(opened, close) || isNumber(kind, opened, close) ? close : scan.replace(opened, close);
        }
        String mark = quote + Redaction.MARK + quote;
        return switch (ends.at(from)) {
            case '[', '{', '(' -> scan.replace(from, ends.bracketed(from, !quote.isEmpty()), mark);
            default -> {
                int end = kind == Kind.LINE ? ends.line(from) : bare(from);
                yield isNothing(from, end) || isNumber(kind, from, end) ? end : scan.replace(from, end, mark);
            }
        };
    }

    private int bare(int from) {
        int end = ends.bare(from);
        return ends.at(end) == ' ' && isScheme(from, end) ? ends.bare(end + 1) : end;
    }

    private boolean isScheme(int from, int to) {
        return SCHEMES.stream()
                .anyMatch(scheme ->
                        to - from == scheme.length() && text.regionMatches(true, from, scheme, 0, scheme.length()));
    }

    /** Says whether what ends before a place is an opening tag, perhaps with points in its name. */
    private boolean isTag(int start) {
        int i = start - 1;
        while (i > 0 && start - i < LONGEST_TAG && (RedactionScan.bits(text.charAt(i)) != 0 || text.charAt(i) == '.')) {
            i--;
        }
        return i >= 0 && text.charAt(i) == '<';
    }

    /** Says whether a value is none, or has been taken out already. */
    private boolean isNothing(int from, int to) {
        return switch (to - from) {
            case 0 -> true;
            case 4 -> text.startsWith("null", from) || text.startsWith("true", from);
            case 5 -> text.startsWith("false", from);
            default -> to - from == Redaction.MARK.length() && text.startsWith(Redaction.MARK, from);
        };
    }

    private boolean isNumber(Kind kind, int from, int to) {
        if (kind != Kind.UNLESS_NUMBER || to - from > 20) {
            return false;
        }
        int sign = ends.at(from) == '-' || ends.at(from) == '+' ? 1 : 0;
        return text.substring(from + sign, to).chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
