package io.mts1b.platform.security;

/**
 * Finds the numbers of payment cards: an issuer's range, its length, and the check digit.
 *
 * <p>Reference: ISO/IEC 7812-1:2017, Identification cards, Identification of issuers; the check digit is its
 * annex B (the Luhn formula). No range begins with 1, so no time since 1970 in milliseconds, microseconds or
 * nanoseconds is taken for a card.
 */
final class CardNumbers {

    private static final int LONGEST = 19;

    private final String text;
    private final int[] number = new int[LONGEST];
    private int digits;
    private char separator;
    private int group;

    /** The lengths of the groups, a decimal digit each. */
    private int groups;

    private CardNumbers(String text) {
        this.text = text;
    }

    /** Returns where the card number that begins at a place ends, or -1 if none does. */
    static int end(String text, int start) {
        char before = start == 0 ? ' ' : text.charAt(start - 1);
        if (before == '.' || before == '+') {
            return -1;
        }
        CardNumbers card = new CardNumbers(text);
        int end = card.read(start);
        boolean shaped = card.separator == 0 || usual(card.groups * 10 + card.group);
        return shaped && clear(text, end) && issued(card.number, card.digits) && checks(card.number, card.digits)
                ? end
                : -1;
    }

    private int read(int start) {
        int i = start;
        for (; i < text.length() && digits <= LONGEST; i++) {
            char c = text.charAt(i);
            if (isDigit(c)) {
                if (digits == LONGEST) {
                    digits = 0; // Too long for a card.
                    return i;
                }
                number[digits++] = c - '0';
                group++;
            } else if (!separates(i, c)) {
                return i;
            }
        }
        return i;
    }

    private boolean separates(int i, char c) {
        boolean kind = separator == 0 ? c == ' ' || c == '-' : c == separator;
        if (!kind || group > 6 || groups > 999 || i + 1 == text.length() || !isDigit(text.charAt(i + 1))) {
            return false;
        }
        separator = c;
        groups = groups * 10 + group;
        group = 0;
        return true;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean usual(int groups) {
        return groups == 4444 || groups == 465 || groups == 464 || groups == 44443;
    }

    /** What follows must not go on with the number, as a fraction or a word does. */
    private static boolean clear(String text, int end) {
        if (end == text.length()) {
            return true;
        }
        char c = text.charAt(end);
        boolean fraction =
                c == '.' && end + 1 < text.length() && text.charAt(end + 1) >= '0' && text.charAt(end + 1) <= '9';
        return !fraction && !Character.isLetterOrDigit(c) && c != '_';
    }

    private static boolean issued(int[] number, int digits) {
        int two = number[0] * 10 + number[1];
        int four = two * 100 + number[2] * 10 + number[3];
        return switch (number[0]) {
            case 4 -> digits == 13 || digits == 16 || digits == 19;
            case 5 -> digits == 16 && two >= 51 && two <= 55;
            case 2 -> digits == 16 && four >= 2221 && four <= 2720;
            case 3 ->
                ((two == 34 || two == 37) && digits == 15)
                        || ((two == 36 || two == 38 || (four >= 3000 && four <= 3059)) && digits == 14)
                        || (four >= 3528 && four <= 3589 && digits == 16);
            case 6 -> digits >= 16 && (four == 6011 || two == 62 || two == 64 || two == 65);
            default -> false;
        };
    }

    private static boolean checks(int[] number, int digits) {
        int sum = 0;
        for (int i = 0; i < digits; i++) {
            int digit = number[digits - 1 - i];
            int doubled = i % 2 == 0 ? digit : digit * 2;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }
}
