package io.mts1b.brokers.kraken;

import java.time.Duration;

/** What Kraken's errors say. Source: Kraken, Spot Error Messages. */
final class KrakenErrors {

    /** How long nothing is asked after too many questions. */
    static final Duration PENALTY = Duration.ofSeconds(15);

    /** As long as Kraken lets nobody in who asked too often or with a wrong key. */
    private static final Duration LOCKOUT = Duration.ofMinutes(15);

    private KrakenErrors() {}

    /**
     * Tells whether a command may have been taken for all that its answer says. Errors of the service are the line's word
     * and not the venue's; those named here say that it was looked at and not taken.
     */
    static boolean leavesDoubt(String error) {
        boolean looked = error.startsWith("EService:Market in") || error.startsWith("EService:Deadline elapsed");
        boolean service = error.startsWith("EService:") || error.startsWith("EGeneral:Internal error");
        // The first order of that name may be well.
        boolean doubled = error.contains("uplicate") && error.contains("cl_ord_id");
        return (service && !looked) || doubled;
    }

    /** Tells whether the venue says that it knows no such order. */
    static boolean knowsNoOrder(String error) {
        return error.startsWith("EOrder:Unknown order") || error.startsWith("EOrder:Invalid order");
    }

    /** Tells whether it is the key that is refused, which does not mend itself. */
    static boolean refusesKey(String error) {
        return error.startsWith("EAPI:Invalid key")
                || error.startsWith("EAPI:Invalid signature")
                || error.startsWith("EGeneral:Permission denied")
                || locksOut(error);
    }

    private static boolean locksOut(String error) {
        return error.startsWith("EGeneral:Temporary lockout");
    }

    /** Returns how long nothing is to be asked, which is zero unless the error says that it was too much. */
    static Duration pause(String error) {
        if (locksOut(error)) {
            return LOCKOUT;
        }
        boolean tooMuch = error.contains("Rate limit exceeded") || error.contains("Too many requests");
        return tooMuch ? PENALTY : Duration.ZERO;
    }
}
