package io.mts1b.brokers.setup;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The section {@code brokers} of the configuration.
 *
 * @param kraken Kraken's spot market
 * @param coinbase Coinbase Advanced's spot market
 * @param alpaca Alpaca's shares and crypto assets
 * @param ibkr Interactive Brokers by its gateway
 * @param fix counterparties that speak FIX, by the names that orders are routed by
 */
public record BrokersSettings(
        BrokerSettings kraken,
        BrokerSettings coinbase,
        BrokerSettings alpaca,
        BrokerSettings ibkr,
        Map<String, FixBrokerSettings> fix) {

    /** Copies. */
    public BrokersSettings {
        fix = Collections.unmodifiableSortedMap(new TreeMap<>(fix));
    }
}
