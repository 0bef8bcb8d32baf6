package io.mts1b.brokers.kraken;

/** What Kraken's errors say about a command. Source: Kraken, Spot Error Messages. */
final class KrakenErrors {

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
}
