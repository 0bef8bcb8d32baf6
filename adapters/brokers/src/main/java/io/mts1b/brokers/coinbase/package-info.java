/**
 * Coinbase's Advanced Trade: a broker for its spot market, signing, and its messages in the values of the port.
 *
 * <p><b>Floor 2.</b> Sees floors 0 and 1.
 *
 * <p><b>Contract.</b> Messages are read to the digit, fees to those that a ledger keeps and averages to those that fit, or
 * refused with the path to what is not known; nothing is guessed. No command is sent twice, and none with a key that may move
 * funds, unless its owner says so by its name.
 */
@NullMarked
package io.mts1b.brokers.coinbase;

import org.jspecify.annotations.NullMarked;
