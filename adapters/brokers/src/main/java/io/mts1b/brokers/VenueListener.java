package io.mts1b.brokers;

/** Who is told what happens at a venue. */
@FunctionalInterface
public interface VenueListener {

    /**
     * Takes a message. Called by one thread at a time, in the order the venue told.
     *
     * @param message what the venue, or the line to it, says
     */
    void onMessage(VenueMessage message);
}
