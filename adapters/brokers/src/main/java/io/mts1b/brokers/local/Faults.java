package io.mts1b.brokers.local;

import io.mts1b.brokers.simulated.Lies;
import io.mts1b.foundation.Require;

/**
 * What goes wrong at a venue that is reached over a network: how the line lies, and what only sockets and servers do.
 * Probabilities are from 0 to 1.
 *
 * @param line how messages are lost, doubled, delayed and reordered; an answer that is lost is, half the time, a 502
 * @param disconnects that a connection breaks with a message, for each message
 * @param refusesAsBusy that a request is answered as one too many, and nothing is done
 */
public record Faults(Lies line, double disconnects, double refusesAsBusy) {

    /** None. */
    public static final Faults NONE = new Faults(Lies.NONE, 0, 0);

    /** Validates. */
    public Faults {
        probability("disconnects", disconnects);
        probability("refusesAsBusy", refusesAsBusy);
    }

    private static void probability(String name, double value) {
        Require.that(value >= 0 && value <= 1, name + " must be in [0, 1], was " + value);
    }
}
