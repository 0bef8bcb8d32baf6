package io.mts1b.brokers;

/**
 * A broker whose venue takes an order of one {@link ClientOrderId} once, for ever, also after that order has ended:
 * sending it again does no more than sending it once. Where a venue forgets names, an adapter must not say this.
 */
public interface TakesOnce extends SubmitsOrders {}
