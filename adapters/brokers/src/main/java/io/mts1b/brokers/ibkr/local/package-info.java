/**
 * A gateway of our own that speaks the Client Portal web API of Interactive Brokers, on a market in memory: with a session that
 * ends and is begun again, lists that are empty at first, and questions before orders.
 *
 * <p><b>Floor 2.</b> Sees floors 0 and 1.
 *
 * <p><b>Contract.</b> It asks for what the real one asks for, and forgets what the real one forgets. For tests and paper; it keeps
 * everything in memory, for ever.
 */
@NullMarked
package io.mts1b.brokers.ibkr.local;

import org.jspecify.annotations.NullMarked;
