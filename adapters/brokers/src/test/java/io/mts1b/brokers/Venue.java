package io.mts1b.brokers;

import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.symbology.InstrumentId;
import java.time.Duration;

/** A venue as {@link BrokerTck} needs it: a local one, or a double that speaks its protocol. */
public interface Venue {

    /** The broker under test, closed. */
    Broker broker();

    /** Something it trades. */
    InstrumentId instrument();

    /** Something it has never heard of. */
    InstrumentId unknownInstrument();

    /** A limit a buy order rests at for ever. */
    Price far();

    /** A limit a buy order rests at, or not, and that the market comes to. */
    Price near();

    /** How exactly it tells the times of fills. */
    default Duration resolution() {
        return Duration.ofNanos(1);
    }

    /** Lets the market move: orders at {@link #near} may trade, in part or in full. */
    void move();

    /** Lets everything arrive that is under way, in either direction. */
    void settle();

    /** Breaks the line, so that the broker notices. */
    void drop();

    /** Brings the line up again. */
    void mend();
}
