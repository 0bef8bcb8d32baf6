package io.mts1b.platform.config;

import java.util.Collection;
import java.util.Optional;

/**
 * Finds what somebody may have meant: the known word with the fewest letters to insert, delete, change or swap.
 *
 * <p>Reference: F. J. Damerau, "A technique for computer detection and correction of spelling errors",
 * Communications of the ACM 7(3), 1964, 171-176, in the variant that edits no part twice.
 */
final class Nearest {

    private Nearest() {}

    /** Returns the nearest of the known words, if one is near: every third letter may be wrong. */
    static Optional<String> of(String word, Collection<String> known) {
        String best = "";
        int least = Math.max(1, Math.min(word.length(), 60) / 3) + 1;
        for (String candidate : known) {
            int distance = word.length() > 200 ? least : distance(word, candidate);
            if (distance < least) {
                least = distance;
                best = candidate;
            }
        }
        return Optional.of(best).filter(text -> !text.isEmpty());
    }

    /** Returns {@code ", did you mean 'x'?"}, or nothing. */
    static String hint(String word, Collection<String> known) {
        return of(word, known).map(near -> ", did you mean '" + near + "'?").orElse("");
    }

    private static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int cheapest(int[][] cost, String a, String b, int i, int j) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int change = cost[i - 1][j - 1] + (same ? 0 : 1);
        int least = Math.min(change, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }
}
