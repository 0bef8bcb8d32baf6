package io.mts1b.brokers.setup;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.BrokerId;

/** Somebody who is asked before orders go to a live venue, and types the answer. */
@FunctionalInterface
public interface Confirmation {

    /**
     * Asks.
     *
     * @param question what to say
     * @return what was typed; empty if nobody is there
     */
    String ask(String question);

    /**
     * Asks whether a broker may send orders, unless it does so on paper only.
     *
     * @param broker the broker
     * @param mode where its orders would go
     * @throws IllegalArgumentException if it is live and the right words were not typed
     */
    default void require(BrokerId broker, BrokerMode mode) {
        if (mode == BrokerMode.LIVE) {
            String words = "live " + broker;
            String typed = ask("Orders to " + broker + " are with real money. Type '" + words + "' to go on: ");
            Require.that(
                    typed.strip().equals(words), "going live must be confirmed by typing '" + words + "', was not");
        }
    }
}
