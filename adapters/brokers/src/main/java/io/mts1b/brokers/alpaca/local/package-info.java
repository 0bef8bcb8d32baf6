/**
 * An Alpaca of our own: its REST interface and its stream of orders, spoken over a {@link io.mts1b.brokers.local.LocalMarket}.
 *
 * <p><b>Floor 2.</b> Sees floors 0 and 1.
 *
 * <p><b>Contract.</b> It looks at what Alpaca looks at, and says no to what it does not serve. For tests: it keeps everything
 * in memory, for ever.
 */
@NullMarked
package io.mts1b.brokers.alpaca.local;

import org.jspecify.annotations.NullMarked;
