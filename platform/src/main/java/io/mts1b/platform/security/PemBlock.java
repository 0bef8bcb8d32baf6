package io.mts1b.platform.security;

/** A private key as text between two lines that say so (RFC 7468); OpenPGP writes the same way. */
final class PemBlock {

    private static final String END = "-----END";
    private static final String DASHES = "-----";

    /** {@code ENCRYPTED PRIVATE KEY BLOCK} and what else may stand in the first line. */
    private static final int LONGEST_LABEL = 48;

    private PemBlock() {}

    /**
     * Returns where the private key ends whose first line has been read up to {@code -----BEGIN}, or -1 if it
     * is something else, such as a certificate. A key that is cut off ends with the text.
     */
    static int end(String text, int begin) {
        int most = Math.min(text.length(), begin + LONGEST_LABEL + DASHES.length());
        int close = text.substring(begin, most).indexOf(DASHES);
        if (close < 0 || !isPrivateKey(text.substring(begin, begin + close))) {
            return -1;
        }
        int last = text.indexOf(END, begin);
        if (last < 0) {
            return text.length();
        }
        int dashes = text.indexOf(DASHES, last + END.length());
        return dashes < 0 ? text.length() : dashes + DASHES.length();
    }

    private static boolean isPrivateKey(String label) {
        return label.contains(" PRIVATE KEY") && label.chars().allMatch(c -> c == ' ' || (c >= '0' && c <= 'Z'));
    }
}
