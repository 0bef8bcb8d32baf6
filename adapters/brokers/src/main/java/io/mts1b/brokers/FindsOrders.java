package io.mts1b.brokers;

/** A broker that can be asked about one order. */
public interface FindsOrders extends Broker {

    /**
     * Asks where an order stands. The answer is {@link VenueAnswer.Found}, {@link VenueAnswer.NotFound}, or {@link
     * VenueAnswer.NoAnswer}: an error of the line is not a word of the venue.
     *
     * @param request the number the answer carries
     * @param order an order that was submitted here
     */
    void find(long request, SentOrder order);
}
