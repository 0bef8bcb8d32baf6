/**
 * Coinbase's Advanced Trade: signing, and its messages in the values of the port.
 *
 * <p><b>Floor 2.</b> Sees floors 0 and 1.
 *
 * <p><b>Contract.</b> Messages are read to the digit or refused with the path to what is not known; nothing is guessed. Nothing
 * here sends anything yet: there is no broker on it.
 */
@NullMarked
package io.mts1b.brokers.coinbase;

import org.jspecify.annotations.NullMarked;
