/**
 * A local venue that speaks Kraken's spot protocol: REST with its signatures and nonces, and the private stream, WebSocket
 * API v2.
 *
 * <p><b>Floor 2.</b> Sees floors 0 and 1.
 *
 * <p><b>Contract.</b> For tests, of ours and of who uses the house: no order leaves the process. What it says has the shapes
 * that Kraken documents; what it is not able to do it refuses as Kraken refuses what it does not know.
 */
@NullMarked
package io.mts1b.brokers.kraken.local;

import org.jspecify.annotations.NullMarked;
