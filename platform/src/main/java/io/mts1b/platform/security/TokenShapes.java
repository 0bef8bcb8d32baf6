package io.mts1b.platform.security;

import java.util.List;

/** Tokens that are known by their looks. Every look at a place costs a bounded time. */
final class TokenShapes {

    /** A token that begins so and goes on for at least so many letters, digits, - and _. */
    private record Prefix(String text, int more) {}

    private static final List<Prefix> PREFIXES = List.of(
            new Prefix("ghp_", 36),
            new Prefix("gho_", 36),
            new Prefix("ghu_", 36),
            new Prefix("ghs_", 36),
            new Prefix("ghr_", 36),
            new Prefix("github_pat_", 40),
            new Prefix("glpat-", 20),
            new Prefix("npm_", 36),
            new Prefix("pypi-", 50),
            new Prefix("hf_", 30),
            new Prefix("xoxa-", 10),
            new Prefix("xoxb-", 10),
            new Prefix("xoxe-", 10),
            new Prefix("xoxo-", 10),
            new Prefix("xoxp-", 10),
            new Prefix("xoxr-", 10),
            new Prefix("xoxs-", 10),
            new Prefix("xapp-", 20),
            new Prefix("sk_live_", 16),
            new Prefix("sk_test_", 16),
            new Prefix("rk_live_", 16),
            new Prefix("rk_test_", 16),
            new Prefix("sk-ant-", 20),
            new Prefix("sk-proj-", 20),
            new Prefix("sk-svcacct-", 20),
            new Prefix("AIza", 35),
            new Prefix("GOCSPX-", 28),
            new Prefix("AGE-SECRET-KEY-1", 40),
            new Prefix("xprv", 100),
            new Prefix("yprv", 100),
            new Prefix("zprv", 100),
            new Prefix("tprv", 100));

    /** A token whose second part, after a point, is at least 20 long. */
    private static final List<String> POINTED = List.of("hvs", "hvb", "hvr", "ya29", "SG");

    private static final Prefix[][] BY_FIRST = new Prefix[128][];

    static {
        for (int c = 0; c < BY_FIRST.length; c++) {
            int first = c;
            BY_FIRST[c] = PREFIXES.stream()
                    .filter(prefix -> prefix.text().charAt(0) == first)
                    .toArray(Prefix[]::new);
        }
    }

    /** No token is shorter. */
    static final int SHORTEST = 15;

    private TokenShapes() {}

    /**
     * Returns where the token that begins at a place ends, or -1 if none does.
     *
     * @param end where the letters, digits, - and _ that begin before or at {@code at} end
     */
    static int end(String text, int at, int end) {
        for (Prefix prefix : BY_FIRST[text.charAt(at)]) {
            if (end - at >= prefix.text().length() + prefix.more() && text.startsWith(prefix.text(), at)) {
                return end;
            }
        }
        return switch (text.charAt(at)) {
            case 'e' -> webToken(text, at, end);
            case 'A', 'P' -> upper(text, at, end) ? end : -1;
            case 'M', 'N', 'O' -> discord(text, at, end);
            case '5', 'K', 'L' -> wallet(text, at, end) ? end : -1;
            default -> -1;
        };
    }

    /** A token of two words with a point between, which begins as a word too short for a look by itself. */
    static int pointed(String text, int at, int end) {
        if (end - at > 4) {
            return -1;
        }
        for (String head : POINTED) {
            if (end - at == head.length() && text.startsWith(head, at)) {
                int last = run(text, end + 1);
                return last - end > 20 ? dotted(text, last) : -1;
            }
        }
        return -1;
    }

    /** A JSON web token, signed or encrypted: its header is an object, and that begins so in Base64. */
    private static int webToken(String text, int at, int end) {
        if (end - at < 12 || !text.startsWith("eyJ", at) || end >= text.length() || text.charAt(end) != '.') {
            return -1;
        }
        int second = run(text, end + 1);
        return second - end > 8 ? dotted(text, second) : -1;
    }

    private static int dotted(String text, int from) {
        int i = from;
        while (i + 1 < text.length() && text.charAt(i) == '.' && RedactionScan.bits(text.charAt(i + 1)) != 0) {
            i = run(text, i + 1);
        }
        return i;
    }

    /** AWS and Alpaca: twenty capitals and digits. */
    private static boolean upper(String text, int at, int end) {
        if (end - at != 20) {
            return false;
        }
        String head = text.substring(at, at + 4);
        boolean known = List.of("AKIA", "ASIA", "ABIA", "ACCA").contains(head) || head.charAt(1) == 'K';
        boolean digit = false;
        for (int i = at; i < end; i++) {
            int bits = RedactionScan.bits(text.charAt(i));
            if (bits != RedactionScan.UPPER && bits != RedactionScan.DIGIT) {
                return false;
            }
            digit |= bits == RedactionScan.DIGIT;
        }
        return known && digit;
    }

    private static int discord(String text, int at, int end) {
        if (end - at < 24 || end - at > 28 || end >= text.length() || text.charAt(end) != '.') {
            return -1;
        }
        int second = bounded(text, end + 1, 8);
        if (second - end < 7 || second >= text.length() || text.charAt(second) != '.') {
            return -1;
        }
        int third = run(text, second + 1);
        return third - second > 27 ? third : -1;
    }

    /** The private key of a wallet in its import format: 51 or 52 characters of Base58. */
    private static boolean wallet(String text, int at, int end) {
        if (end - at != (text.charAt(at) == '5' ? 51 : 52)) {
            return false;
        }
        int seen = 0;
        for (int i = at; i < end; i++) {
            char c = text.charAt(i);
            if (c == '0' || c == 'O' || c == 'I' || c == 'l') {
                return false;
            }
            seen |= RedactionScan.bits(c);
        }
        return seen == (RedactionScan.LOWER | RedactionScan.UPPER | RedactionScan.DIGIT);
    }

    /** Returns where the letters, digits, - and _ from a place on end. */
    static int run(String text, int from) {
        return bounded(text, from, text.length());
    }

    private static int bounded(String text, int from, int most) {
        int i = from;
        while (i < text.length() && i - from < most && RedactionScan.bits(text.charAt(i)) != 0) {
            i++;
        }
        return i;
    }
}
