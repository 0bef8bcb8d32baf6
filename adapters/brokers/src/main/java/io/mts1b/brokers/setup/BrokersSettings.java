package io.mts1b.brokers.setup;

/**
 * The section {@code brokers} of the configuration.
 *
 * @param kraken Kraken's spot market
 * @param coinbase Coinbase Advanced's spot market
 */
public record BrokersSettings(BrokerSettings kraken, BrokerSettings coinbase) {}
