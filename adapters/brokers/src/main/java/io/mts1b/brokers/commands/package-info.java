/**
 * The commands of brokers: {@code mts brokers <command>}.
 *
 * <p><b>Contract.</b> Commands read messages and sign requests by the adapters' own code, and send nothing. A secret comes out
 * of a file that its owner alone may read, never from the command line.
 */
@NullMarked
package io.mts1b.brokers.commands;

import org.jspecify.annotations.NullMarked;
