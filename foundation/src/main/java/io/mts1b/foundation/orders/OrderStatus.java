package io.mts1b.foundation.orders;

/** Where an order stands. */
public enum OrderStatus {
    /** It was wished for; nothing is decided. */
    CREATED,
    /** Risk is looking at it. */
    PENDING_RISK,
    /** Risk let it go; it was not sent yet. */
    APPROVED,
    /** It was sent; the venue has not answered. */
    SUBMITTED,
    /** It rests at the venue, perhaps partly filled. */
    ACCEPTED,
    /** We asked the venue to cancel it. */
    PENDING_CANCEL,
    /** We asked the venue to change it. */
    PENDING_REPLACE,
    /** We do not know; it may be alive. */
    UNKNOWN,
    /** Risk refused it; it was never sent. */
    DENIED,
    /** The venue refused it. */
    REJECTED,
    /** It traded in full. */
    FILLED,
    /** It was taken off the book. */
    CANCELED,
    /** Its time was up. */
    EXPIRED;

    /**
     * Tells whether no more is expected of the order. A late fill may still come, and counts.
     *
     * @return true for DENIED, REJECTED, FILLED, CANCELED and EXPIRED
     */
    public boolean isFinal() {
        return switch (this) {
            case DENIED, REJECTED, FILLED, CANCELED, EXPIRED -> true;
            case CREATED, PENDING_RISK, APPROVED, SUBMITTED, ACCEPTED, PENDING_CANCEL, PENDING_REPLACE, UNKNOWN ->
                false;
        };
    }

    /**
     * Tells whether the order may be at the venue, so that its quantity is exposure.
     *
     * @return true from SUBMITTED until a final status, UNKNOWN included
     */
    public boolean mayTrade() {
        return switch (this) {
            case SUBMITTED, ACCEPTED, PENDING_CANCEL, PENDING_REPLACE, UNKNOWN -> true;
            case CREATED, PENDING_RISK, APPROVED, DENIED, REJECTED, FILLED, CANCELED, EXPIRED -> false;
        };
    }
}
