package io.mts1b.brokers.local;

/** A {@link LocalMarket} does not do what it was asked, and has done nothing. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why not. */
    public enum Reason {
        /** The instrument is not traded here. */
        INSTRUMENT,
        /** A price is off tick or out of range. */
        PRICE,
        /** The quantity is zero, off lot or out of range. */
        QUANTITY,
        /** A working order of the account has that name. */
        NAME,
        /** The account has not enough of what the order would give. */
        FUNDS
    }

    RefusedException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /**
     * Returns why.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }
}
