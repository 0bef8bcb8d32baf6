package io.mts1b.brokers;

import io.mts1b.foundation.ids.BrokerId;

/**
 * A way to a venue. What it can do beyond being there are the other interfaces of this package: a capability a
 * venue lacks is an interface its adapter does not implement.
 *
 * <p>Nothing waits here: a call hands over what is to be sent, and what comes of it is told to the {@link
 * VenueListener} the broker was made with, now or later. What it is told is never decided here.
 */
public interface Broker {

    /**
     * Returns which broker this is.
     *
     * @return the name that orders are routed by
     */
    BrokerId broker();

    /**
     * Begins: from the first {@link VenueMessage.LineUp} on the venue tells what happens, until a {@link
     * VenueMessage.LineDown}. A line that was lost comes up again by itself.
     */
    void open();
}
