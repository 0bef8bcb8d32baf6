/**
 * Interactive Brokers over the Client Portal web API: a broker for shares listed in the United States, and the gateway's
 * messages, and Flex statements, in the values of the port.
 *
 * <p><b>Floor 2.</b> Sees floors 0 and 1.
 *
 * <p><b>Contract.</b> Messages are read to the digit or refused with the path to what is not known; nothing is guessed: a
 * contract that has two readings is none, and a question of the venue is confirmed only where a policy names its warnings. No
 * command is sent twice, and no session is taken from who has it.
 */
@NullMarked
package io.mts1b.brokers.ibkr;

import org.jspecify.annotations.NullMarked;
