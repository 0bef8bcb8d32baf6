package io.mts1b.brokers.setup;

/** Where orders go. */
public enum BrokerMode {
    /** To a local venue of our own, which speaks the broker's protocol; no order leaves the process. */
    PAPER,
    /** To the broker, with real money. */
    LIVE
}
