/**
 * Crypto trades, order books and funding, from REST and WebSocket.
 *
 * <p><b>Floor 2.</b> Sees floors 0 to 1.
 */
@NullMarked
package io.mts1b.cryptodata;

import org.jspecify.annotations.NullMarked;
