package io.mts1b.brokers;

/**
 * A broker whose venue says which fill is which only among those of one order: those of another order, as of the next day, may be
 * called the same.
 */
public interface NumbersFillsByOrder extends Broker {}
