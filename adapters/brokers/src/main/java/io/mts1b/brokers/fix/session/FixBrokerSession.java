package io.mts1b.brokers.fix.session;

import io.mts1b.brokers.VenueListener;
import io.mts1b.brokers.fix.FixBroker;
import io.mts1b.brokers.fix.FixSettings;
import io.mts1b.brokers.setup.BrokerSession;
import io.mts1b.brokers.setup.Confirmation;
import io.mts1b.brokers.setup.FixBrokerSettings;
import io.mts1b.foundation.ids.BrokerId;
import java.time.InstantSource;

/** A counterparty that speaks FIX, with all it needs. Thread-safe. */
public final class FixBrokerSession implements BrokerSession {

    private final FixBroker broker;

    private FixBrokerSession(FixBroker broker) {
        this.broker = broker;
    }

    /**
     * Makes a broker, which does nothing until it is opened.
     *
     * @param name that orders are routed by
     * @param settings which counterparty
     * @param clock the time
     * @param confirmation who is asked if orders go live
     * @param listener is told what happens, on threads of the session, by one at a time
     * @return the session; close it to log out
     * @throws IllegalArgumentException if the settings do not fit together, or going live was not confirmed
     */
    public static FixBrokerSession open(
            BrokerId name,
            FixBrokerSettings settings,
            InstantSource clock,
            Confirmation confirmation,
            VenueListener listener) {
        confirmation.require(name, settings.mode());
        FixSettings account = new FixSettings(name, settings.session(), settings.account(), settings.patience());
        return new FixBrokerSession(
                settings.lists()
                        ? FixBroker.listing(account, settings.symbols(), clock, listener)
                        : FixBroker.asking(account, settings.symbols(), clock, listener));
    }

    @Override
    public FixBroker broker() {
        return broker;
    }

    @Override
    public void close() {
        broker.close();
    }
}
