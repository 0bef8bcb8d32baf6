package io.mts1b.brokers;

import java.time.Instant;

/** A broker that tells again what has traded. */
public interface ListsFills extends Broker {

    /**
     * Asks for all fills of the account since a time. The answer is {@link VenueAnswer.Fills}, which says how far
     * back it reaches, or {@link VenueAnswer.NoAnswer}.
     *
     * @param request the number the answer carries
     * @param from the time of the first fill that is wanted
     */
    void listFills(long request, Instant from);
}
