/**
 * Alpaca's Trading API: a broker for shares and crypto assets, and its messages in the values of the port.
 *
 * <p><b>Floor 2.</b> Sees floors 0 and 1.
 *
 * <p><b>Contract.</b> Messages are read to the digit or refused with the path to what is not known; nothing is guessed. No
 * command is sent twice, and none with a key of an account that can move funds, unless its owner says so by its name.
 */
@NullMarked
package io.mts1b.brokers.alpaca;

import org.jspecify.annotations.NullMarked;
