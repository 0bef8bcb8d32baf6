package io.mts1b.brokers.setup;

/**
 * The section {@code brokers} of the configuration.
 *
 * @param kraken Kraken's spot market
 * @param coinbase Coinbase Advanced's spot market
 * @param alpaca Alpaca's shares and crypto assets
 * @param ibkr Interactive Brokers by its gateway
 */
public record BrokersSettings(
        BrokerSettings kraken, BrokerSettings coinbase, BrokerSettings alpaca, BrokerSettings ibkr) {}
