/**
 * What the risk engine offers on the command line: {@code mts riskengine}.
 *
 * <p><b>Floor 3.</b> The one package of the engine that reads files.
 *
 * <p><b>Contract.</b> Bad input is refused with its reason and exit code 2; nothing is printed to standard output then.
 */
@NullMarked
package io.mts1b.riskengine.commands;

import org.jspecify.annotations.NullMarked;
