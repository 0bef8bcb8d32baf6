/**
 * A local venue that speaks Coinbase Advanced's protocol: REST with a token for each request, and the channels {@code user}
 * and {@code heartbeats} of the stream.
 *
 * <p><b>Floor 2.</b> Sees floors 0 and 1.
 *
 * <p><b>Contract.</b> For tests, of ours and of who uses the house: no order leaves the process. What it says has the shapes
 * that Coinbase documents; what it is not able to do it refuses as Coinbase refuses what it does not know.
 */
@NullMarked
package io.mts1b.brokers.coinbase.local;

import org.jspecify.annotations.NullMarked;
