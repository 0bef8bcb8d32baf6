package io.mts1b.brokers;

/** A broker that tells how much money the account has. */
public interface ReportsBalances extends Broker {

    /**
     * Asks for all balances. The answer is {@link VenueAnswer.Balances} or {@link VenueAnswer.NoAnswer}.
     *
     * @param request the number the answer carries
     */
    void listBalances(long request);
}
