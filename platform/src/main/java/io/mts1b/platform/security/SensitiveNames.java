package io.mts1b.platform.security;

import java.util.Arrays;
import java.util.List;

/** The names whose values are secret, in whatever style they are written: api_key, apiKey, X-API-KEY, "API key". */
final class SensitiveNames {

    /** What a name says about its value. */
    enum Kind {
        /** Nothing secret. */
        NONE,
        /** The value is one word, or quoted. */
        WORD,
        /** The value may have several words and goes to the end of the line: a header, a seed phrase. */
        LINE,
        /** Secret unless the value is a number, for a seed of a simulation or the sign of a trade is none. */
        UNLESS_NUMBER
    }

    /** A name is sensitive if it ends so, its words joined and in lower case. */
    private static final List<String> WORDS = List.of(
            "password",
            "passwd",
            "passwort",
            "passcode",
            "passwordhash",
            "secret",
            "secretvalue",
            "token",
            "tokenvalue",
            "apikey",
            "accesskey",
            "secretkey",
            "privatekey",
            "signingkey",
            "encryptionkey",
            "authkey",
            "sessionkey",
            "masterkey",
            "hmackey",
            "sharedkey",
            "accesskeyid",
            "apikeyid",
            "sessionid",
            "signature",
            "credential",
            "credentials",
            "jwt");

    private static final List<String> LINES = List.of(
            "passphrase", "seedphrase", "recoveryphrase", "secretphrase", "mnemonic", "authorization", "cookie");

    /** Short words that end longer ones by chance, so they must stand alone: spin is no pin, design no sign. */
    private static final List<String> ALONE = List.of("pwd", "pass", "pin", "cvv", "cvc", "psk", "otp", "auth");

    private static final List<String> ALONE_UNLESS_NUMBER = List.of("seed", "sign", "sig");

    private record Name(String letters, Kind kind, boolean alone) {}

    /** By the last two letters, so that most words are told in two looks. */
    private static final Name[][] BY_ENDING = new Name[26 * 26][0];

    static {
        LINES.forEach(letters -> add(new Name(letters, Kind.LINE, false)));
        WORDS.forEach(letters -> add(new Name(letters, Kind.WORD, false)));
        ALONE.forEach(letters -> add(new Name(letters, Kind.WORD, true)));
        ALONE_UNLESS_NUMBER.forEach(letters -> add(new Name(letters, Kind.UNLESS_NUMBER, true)));
    }

    private static void add(Name name) {
        int length = name.letters().length();
        int ending =
                (name.letters().charAt(length - 2) - 'a') * 26 + name.letters().charAt(length - 1) - 'a';
        Name[] more = Arrays.copyOf(BY_ENDING[ending], BY_ENDING[ending].length + 1);
        more[more.length - 1] = name;
        BY_ENDING[ending] = more;
    }

    private SensitiveNames() {}

    /**
     * Looks at the name that ends at a place, which may begin before {@code start} if its words are apart:
     * {@code API key}.
     */
    static Kind at(String text, int start, int end) {
        int last = end;
        while (last > start && isJunk(text.charAt(last - 1))) {
            last--;
        }
        if (last - start < 3) {
            return Kind.NONE;
        }
        int one = (text.charAt(last - 2) | 0x20) - 'a';
        int two = (text.charAt(last - 1) | 0x20) - 'a';
        if (one < 0 || one > 25 || two < 0 || two > 25) {
            return Kind.NONE;
        }
        for (Name name : BY_ENDING[one * 26 + two]) {
            int at = begin(text, last, name.letters());
            if (at >= 0 && (!name.alone() || alone(text, start, at))) {
                return name.kind();
            }
        }
        return Kind.NONE;
    }

    /** Returns where a name begins that ends at a place, in any case and with joints between its words; else -1. */
    private static int begin(String text, int last, String letters) {
        int i = last - 1;
        for (int k = letters.length() - 1; k >= 0; k--) {
            if (i > 0 && k < letters.length() - 1 && isJoint(text.charAt(i)) && !isJoint(text.charAt(i - 1))) {
                i--;
            }
            if (i < 0 || (text.charAt(i) | 0x20) != letters.charAt(k) || !isLetter(text.charAt(i))) {
                return -1;
            }
            i--;
        }
        return i + 1;
    }

    private static boolean alone(String text, int start, int at) {
        if (at <= start) {
            return at == start;
        }
        char before = text.charAt(at - 1);
        boolean hump = before >= 'a' && before <= 'z' && text.charAt(at) <= 'Z';
        return !isLetter(before) || hump;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isJoint(char c) {
        return c == '_' || c == '-' || c == ' ' || c == '.';
    }

    /** What may follow the words of a name: {@code password2}, {@code token_}. */
    private static boolean isJunk(char c) {
        return (c >= '0' && c <= '9') || c == '_' || c == '-';
    }
}
