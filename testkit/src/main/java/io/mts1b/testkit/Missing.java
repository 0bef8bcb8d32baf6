package io.mts1b.testkit;

import org.junit.jupiter.api.Assumptions;

/**
 * What a test does about a part that a machine may lack: it is skipped and says why, and fails where the part
 * was promised.
 */
public final class Missing {

    private Missing() {}

    /**
     * Ends the test that is running.
     *
     * @param promise the environment variable that promises the part, such as {@code MTS1B_REQUIRE_BROWSER}
     * @param reason what is missing, and where it was looked for
     * @throws AssertionError if the variable is set
     * @throws org.opentest4j.TestAbortedException if it is not
     */
    public static void part(String promise, String reason) {
        if (System.getenv(promise) != null) {
            throw new AssertionError(promise + " is set, but there is " + reason);
        }
        // Build tools count skipped tests, and keep the reasons to themselves.
        System.out.println("Skipped: " + reason);
        Assumptions.abort(reason);
    }
}
