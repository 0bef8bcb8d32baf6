package io.mts1b.brokers.ibkr.local;

import java.util.Locale;

/** Where the sessions stand: who is signed in at the gateway, and whether the gateway is in the session with the brokerage. */
final class IbkrGate {

    private final boolean paper;
    private boolean signedIn = true;
    private boolean in;
    private boolean competing;
    private long sessions;

    IbkrGate(boolean paper) {
        this.paper = paper;
        begin();
    }

    /** Begins a session with the brokerage, unless another program has it. */
    void begin() {
        if (signedIn && !competing && !in) {
            in = true;
            sessions++;
        }
    }

    void end() {
        in = false;
    }

    /** Another program takes the session, or gives it back. */
    void compete(boolean other) {
        competing = other;
        in = in && !other;
    }

    void sign(boolean person) {
        signedIn = person;
        in = in && person;
    }

    boolean paper() {
        return paper;
    }

    boolean isSignedIn() {
        return signedIn;
    }

    boolean isIn() {
        return in;
    }

    boolean competing() {
        return competing;
    }

    /** How many sessions there were. */
    long sessions() {
        return sessions;
    }

    String session() {
        return String.format(Locale.ROOT, "%032x", sessions);
    }
}
