package io.mts1b.platform.symbology;

import java.util.regex.Pattern;

/**
 * The numbers that agencies give securities, and the check digits that guard them.
 *
 * <p>Letters count from A = 10 to Z = 35 in all of them.
 */
public enum IdentifierScheme {
    /** ISO 6166: a country, nine letters or digits, and Luhn's check digit over the digits of all (Luhn, US 2950048, 1960). */
    ISIN("[A-Z]{2}[A-Z0-9]{9}", "2 letters, 9 letters or digits") {
        @Override
        String checkOf(String body) {
            StringBuilder digits = new StringBuilder();
            body.chars().forEach(c -> digits.append(value((char) c)));
            int sum = 0;
            for (int i = 0; i < digits.length(); i++) {
                // From the right, the first digit before the check digit is the first that is doubled.
                boolean doubled = (digits.length() - i) % 2 == 1;
                sum += digitSum(value(digits.charAt(i)) * (doubled ? 2 : 1));
            }
            return complement(sum);
        }
    },
    /** ANSI X9.6: eight letters, digits, {@code *}, {@code @} or {@code #}, every second one doubled, digits added up. */
    CUSIP("[A-Z0-9*@#]{8}", "8 letters, digits, *, @ or #") {
        @Override
        String checkOf(String body) {
            return doubleAddDouble(body);
        }
    },
    /** The London Stock Exchange's: six digits or consonants, weighted 1, 3, 1, 7, 3, 9. */
    SEDOL("[0-9B-DF-HJ-NP-TV-Z]{6}", "6 digits or consonants") {
        @Override
        String checkOf(String body) {
            int sum = 0;
            for (int i = 0; i < body.length(); i++) {
                sum += value(body.charAt(i)) * SEDOL_WEIGHTS[i];
            }
            return complement(sum);
        }
    },
    /** ANSI X9.145: two consonants that begin no ISIN of some countries, a G, eight digits or consonants, as a CUSIP's. */
    FIGI(
            "(?!BS|BM|GG|GB|GH|KY|VG)[B-DF-HJ-NP-TV-Z]{2}G[0-9B-DF-HJ-NP-TV-Z]{8}",
            "2 consonants other than BS, BM, GG, GB, GH, KY and VG, a G, 8 digits or consonants") {
        @Override
        String checkOf(String body) {
            return doubleAddDouble(body);
        }
    },
    /** ISO 17442: eighteen letters or digits, and two check digits by ISO 7064, MOD 97-10. */
    LEI("[A-Z0-9]{18}", "18 letters or digits") {
        @Override
        String checkOf(String body) {
            int remainder = 0;
            for (char c : (body + "00").toCharArray()) {
                int value = value(c);
                remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
            }
            int check = 98 - remainder;
            return check < 10 ? "0" + check : String.valueOf(check);
        }
    };

    private static final int[] SEDOL_WEIGHTS = {1, 3, 1, 7, 3, 9};

    private final Pattern body;
    private final String words;

    IdentifierScheme(String body, String words) {
        this.body = Pattern.compile(body);
        this.words = words;
    }

    /**
     * Returns the check digits that belong to an identifier.
     *
     * @param body the identifier without them
     * @return one digit, of an LEI two
     * @throws IllegalArgumentException if it is not what identifiers of this scheme begin with
     */
    public String checkDigits(String body) {
        if (!this.body.matcher(body).matches()) {
            throw new IllegalArgumentException(name() + " without its check must be " + words + ", was '" + body + "'");
        }
        return checkOf(body);
    }

    /** Computes the check digits of a body of the right form. */
    abstract String checkOf(String body);

    /** Returns how many check digits there are. */
    int checkLength() {
        return this == LEI ? 2 : 1;
    }

    /** Returns what stands before the check digits, in words. */
    String words() {
        return words;
    }

    /** Whether the text may stand before the check digits. */
    boolean isBody(String text) {
        return body.matcher(text).matches();
    }

    private static String doubleAddDouble(String body) {
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            sum += digitSum(value(body.charAt(i)) * (1 + i % 2));
        }
        return complement(sum);
    }

    private static int digitSum(int value) {
        return value / 10 + value % 10;
    }

    private static String complement(int sum) {
        return String.valueOf((10 - sum % 10) % 10);
    }

    private static int value(char c) {
        return switch (c) {
            case '*' -> 36;
            case '@' -> 37;
            case '#' -> 38;
            default -> Character.digit(c, 36);
        };
    }
}
