/**
 * A matching engine: limit order books with price-time priority.
 *
 * <p><b>Floor 2.</b> Sees floors 0 and 1.
 *
 * <p><b>Contract.</b> All integers: prices in ticks, quantities in lots, times in whatever the caller counts. Commands
 * are answered by events to a listener, in the order things happened, before the command returns. Equal commands give
 * equal events and equal {@link io.mts1b.brokers.matching.OrderBook#stateHash()}, whatever the implementation. Nothing
 * is allocated once pools have grown to the number of live orders.
 */
@NullMarked
package io.mts1b.brokers.matching;

import org.jspecify.annotations.NullMarked;
