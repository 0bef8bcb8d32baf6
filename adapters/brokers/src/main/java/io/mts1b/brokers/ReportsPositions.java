package io.mts1b.brokers;

/** A broker that tells what the account holds. */
public interface ReportsPositions extends Broker {

    /**
     * Asks for all positions. The answer is {@link VenueAnswer.Positions} or {@link VenueAnswer.NoAnswer}, never a
     * part of them.
     *
     * @param request the number the answer carries
     */
    void listPositions(long request);
}
