/**
 * The commands of brokers: {@code mts brokers <command>}.
 *
 * <p><b>Contract.</b> Commands work by the adapters' own code, and no command sends an order. A secret comes out of a file that
 * its owner alone may read or out of the environment, never from the command line.
 */
@NullMarked
package io.mts1b.brokers.commands;

import org.jspecify.annotations.NullMarked;
